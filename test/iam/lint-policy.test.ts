import { expect, test } from "vitest";
import { LINT_RULES } from "../../src/iam/lint-finding.ts";
import { lintPolicy } from "../../src/iam/lint-policy.ts";
import { CLEAN, LINT_CONTEXT, lintOf } from "../support/lint.ts";

test("a clean policy has no finding", () => {
  expect(lintOf(CLEAN, { Sid: "Other", Action: ["s3:ListBucket"], Resource: "arn:aws:s3:::photos" })).toEqual([]);
});

test("what concerns the whole comes first, then statement by statement, each fault once", () => {
  const statements = [
    { ...CLEAN, Sid: "x_y" },
    { ...CLEAN, Action: ["s3:GetObjct", "s3:GetObjct"] },
  ].map((statement) => ({ statement, isComputed: false }));
  const found = lintPolicy({ version: "", statements }, LINT_CONTEXT);
  expect(found.map(({ code, statement }) => [code, statement])).toEqual([
    ["version-outdated", undefined],
    ["sid-malformed", 0],
    ["action-unknown", 1],
  ]);
});

test("a resource that the file computes may be an ARN", () => {
  const statement = { ...CLEAN, Resource: ["*/index/*", "table"] };
  const found = lintPolicy({ statements: [{ statement, isComputed: true }] }, LINT_CONTEXT);
  expect(found.map(({ value }) => value)).toEqual(["table"]);
});

test("of a computed statement only what is written is judged", () => {
  const statement = { Effect: "Allow", Action: ["*", "s3:GetObjct"], Resource: "*" } as const;
  const found = lintPolicy({ statements: [{ statement, isComputed: true }] }, LINT_CONTEXT);
  expect(found.map(({ code }) => code)).toEqual(["action-unknown"]);
});

test("hostile policies are judged like any other, in little time", () => {
  const long = `s3:${"*?".repeat(5000)}x`;
  const found = lintOf({ Action: [long, "\u0000:\uD800"], Resource: [`arn:aws:s3:::${"*a".repeat(2000)}`, ""] });
  expect(found.every(({ code }) => code in LINT_RULES)).toBe(true);
  expect(found.length).toBeGreaterThan(1);
});
