import { expect, test } from "vitest";
import { parseArnTemplate } from "../../src/iam/arn-template.ts";
import { overlaps } from "../../src/iam/overlap.ts";
import { covers, parsePattern } from "../../src/iam/wildcard.ts";

const BUCKET = parseArnTemplate("arn:${Partition}:s3:::${BucketName}");
const OBJECT = parseArnTemplate("arn:${Partition}:s3:::${BucketName}/${ObjectName}");
const TABLE = parseArnTemplate("arn:${Partition}:dynamodb:${Region}:${Account}:table/${TableName}");

test.each([
  [BUCKET, "arn:aws:s3:::b", [true, true]],
  [BUCKET, "arn:aws:s3:::b/k", [true, false]],
  [OBJECT, "arn:aws:s3:::b/k", [true, true]],
  [OBJECT, "arn:aws:s3:::b/k/l", [true, false]],
  [OBJECT, "arn:aws:s3:::b", [false, false]],
  [TABLE, "arn:aws:dynamodb:us-east-1:111122223333:table/t", [true, true]],
  [TABLE, "arn:aws:dynamodb:us-east-1:111122223333:table/t/index/i", [true, false]],
  [TABLE, "arn:aws:dynamodb:us-east-1:111122223333:backup/t", [false, false]],
  [TABLE, "arn:aws:dynamodb:us-east-1:x:111122223333:table/t", [false, false]],
])("%o takes %s loosely and strictly: %j", (template, arn, expected) => {
  expect([overlaps(template.loose, parsePattern(arn)), overlaps(template.strict, parsePattern(arn))]).toEqual(expected);
});

test("the template with more literal characters is the more telling one", () => {
  expect(OBJECT.literalLength).toBe(BUCKET.literalLength + 1);
});

test("a star in a template is a variable", () => {
  const stage = parseArnTemplate("arn:${Partition}:apigateway:${Region}::/restapis/*/stages/${Stage}");
  expect(overlaps(stage.strict, parsePattern("arn:aws:apigateway:us-east-1::/restapis/abc/stages/prod"))).toBe(true);
});

test("a template covers patterns that lie within it", () => {
  expect(
    ["arn:aws:s3:::b/*", "arn:aws:s3:::*", "*"].map((text) => covers(OBJECT.covering, parsePattern(text))),
  ).toEqual([true, false, false]);
});
