import { expect, test } from "vitest";
import { contextValues, hasVariables, substituteVariables, variableKeys } from "../../src/iam/policy-variables.ts";

test.each([
  ["home/${aws:username}", true],
  ["${aws:PrincipalTag/team, 'none'}", true],
  ["a${*}b${?}${$}", false],
  ["$HOME", false],
  ["plain", false],
])("%j holds a variable: %s", (text, expected) => {
  expect(hasVariables(text)).toBe(expected);
});

test.each([
  ["x/${aws:username}/*", { "aws:username": ["ann"] }, "x/ann/*"],
  ["x/${AWS:UserName}", { "aws:username": ["ann"] }, "x/ann"],
  ["${k}", { k: ["a*b?$"] }, "a${*}b${?}${$}"],
  ["${k, 'company-wide'}", {}, "company-wide"],
  ["${k, 'company-wide'}", { k: ["mine"] }, "mine"],
  ["${k}", {}, undefined],
  ["${k}", { k: ["one", "two"] }, undefined],
  ["a${*}${k}", { k: ["v"] }, "a${*}v"],
])("%j with %j becomes %j", (text, context, expected) => {
  expect(substituteVariables(text, context)).toBe(expected);
});

test("context keys are found without case", () => {
  expect(contextValues({ "aws:TagKeys": ["a", "b"] }, "AWS:tagkeys")).toEqual(["a", "b"]);
  expect(contextValues({}, "aws:TagKeys")).toEqual([]);
});

test("the keys of a text's variables are told, escapes are none", () => {
  expect(variableKeys("a/${aws:username}/${*}/${aws:PrincipalTag/team, 'x'}")).toEqual([
    "aws:username",
    "aws:PrincipalTag/team",
  ]);
  expect(variableKeys("$LATEST")).toEqual([]);
});
