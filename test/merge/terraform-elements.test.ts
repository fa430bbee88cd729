import { expect, test } from "vitest";
import { conditionValue, elementOf } from "../../src/merge/terraform-elements.ts";
import { hclParser, partsOf, readBlock } from "../../src/merge/terraform-tree.ts";
import { terraformGrammar } from "../support/policy-reader.ts";

const parse = await hclParser(terraformGrammar);

/** Conditions as blocks write them, one text each. */
function read(...written: readonly string[]) {
  const conditions = written.map((text) => {
    const [block] = partsOf(partsOf(parse(`condition {\n${text}\n}\n`, "x.tf"), "body")[0], "block");
    const attributes = block && readBlock(block).attributes;
    return (argument: string) => attributes?.get(argument);
  });
  return conditionValue(conditions, { sources: new Map(), hasAmpersandVariables: false });
}

const literal = (text: string) => ({ text, isComputed: false });

test("knows the elements that arguments write, and no others", () => {
  expect(elementOf("not_resources")).toBe("NotResource");
  expect(elementOf("condition")).toBeUndefined();
  expect(elementOf("constructor")).toBeUndefined();
});

test("puts conditions of one operator into one entry", () => {
  const value = read(
    'test = "StringEquals"\nvariable = "aws:a"\nvalues = ["x"]',
    'test = "StringEquals"\nvariable = "aws:b"\nvalues = ["y"]',
  );
  const keys = new Map([
    ["aws:a", [literal("x")]],
    ["aws:b", [literal("y")]],
  ]);
  expect(value).toEqual({ entries: new Map([["StringEquals", { entries: keys }]]) });
});

test.each([
  ["an operator that only Terraform knows", 'test = var.t\nvariable = "aws:a"\nvalues = ["x"]'],
  ["a key that only Terraform knows", 'test = "Bool"\nvariable = var.v\nvalues = ["x"]'],
  ["no values", 'test = "Bool"\nvariable = "aws:a"'],
])("a condition with %s is computed", (_, text) => {
  expect(read(text)).toEqual({ text: "*", isComputed: true });
});
