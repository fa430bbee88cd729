import { expect, test } from "vitest";
import type { PolicyDocument } from "../../src/iam/policy-document.ts";
import { policySize, QUOTAS, statementSize } from "../../src/iam/quotas.ts";

const statement = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/my key" } as const;
const document: PolicyDocument = { Version: "2012-10-17", Statement: [statement] };

test("white space between elements is not counted, spaces inside strings are", () => {
  const written = JSON.stringify(document, undefined, 2);
  expect(policySize(document)).toBe(written.replace(/\s/g, "").length + 1);
});

test("a document is as long as its statements, their commas and its frame", () => {
  const frame = policySize({ Version: "2012-10-17", Statement: [] });
  expect(policySize({ ...document, Statement: [statement, statement] })).toBe(frame + 2 * statementSize(statement) + 1);
});

test.each([
  ["managed-policy", 6144, 10],
  ["role-inline", 10_240, 1],
  ["user-inline", 2048, 1],
  ["group-inline", 5120, 1],
  ["session-policy", 2047, 1],
  ["permissions-boundary", 6144, 1],
] as const)("a document for %s has at most %i characters, and %i of them take effect together", (kind, ...limits) => {
  expect([QUOTAS[kind].characters, QUOTAS[kind].documents]).toEqual(limits);
});
