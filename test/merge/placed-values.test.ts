import { expect, test } from "vitest";
import type { Statement } from "../../src/iam/policy-document.ts";
import { inWordsOf } from "../../src/merge/placed-values.ts";
import type { FoundStatement } from "../../src/merge/policy-file.ts";

const via = (value: string | readonly string[], operator = "StringEquals"): Statement => ({
  Effect: "Allow",
  Action: "kms:Decrypt",
  Resource: "*",
  Condition: { [operator]: { "kms:ViaService": value } },
});

const found: FoundStatement = {
  statement: via("s3.*.amazonaws.com"),
  isComputed: false,
  placed: [{ operator: "StringEquals", key: "kms:viaservice", value: "s3.*.amazonaws.com" }],
  region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 },
};

test("a value takes the form that the file has for it", () => {
  expect(inWordsOf([found], [via("s3.eu-west-1.amazonaws.com")])).toEqual([via("s3.*.amazonaws.com")]);
  expect(inWordsOf([found], [via(["s3.eu-west-1.amazonaws.com", "sqs.eu-west-1.amazonaws.com"])])).toEqual([
    via(["s3.*.amazonaws.com", "sqs.eu-west-1.amazonaws.com"]),
  ]);
});

test("another operator, another value and statements without conditions stay as they are", () => {
  const { Condition: _, ...without } = via("x");
  const needed = [via("s3.eu-west-1.amazonaws.com", "StringLike"), via("sqs.eu-west-1.amazonaws.com"), without];
  expect(inWordsOf([found], needed)).toEqual(needed);
});

test("a wildcard that the file has written out is no place", () => {
  const { placed: _, ...literal } = found;
  const needed = [via("s3.eu-west-1.amazonaws.com")];
  expect(inWordsOf([literal], needed)).toBe(needed);
});
