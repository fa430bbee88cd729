import { expect, test } from "vitest";
import type { Statement } from "../../src/iam/policy-document.ts";
import { codesOf, lintOf } from "../support/lint.ts";

type Condition = NonNullable<Statement["Condition"]>;

test.each<[Condition]>([
  [{ StringEquals: { "aws:SourceVpc": "vpc-1" } }],
  [{ stringequals: { "AWS:sourceVPC": "vpc-1" } }],
  [{ "ForAllValues:StringLikeIfExists": { "aws:TagKeys": ["a*"] } }],
  [{ StringEquals: { "aws:ResourceTag/team": "a", "s3:ExistingObjectTag/x": "b" } }],
  [{ Null: { "aws:PrincipalTag/x": "true" } }],
  [{ NumericLessThanIfExists: { "aws:MultiFactorAuthAge": "3600" } }],
  [{ DateGreaterThan: { "aws:CurrentTime": "2026-01-01T00:00:00Z" } }],
  [{ DateLessThan: { "aws:EpochTime": "1767225600" } }],
  [{ IpAddress: { "aws:SourceIp": ["10.0.0.0/8", "2001:db8::/32"] } }],
  [{ Bool: { "aws:SecureTransport": "True" } }],
  [{ ArnLike: { "lambda:SourceFunctionArn": "arn:aws:lambda:*:*:function:f" } }],
  [{ StringEquals: { "cognito-identity.amazonaws.com:sub": "x", "token.actions.githubusercontent.com:sub": "y" } }],
  [{ NumericEquals: { "aws:MultiFactorAuthAge": "${aws:PrincipalTag/age}" } }],
])("%j is one that AWS knows", (Condition) => {
  expect(codesOf({ Condition })).toEqual([]);
});

test.each<[Condition, code: string, value: string, hint?: string]>([
  [
    { StringEqual: { "aws:SourceVpc": "v" } },
    "condition-operator-unknown",
    "StringEqual",
    "did you mean `StringEquals`?",
  ],
  [{ NullIfExists: { "aws:SourceVpc": "true" } }, "condition-operator-unknown", "NullIfExists"],
  [{ "ForAnyValues:StringEquals": { "aws:TagKeys": "v" } }, "condition-operator-unknown", "ForAnyValues:StringEquals"],
  // A key that an administrator's guide once invented.
  [{ DateLessThan: { "aws:AccessKeyLastRotated": "2026-01-01" } }, "condition-key-unknown", "aws:AccessKeyLastRotated"],
  [{ StringEquals: { "aws:SourcVpc": "v" } }, "condition-key-unknown", "aws:SourcVpc", "did you mean `aws:SourceVpc`?"],
  [{ StringEquals: { "aws:ResourceTag/": "v" } }, "condition-key-unknown", "aws:ResourceTag/"],
  [{ StringEquals: { "s3:prefixx": "v" } }, "condition-key-unknown", "s3:prefixx", "did you mean `s3:prefix`?"],
  [{ StringEquals: { "s3:prefix": "v" } }, "condition-key-never-present", "s3:prefix"],
  [{ Bool: { "aws:SecureTransport": "yes" } }, "condition-value-malformed", "yes"],
  [{ NumericEquals: { "aws:MultiFactorAuthAge": "old" } }, "condition-value-malformed", "old"],
  [{ DateEquals: { "aws:CurrentTime": "tomorrow" } }, "condition-value-malformed", "tomorrow"],
  [{ IpAddress: { "aws:SourceIp": "localhost" } }, "condition-value-malformed", "localhost"],
])("%j: %s %s", (Condition, code, value, hint) => {
  expect(lintOf({ Condition })).toMatchObject([{ code, value, statement: 0, ...(hint === undefined ? {} : { hint }) }]);
});

test("a key counts if one action of the statement has it", () => {
  const Condition = { StringEquals: { "s3:prefix": "v" } };
  const Resource = ["arn:aws:s3:::photos", "arn:aws:s3:::photos/*"];
  expect(codesOf({ Action: ["s3:GetObject", "s3:ListBucket"], Resource, Condition })).toEqual([]);
});
