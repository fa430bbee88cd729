import { describe, expect, test } from "vitest";
import { applicabilityOf, withEvidence } from "../../src/synthesize/applicability.ts";
import { SMALL_INDEX } from "../support/authorization-index.ts";

const TABLE = "arn:aws:dynamodb:eu-west-1:111122223333:table/t";
const ROLE = "arn:aws:iam::111122223333:role";
const applicability = applicabilityOf(SMALL_INDEX);

describe("an action applies", () => {
  test.each([
    ["s3:GetObject", "arn:aws:s3:::b/k", true],
    ["s3:GetObject", "arn:aws:s3:::b", false],
    ["s3:ListBucket", "arn:aws:s3:::b", true],
    ["s3:ListBucket", "arn:aws:s3:::b/k/l", false],
    ["s3:ListBucket", "arn:aws:s3:::b/*", false],
    ["s3:ListBucket", "arn:aws:s3:::b*", true],
    ["s3:GetObject", "arn:aws:s3:::b*", true],
    ["s3:GetObject", "arn:aws:s3:::*", true],
    ["s3:GetObject", "*", true],
    ["s3:ListAllMyBuckets", "*", true],
    ["s3:ListAllMyBuckets", "arn:aws:s3:::b", false],
    ["S3:getobject", "arn:aws:s3:::b", false],
    ["dynamodb:GetItem", TABLE, true],
    ["dynamodb:GetItem", `${TABLE}/index/i`, false],
    ["dynamodb:GetItem", `${TABLE}/index/*`, false],
    ["dynamodb:GetItem", `${TABLE}/*`, true],
    ["dynamodb:Query", `${TABLE}/index/i`, true],
    ["iam:GetRole", `${ROLE}/path/name`, true],
    ["sqs:SendMessage", TABLE, true],
    ["s3:Unknown", "arn:aws:s3:::b", true],
    ["unknown:Action", "arn:aws:s3:::b", true],
    ["nonsense", "arn:aws:s3:::b", true],
  ])("%s to %s: %s", (action, resource, expected) => {
    expect(applicability.mayApply(action, resource)).toBe(expected);
  });
});

test("what was seen counts more than the tables, for all resources of that class", () => {
  const seen = withEvidence(applicability, [{ action: "s3:GetObject", resource: "arn:aws:s3:::b" }]);
  expect(seen.mayApply("s3:GetObject", "arn:aws:s3:::other")).toBe(true);
  expect(seen.mayApply("s3:PutObject", "arn:aws:s3:::other")).toBe(false);
});

test("resources of one class are those of the same types", () => {
  const classes = ["arn:aws:s3:::b", "arn:aws:s3:::c", "arn:aws:s3:::b/k", "arn:aws:s3:::b*", "*", "arn:aws:sqs:::q"];
  expect(classes.map((resource) => applicability.resourceClass("s3", resource))).toEqual([
    "bucket",
    "bucket",
    "object",
    "bucket\nobject",
    "*",
    "?",
  ]);
});
