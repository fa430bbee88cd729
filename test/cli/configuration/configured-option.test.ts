import { expect, test } from "vitest";
import { fromKey, fromVariable } from "../../../src/cli/configuration/configured-option.ts";
import type { OptionRow } from "../../../src/cli/options.ts";

const row = (parts: Partial<OptionRow>): OptionRow => ({ name: "x", verbs: ["run"], says: "", ...parts });
const text = row({ argument: "NAME" });
const many = row({ argument: "ARN", many: true });
const choice = row({ argument: "KIND", values: ["a", "b"] });

test.each([
  [text, "eu-central-1", "eu-central-1"],
  [many, "a, b\nc\n", ["a, b", "c"]],
  [row({}), "1", true],
  [row({}), "true", true],
  [row({}), "0", false],
  [row({}), "false", false],
])("a variable of %j that holds %j", (option, held, value) => {
  expect(fromVariable(option, "IAMGEN_X", held).value).toEqual(value);
});

test.each([
  [text, "eu-central-1", "eu-central-1"],
  [text, 8080, "8080"],
  [many, ["a", "b"], ["a", "b"]],
  [many, "a", ["a"]],
  [row({}), true, true],
  [row({}), false, false],
])("a key of %j that holds %j", (option, held, value) => {
  expect(fromKey(option, "x", held).value).toEqual(value);
});

test.each([
  ["a switch that is no truth value", () => fromVariable(row({}), "IAMGEN_X", "yes"), "`yes` for `IAMGEN_X`", "true"],
  ["an inherited name", () => fromVariable(row({}), "IAMGEN_X", "toString"), "`toString` for `IAMGEN_X`", "1"],
  ["a switch that is a text", () => fromKey(row({}), "x", "true"), "`true` for `x`", "one of: true, false"],
  ["a text that is a switch", () => fromKey(text, "x", true), "`true` for `x`", "a text"],
  ["a choice that is an object", () => fromKey(choice, "x", {}), "`{}` for `x`", "one of: a, b"],
  ["a list with more than texts", () => fromKey(many, "x", ["a", null]), '`["a",null]` for `x`', "a list of texts"],
])("%s is told, with what may stand there", (_, read, message, hint) => {
  expect(read).toThrow(
    expect.objectContaining({ message: expect.stringContaining(message), hint: expect.stringContaining(hint) }),
  );
});
