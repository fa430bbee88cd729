import { expect, test } from "vitest";
import { coversArn, fitsTemplate, parseArnPattern, parseArnTemplate } from "../../src/iam/arn-template.ts";

const TEMPLATES = {
  bucket: parseArnTemplate("arn:${Partition}:s3:::${BucketName}"),
  object: parseArnTemplate("arn:${Partition}:s3:::${BucketName}/${ObjectName}"),
  table: parseArnTemplate("arn:${Partition}:dynamodb:${Region}:${Account}:table/${TableName}"),
  stage: parseArnTemplate("arn:${Partition}:apigateway:${Region}::/restapis/*/stages/${Stage}"),
};

const arnPattern = (text: string) => {
  const parsed = parseArnPattern(text);
  if (parsed === undefined) throw new Error(`no ARN: ${text}`);
  return parsed;
};

test.each<[keyof typeof TEMPLATES, string, loose: boolean, strict: boolean]>([
  ["bucket", "arn:aws:s3:::b", true, true],
  ["bucket", "arn:aws-cn:s3:::b", true, true],
  ["bucket", "arn:aws:s3:::b/k", true, false],
  ["bucket", "arn:aws:s3:::b/*", true, false],
  ["bucket", "arn:aws:s3:::b*", true, true],
  ["bucket", "arn:aws:s3:eu-west-1::b", false, false],
  ["object", "arn:aws:s3:::b/k", true, true],
  ["object", "arn:aws:s3:::b/k/l", true, false],
  ["object", "arn:aws:s3:::b", false, false],
  ["object", "arn:aws:s3:::*", true, true],
  ["table", "arn:aws:dynamodb:us-east-1:111122223333:table/t", true, true],
  ["table", "arn:aws:dynamodb:us-east-1:*:table/t", true, true],
  ["table", "arn:aws:dynamodb:*:*:*", true, true],
  ["table", "arn:aws:dynamodb:us-east-1:111122223333:table/t/index/i", true, false],
  ["table", "arn:aws:dynamodb:us-east-1:111122223333:backup/t", false, false],
  ["table", "arn:aws:dax:us-east-1:111122223333:table/t", false, false],
  ["stage", "arn:aws:apigateway:us-east-1::/restapis/abc/stages/prod", true, true],
  ["stage", "arn:aws:apigateway:us-east-1::/restapis/abc/stages", false, false],
])("%s fits %s loosely: %s, strictly: %s", (name, text, loose, strict) => {
  const template = TEMPLATES[name];
  const arn = arnPattern(text);
  expect([fitsTemplate(template, arn), fitsTemplate(template, arn, "strict")]).toEqual([loose, strict]);
});

test.each<[string, boolean]>([
  ["arn:aws:s3:::b/*", true],
  ["arn:aws:s3:::*/k", true],
  ["arn:aws:s3:::b*", false],
  ["arn:aws:*:::b/*", false],
])("object covers the whole of %s: %s", (text, expected) => {
  expect(coversArn(TEMPLATES.object, arnPattern(text))).toBe(expected);
});

test("the template with more literal characters is the more telling one", () => {
  expect([TEMPLATES.bucket.literalLength, TEMPLATES.object.literalLength]).toEqual([0, 1]);
});

test.each(["*", "arn:aws:s3", "arn:aws:s3:*", ""])("%j is not cut into fields", (text) => {
  expect(parseArnPattern(text)).toBeUndefined();
});
