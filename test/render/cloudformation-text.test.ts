import { expect, test } from "vitest";
import { LONG_FORM, SERVERLESS_FORM, SHORT_FORM } from "../../src/render/cloudformation-text.ts";
import { Expression } from "../../src/render/tree.ts";

const OPEN = "$" + "{b";
const STAR = "$" + "{*}";
const VARIABLE = "$" + "{aws:username}";

test("places become pseudo parameters", () => {
  const template = [
    "arn:",
    { place: "partition" },
    ":x:",
    { place: "region" },
    ":",
    { place: "account" },
    ":y",
  ] as const;
  const text = "arn:$" + "{AWS::Partition}:x:$" + "{AWS::Region}:$" + "{AWS::AccountId}:y";
  expect(LONG_FORM.textOf(template)).toEqual({ "Fn::Sub": text });
  expect(SHORT_FORM.textOf(template)).toEqual(new Expression(`!Sub ${text}`));
});

test("IAM's own variables are kept from substitution", () => {
  expect(LONG_FORM.textOf([{ place: "region" }, `${VARIABLE}${STAR}${OPEN}`])).toEqual({
    "Fn::Sub": "$" + "{AWS::Region}$" + "{!aws:username}$" + "{!*}$" + "{b",
  });
});

test("where nothing is substituted, only Serverless needs its variables guarded", () => {
  expect([LONG_FORM, SHORT_FORM].map(({ textOf }) => textOf([VARIABLE]))).toEqual([VARIABLE, VARIABLE]);
  expect(SERVERLESS_FORM.textOf([VARIABLE])).toEqual(new Expression('!Sub "$' + '{!aws:username}"'));
  expect(SERVERLESS_FORM.textOf(["a"])).toBe("a");
  expect(SERVERLESS_FORM.textOf([{ place: "region" }])).toEqual(SHORT_FORM.textOf([{ place: "region" }]));
});

test("a text without place or variable is itself", () => {
  expect(SHORT_FORM.textOf(["a$b"])).toBe("a$b");
  expect(SHORT_FORM.textOf([])).toBe("");
});

test("a text that YAML misreads is quoted behind its tag", () => {
  expect(SHORT_FORM.textOf([{ place: "account" }, ": x"])).toEqual(new Expression('!Sub "$' + '{AWS::AccountId}: x"'));
});

test("references are named", () => {
  expect(SHORT_FORM.ref("RoleName")).toEqual(new Expression("!Ref RoleName"));
  expect(LONG_FORM.ref("RoleName")).toEqual({ Ref: "RoleName" });
});
