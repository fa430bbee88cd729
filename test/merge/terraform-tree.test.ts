import { expect, test } from "vitest";
import { coreOf, hclParser, partsOf, readBlock } from "../../src/merge/terraform-tree.ts";
import { terraformGrammar } from "../support/policy-reader.ts";

const parse = await hclParser(terraformGrammar);
const blocks = (text: string) => partsOf(partsOf(parse(text, "main.tf"), "body")[0], "block").map(readBlock);

test("a block has its words, attributes and blocks; comments are none of them", () => {
  const [block] = blocks('data "a" "b" { # one\n  x = "1" // two\n  inner {\n    y = [2]\n  }\n}\n');
  expect(block).toMatchObject({ keyword: "data", labels: ["a", "b"] });
  expect([...(block?.attributes.keys() ?? [])]).toEqual(["x"]);
  expect(block?.blocks.map(({ keyword, attributes }) => [keyword, ...attributes.keys()])).toEqual([["inner", "y"]]);
});

test.each([
  ['"a"', "string_lit"],
  ['"$' + '{a}"', "quoted_template"],
  ["[1]", "tuple"],
  ["{ a = 1 }", "object"],
  ["f(1)", "function_call"],
  ["a.b", "expression"],
])("the core of %s is a %s", (text, type) => {
  const value = blocks(`locals {\n  x = ${text}\n}\n`)[0]?.attributes.get("x");
  expect(value && coreOf(value).type).toBe(type);
});

test.each([
  ["a = {\n  b = 1\n", "main.tf:"],
  ['resource "x" "y" {\n  a = = 1\n}\n', "main.tf:2:7: not valid Terraform from here on\n    a = = 1\n        ^"],
])("%j is refused with its place", (text, message) => {
  expect(() => parse(text, "main.tf")).toThrow(message);
});
