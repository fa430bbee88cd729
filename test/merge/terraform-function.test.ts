import { describe, expect, test } from "vitest";
import { listParts, onlyOutcome } from "../../src/merge/terraform-function.ts";
import { coreOf, type HclNode, hclParser, partsOf } from "../../src/merge/terraform-tree.ts";
import { readHclValue } from "../../src/merge/terraform-value.ts";
import { terraformGrammar } from "../support/policy-reader.ts";

const parse = await hclParser(terraformGrammar);

function expression(text: string): HclNode {
  const [attribute] = partsOf(partsOf(parse(`x = ${text}\n`, "x.tf"), "body")[0], "attribute");
  const [, value] = partsOf(attribute);
  if (value === undefined) throw new Error(text);
  return coreOf(value);
}

const read = (text: string) => readHclValue(expression(text), { sources: new Map(), hasAmpersandVariables: false });
const certain = (text: string) => ({ text, isComputed: false });
const possible = (text: string) => ({ text, isComputed: true });

test.each([
  ['concat(["a:B"], ["a:C"])', [[certain("a:B")], [certain("a:C")]]],
  ['distinct(flatten([["a:B"], "a:C"]))', [[[[certain("a:B")], certain("a:C")]]]],
  ['concat(["a:B"], var.more)', [[certain("a:B")], possible("*")]],
  ['concat(["a:B"], var.x ? ["a:C"] : [])', [[certain("a:B")], [[possible("a:C")], []]]],
  ['var.x ? ["a:B"] : null', [[possible("a:B")]]],
])("%s has these elements", (text, values) => {
  expect(read(text)).toEqual(values);
});

test.each(['lookup(var.a, "b")', 'var.x ? "a" : "b"', "var.x ? var.a : var.b", "var.list", '"a"'])(
  "%s puts no lists together",
  (text) => {
    expect(listParts(expression(text))).toBeUndefined();
  },
);

describe("the outcome of a condition", () => {
  test.each([
    ["var.x ? jsonencode({}) : null", "jsonencode({})"],
    ['var.x ? "" : jsonencode({})', "jsonencode({})"],
    ["var.x ? null : (var.y ? file(a) : null)", "file(a)"],
    ["jsonencode({})", "jsonencode({})"],
    ["var.x ? file(a) : file(b)", "var.x ? file(a) : file(b)"],
  ])("of %s that is worth a look is %s", (text, only) => {
    expect(onlyOutcome(expression(text)).text).toBe(only);
  });
});
