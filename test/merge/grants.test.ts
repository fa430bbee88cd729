import { expect, test } from "vitest";
import type { Statement } from "../../src/iam/policy-document.ts";
import { atMost, grantsOf, isGrantedWithin, judgeOf, meaningfulGrants, openKeys } from "../../src/merge/grants.ts";

const REGION = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 };
const found = (statement: Statement, isComputed = false) => ({ statement, isComputed, region: REGION });
const allow = (Action: string, Resource: string, Condition?: Statement["Condition"]): Statement => ({
  Effect: "Allow",
  Action,
  Resource,
  ...(Condition === undefined ? {} : { Condition }),
});

test("a statement is the product of its actions, resources and alternative condition values", () => {
  const Condition = { StringEquals: { k: ["1", "2"] }, "ForAllValues:StringEquals": { l: ["3", "4"] } };
  expect(grantsOf({ Effect: "Allow", Action: ["a:B", "a:C"], Resource: "*", Condition })).toEqual(
    ["a:B", "a:C"].flatMap((action) =>
      ["1", "2"].map((k) => allow(action, "*", { ...Condition, StringEquals: { k } })),
    ),
  );
});

test.each([
  ["an equal one", allow("a:B", "arn:aws:a:::x"), true],
  ["a wider one", allow("A:*", "*"), true],
  ["a narrower one", allow("a:B", "arn:aws:a:::x/y"), false],
  ["one under a condition", allow("a:B", "arn:aws:a:::x", { Bool: { "aws:MultiFactorAuthPresent": "true" } }), false],
  ["one over TLS", allow("a:B", "arn:aws:a:::x", { Bool: { "aws:SecureTransport": "true" } }), true],
  ["one with an unknown operator", allow("a:B", "arn:aws:a:::x", { Strange: { k: "1" } }), false],
])("a grant is allowed by %s: %s", (_, statement, isAllowed) => {
  expect(judgeOf([found(statement)]).allows(allow("a:B", "arn:aws:a:::x"))).toBe(isAllowed);
});

test("computed statements count as if they were not there", () => {
  expect(judgeOf([found(allow("*", "*"), true)]).allows(allow("a:B", "arn:aws:a:::x"))).toBe(false);
});

test.each([
  ["*/x", "arn:aws:a:::b/x", true],
  ["*/x", "arn:aws:a:::b/y", false],
  ["*", "arn:aws:a:::b", true],
  ["arn:aws:a:::*", "arn:aws:a:::b", true],
])("%s, computed, may at most be what allows %s: %s", (text, resource, isAllowed) => {
  const [one, many] = [allow("a:B", text), { ...allow("a:B", text), Resource: [text, "arn:aws:z:::z"] }];
  for (const statement of [one, many]) {
    expect(judgeOf([atMost(found(statement, true))]).allows(allow("a:B", resource))).toBe(isAllowed);
  }
});

test("what is not computed means what it says", () => {
  expect(judgeOf([atMost(found(allow("a:B", "*/x")))]).allows(allow("a:B", "arn:aws:a:::b/x"))).toBe(false);
});

test("a grant under a condition is allowed by one without, and by one that the same requests satisfy", () => {
  const under = (k: string) => allow("a:B", "arn:aws:a:::x", { StringEquals: { k } });
  expect(judgeOf([found(allow("a:B", "*"))]).allows(under("1"))).toBe(true);
  expect(judgeOf([found(allow("a:B", "arn:aws:a:::x", { StringLike: { k: "1*" } }))]).allows(under("12"))).toBe(true);
  expect(judgeOf([found(under("2"))]).allows(under("1"))).toBe(false);
});

test("a grant is denied as soon as a part of it is", () => {
  const deny: Statement = { Effect: "Deny", Action: "a:*", Resource: "arn:aws:a:::x/secret" };
  expect(judgeOf([found(deny)]).denies(allow("a:B", "arn:aws:a:::x/*"))).toBe(true);
  expect(judgeOf([found(deny)]).denies(allow("a:B", "arn:aws:a:::y/*"))).toBe(false);
});

test("a grant lies within one as wide in action, resource and conditions", () => {
  const under = (k: string | readonly string[]) => allow("a:B", "arn:aws:a:::x", { StringEquals: { k } });
  expect(isGrantedWithin(allow("a:*", "*"), allow("a:B", "arn:aws:a:::x"))).toBe(true);
  expect(isGrantedWithin(under(["1", "2"]), under("1"))).toBe(true);
  expect(isGrantedWithin(under("2"), under("1"))).toBe(false);
  expect(isGrantedWithin(under("2"), allow("a:B", "arn:aws:a:::x"))).toBe(false);
});

test("a request goes to the region that the ARN names, unless the grant says another", () => {
  const inRegion = (region: string) => allow("a:B", "*", { StringEquals: { "aws:RequestedRegion": region } });
  const { allows } = judgeOf([found(inRegion("eu-west-1"))]);
  expect(allows(allow("a:B", "arn:aws:a:eu-west-1::x"))).toBe(true);
  expect(allows(allow("a:B", "arn:aws:a:us-east-1::x"))).toBe(false);
  expect(allows(allow("a:B", "arn:aws:a:*::x"))).toBe(false);
  expect(allows({ ...inRegion("eu-west-1"), Resource: "arn:aws:a:us-east-1::x" })).toBe(true);
});

test("condition keys of which a grant tells nothing are open", () => {
  const condition = { StringEquals: { "AWS:requestedregion": "x", k: "1" }, Bool: { K2: "true" } };
  expect(openKeys(allow("a:B", "*", condition), allow("a:B", "arn:aws:a:eu-west-1::x"))).toEqual(["k", "K2"]);
  expect(openKeys(allow("a:B", "*", condition), allow("a:B", "*", condition))).toEqual([]);
});

test("pairs without a meaning are left out, unless there are no others", () => {
  const both: Statement = { Effect: "Allow", Action: ["a:B", "a:C"], Resource: ["1", "2"] };
  const pairs = (mayApply: Parameters<typeof meaningfulGrants>[1]) =>
    meaningfulGrants(both, mayApply).map(({ Action, Resource }) => `${Action} ${Resource}`);
  expect(pairs((action, resource) => (action === "a:B") === (resource === "1"))).toEqual(["a:B 1", "a:C 2"]);
  expect(pairs(() => false)).toHaveLength(4);
});
