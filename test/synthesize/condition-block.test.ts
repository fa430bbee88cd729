import { describe, expect, test } from "vitest";
import type { ConditionBlock } from "../../src/iam/condition.ts";
import { compileCondition } from "../../src/iam/evaluate-condition.ts";
import {
  canonicalConditions,
  conditionKey,
  isImpliedBy,
  satisfyingContexts,
  singleAlternatives,
  takesAlternatives,
} from "../../src/synthesize/condition-block.ts";

test("the canonical form is sorted and holds nothing empty", () => {
  const one = {
    StringLike: { b: ["2", "1", "2"], a: ["x"] },
    ArnLike: { c: ["y"] },
    Bool: {},
    StringEquals: { d: [] },
  };
  expect(JSON.stringify(canonicalConditions(one))).toBe(
    '{"ArnLike":{"c":["y"]},"StringLike":{"a":["x"],"b":["1","2"]}}',
  );
  expect(conditionKey(canonicalConditions({ StringEquals: { d: [] } }))).toBe("");
});

test("negated operators and set operators take no alternatives", () => {
  expect(
    ["StringEquals", "ArnLike", "StringNotEquals", "ForAllValues:StringEquals", "Null"].map(takesAlternatives),
  ).toEqual([true, true, false, false, false]);
});

const EQUALS = (...k: string[]) => ({ StringEquals: { k } });
const LIKE = (...k: string[]) => ({ StringLike: { k } });

test.each<[wide: ConditionBlock, narrow: ConditionBlock, expected: boolean]>([
  [{}, {}, true],
  [{}, EQUALS("1"), true],
  [EQUALS("1"), {}, false],
  [EQUALS("1", "2"), EQUALS("1"), true],
  [EQUALS("1"), EQUALS("1", "2"), false],
  [EQUALS("1"), { ...EQUALS("1"), Bool: { b: ["true"] } }, true],
  [{ ...EQUALS("1"), Bool: { b: ["true"] } }, EQUALS("1"), false],
  [LIKE("a*"), LIKE("ab*"), true],
  [LIKE("ab*"), LIKE("a*"), false],
  [LIKE("a*"), EQUALS("ab"), true],
  [LIKE("a${*}"), EQUALS("ab"), false],
  [LIKE("a${*}"), EQUALS("a*"), true],
  [EQUALS("ab"), LIKE("ab"), false],
  [EQUALS("a*"), EQUALS("ab"), false],
  [{ StringNotEquals: { k: ["1", "2"] } }, { StringNotEquals: { k: ["1"] } }, false],
  [{ StringNotEquals: { k: ["1"] } }, { StringNotEquals: { k: ["1"] } }, true],
])("%j is implied by %j: %s", (wide, narrow, expected) => {
  expect(isImpliedBy(wide, narrow)).toBe(expected);
});

describe("single alternatives", () => {
  test("each combination of values is a block", () => {
    expect(singleAlternatives({ StringEquals: { k: ["1", "2"], l: ["3"] }, ArnLike: { m: ["4", "5"] } })).toEqual([
      { StringEquals: { k: ["1"], l: ["3"] }, ArnLike: { m: ["4"] } },
      { StringEquals: { k: ["1"], l: ["3"] }, ArnLike: { m: ["5"] } },
      { StringEquals: { k: ["2"], l: ["3"] }, ArnLike: { m: ["4"] } },
      { StringEquals: { k: ["2"], l: ["3"] }, ArnLike: { m: ["5"] } },
    ]);
  });

  test("values that belong together stay together", () => {
    const whole = { "ForAllValues:StringEquals": { k: ["1", "2"] }, StringNotEquals: { l: ["1", "2"] } };
    expect(singleAlternatives(whole)).toEqual([whole]);
  });

  test("a block of very many combinations stays whole", () => {
    const values = Array.from({ length: 100 }, (_, index) => String(index));
    expect(singleAlternatives(EQUALS(...values))).toEqual([EQUALS(...values)]);
  });
});

describe("satisfying contexts", () => {
  test.each<ConditionBlock>([
    {},
    EQUALS("1"),
    EQUALS("a${*}"),
    LIKE("a*", "b?"),
    { ArnLike: { k: ["arn:aws:lambda:eu-west-1:1:function:*"] } },
    { Bool: { k: ["true"] } },
    { StringNotEquals: { k: ["1"] } },
    { Null: { k: ["true"] } },
    { "ForAllValues:StringEquals": { k: ["1", "2"] }, Null: { k: ["false"] } },
    { "ForAnyValue:StringLike": { k: ["1", "2"] } },
    { StringEqualsIfExists: { k: ["1"] }, NumericLessThanEquals: { n: ["5"] } },
  ])("satisfy %j", (conditions) => {
    const contexts = satisfyingContexts(conditions);
    expect(contexts.length).toBeGreaterThan(0);
    expect(contexts.filter((context) => !compileCondition(conditions)(context))).toEqual([]);
  });

  test("there is one for each alternative value", () => {
    expect(satisfyingContexts({ StringEquals: { k: ["1", "2"], l: ["3"] } })).toEqual([
      { k: ["1"], l: ["3"] },
      { k: ["2"], l: ["3"] },
    ]);
  });
});
