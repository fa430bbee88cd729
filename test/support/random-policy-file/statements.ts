/** Statements at random: a team's in all shapes that IAM takes, and observed permissions with every awkward character. */
import fc from "fast-check";
import type { Statement } from "../../../src/iam/policy-document.ts";

const ACTIONS = ["s3:GetObject", "s3:PutObject", "s3:ListBucket", "sqs:SendMessage", "dynamodb:GetItem", "kms:Decrypt"];
const PATTERNS = ["s3:*", "s3:Get*", "S3:getobject", "*", "sqs:Send?essage"];

const ARNS = [
  "*",
  "arn:aws:s3:::b",
  "arn:aws:s3:::b/*",
  "arn:aws:s3:::b/1",
  'arn:aws:s3:::b/it\'s "q"',
  "arn:aws:s3:::b/a: #b, [c] {d}",
  "arn:aws:s3:::b/back\\slash",
  "arn:aws:s3:::b/${*}star",
  "arn:aws:s3:::b/%{x}",
  "arn:aws:s3:::b/ü — 日本 🐈",
  `arn:aws:s3:::b/${"long/".repeat(30)}`,
  "arn:aws:sqs:eu-west-1:111122223333:q",
];

type Condition = NonNullable<Statement["Condition"]>;

const CONDITIONS: readonly Condition[] = [
  { StringEquals: { "aws:RequestTag/a": "1" } },
  { StringEquals: { "aws:RequestTag/a": ["yes", 'it\'s: "2"'] } },
  { StringEquals: { "aws:RequestTag/a": "1", "aws:RequestTag/b c": "true" } },
  { StringEquals: { "aws:RequestTag/a: #b${c}%{d} \"e'": "no\b\f" } },
  { StringLike: { "s3:prefix": "home/${*}/" }, Bool: { "aws:SecureTransport": "true" } },
];

const oneOrMany = (values: readonly string[]): fc.Arbitrary<string | string[]> =>
  fc.oneof(fc.constantFrom(...values), fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }));

const conditionOf = (...conditions: readonly Condition[]) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    fc.constantFrom(...conditions).map((Condition) => ({ Condition })),
  );

/** Which a document of Terraform cannot say. */
const AMPERSAND = "arn:aws:s3:::b/&{y}";
const AMPERSAND_CONDITION: Condition = { StringEquals: { "aws:RequestTag/a": "&{z} *" } };

/** One action on one resource. */
const neededStatement = fc
  .tuple(
    fc.constantFrom(...ACTIONS),
    fc.constantFrom(...ARNS, AMPERSAND),
    conditionOf(...CONDITIONS, AMPERSAND_CONDITION),
  )
  .map(([Action, Resource, more]): Statement => ({ Effect: "Allow", Action, Resource, ...more }));

export const needed = fc.array(neededStatement, { maxLength: 8 });

/** Of the team: Deny among them, inverted ones, all in every shape. */
const teamStatement = fc
  .record({
    sid: fc.option(fc.constantFrom("Team", "ReadAll", "NotOurs2")),
    effect: fc.constantFrom("Allow" as const, "Allow" as const, "Deny" as const),
    action: oneOrMany([...ACTIONS, ...PATTERNS]),
    resource: oneOrMany([...ARNS, "arn:aws:s3:::b/${aws:username}/*"]),
    isInverted: fc.constantFrom(false, false, false, true),
    more: conditionOf(...CONDITIONS),
  })
  .map(
    ({ sid, effect, action, resource, isInverted, more }): Statement => ({
      ...(sid === null ? {} : { Sid: sid }),
      Effect: effect,
      ...(isInverted ? { NotAction: action } : { Action: action }),
      Resource: resource,
      ...more,
    }),
  );

export const team = fc.array(teamStatement, { maxLength: 4 });
