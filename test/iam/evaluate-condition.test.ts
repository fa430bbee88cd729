import { describe, expect, test } from "vitest";
import { compileCondition } from "../../src/iam/evaluate-condition.ts";
import type { Statement } from "../../src/iam/policy-document.ts";

type Context = Record<string, string[]>;
const holds = (condition: Statement["Condition"], context: Context): boolean => compileCondition(condition)(context);

describe("keys and values", () => {
  test("no condition always holds", () => {
    expect([holds(undefined, {}), holds({}, {})]).toEqual([true, true]);
  });

  test("values of a key are ORed, keys and operators ANDed", () => {
    const condition = { StringEquals: { a: ["1", "2"], b: "3" }, StringLike: { c: "x*" } };
    expect(holds(condition, { a: ["2"], b: ["3"], c: ["xyz"] })).toBe(true);
    expect(holds(condition, { a: ["3"], b: ["3"], c: ["xyz"] })).toBe(false);
    expect(holds(condition, { a: ["1"], b: ["4"], c: ["xyz"] })).toBe(false);
    expect(holds(condition, { a: ["1"], b: ["3"], c: ["yz"] })).toBe(false);
  });

  test("values of a negated operator are NORed", () => {
    const condition = { StringNotEquals: { a: ["1", "2"] } };
    expect([["1"], ["2"], ["3"]].map((a) => holds(condition, { a }))).toEqual([false, false, true]);
  });

  test("key names are compared without case, values with it", () => {
    expect(holds({ StringEquals: { "AWS:RequestTag/Team": "x" } }, { "aws:requesttag/team": ["x"] })).toBe(true);
    expect(holds({ StringEquals: { "aws:RequestTag/team": "x" } }, { "aws:RequestTag/team": ["X"] })).toBe(false);
  });

  test("an empty list of values satisfies no positive operator", () => {
    expect(holds({ StringEquals: { a: [] } }, { a: ["1"] })).toBe(false);
  });
});

describe("absent keys", () => {
  test.each([
    ["StringEquals", false],
    ["StringLike", false],
    ["ArnLike", false],
    ["Bool", false],
    ["NumericEquals", false],
    ["StringNotEquals", true],
    ["StringNotLike", true],
    ["ArnNotEquals", true],
    ["StringEqualsIfExists", true],
    ["StringNotEqualsIfExists", true],
    ["BoolIfExists", true],
    ["ArnLikeIfExists", true],
    ["ForAllValues:StringEquals", true],
    ["ForAllValues:StringNotEquals", true],
    ["ForAnyValue:StringEquals", false],
    ["ForAnyValue:StringNotEquals", false],
    ["ForAnyValue:StringEqualsIfExists", true],
    ["IpAddress", false],
    ["NotIpAddress", true],
    ["IpAddressIfExists", true],
    ["NotIpAddressIfExists", true],
    ["DateLessThan", false],
    ["DateNotEquals", true],
    ["NumericNotEquals", true],
    ["NumericLessThanIfExists", true],
    ["BinaryEquals", false],
    ["StringNotEqualsIgnoreCase", true],
    ["ArnNotLike", true],
    ["ForAllValues:ArnLike", true],
    ["ForAnyValue:ArnLike", false],
  ])("%s holds without the key: %s", (operator, expected) => {
    expect(holds({ [operator]: { key: "value" } }, {})).toBe(expected);
    expect(holds({ [operator]: { key: "value" } }, { key: [] })).toBe(expected);
  });

  test("IfExists still tests a key that is there", () => {
    expect(holds({ StringEqualsIfExists: { key: "value" } }, { key: ["other"] })).toBe(false);
  });

  test.each([
    ["true", {}, true],
    ["true", { key: ["x"] }, false],
    ["false", {}, false],
    ["false", { key: ["x"] }, true],
    ["true", { key: [] }, true],
  ])("Null %s against %j is %s", (value, context, expected) => {
    expect(holds({ Null: { key: value } }, context)).toBe(expected);
  });
});

describe("keys with several values", () => {
  test.each([
    ["ForAllValues:StringEquals", ["a"], true],
    ["ForAllValues:StringEquals", ["a", "b"], true],
    ["ForAllValues:StringEquals", ["a", "c"], false],
    ["ForAnyValue:StringEquals", ["a", "c"], true],
    ["ForAnyValue:StringEquals", ["c", "d"], false],
    ["ForAllValues:StringNotEquals", ["c", "d"], true],
    ["ForAllValues:StringNotEquals", ["a", "c"], false],
    ["ForAnyValue:StringNotEquals", ["a", "c"], true],
    ["ForAnyValue:StringNotEquals", ["a", "b"], false],
    ["forallvalues:stringlike", ["a", "b"], true],
    ["StringEquals", ["a", "c"], true],
    ["StringNotEquals", ["a", "c"], false],
  ])("%s [a, b] against %j is %s", (operator, key, expected) => {
    expect(holds({ [operator]: { key: ["a", "b"] } }, { key })).toBe(expected);
  });
});

describe("variables", () => {
  test("a value may be a key of the request", () => {
    const condition = { StringEquals: { "aws:ResourceTag/team": "${aws:PrincipalTag/team}" } };
    expect(holds(condition, { "aws:ResourceTag/team": ["x"], "aws:PrincipalTag/team": ["x"] })).toBe(true);
    expect(holds(condition, { "aws:ResourceTag/team": ["x"], "aws:PrincipalTag/team": ["y"] })).toBe(false);
    expect(holds(condition, { "aws:ResourceTag/team": ["x"] })).toBe(false);
  });

  test("a star in the value of a variable is a star", () => {
    const condition = { StringLike: { key: "${name}/*" } };
    expect(holds(condition, { key: ["a/b"], name: ["*"] })).toBe(false);
    expect(holds(condition, { key: ["*/b"], name: ["*"] })).toBe(true);
  });

  test("a negated test holds where its variable has no value", () => {
    expect(holds({ StringNotEquals: { key: "${name}" } }, { key: ["x"] })).toBe(true);
  });

  test("numbers and dates take no variables", () => {
    expect(holds({ NumericEquals: { key: "${n}" } }, { key: ["1"], n: ["1"] })).toBe(false);
  });
});

describe("operators that are not known", () => {
  test.each(["StringEqual", "ForSomeValues:StringEquals", "IpRange", "NullIfExists", "ForAnyValue:Null", ""])(
    "%j throws before any request is judged",
    (operator) => {
      expect(() => compileCondition({ [operator]: { key: "value" } })).toThrow(
        `unknown condition operator \`${operator}\``,
      );
    },
  );
});
