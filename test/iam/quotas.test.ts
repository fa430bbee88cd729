import { expect, test } from "vitest";
import type { PolicyDocument } from "../../src/iam/policy-document.ts";
import { policySize, statementSize } from "../../src/iam/quotas.ts";

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
