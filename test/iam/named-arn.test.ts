import { expect, test } from "vitest";
import { arnNamer } from "../../src/iam/named-arn.ts";

const BUCKET = { arn: "arn:aws:s3:::photos", expression: "aws_s3_bucket.photos.arn" };
const TABLE = { arn: "arn:aws:dynamodb:eu-west-1:111122223333:table/orders", expression: "Table.Arn" };
const INDEX = { arn: `${TABLE.arn}/index/by-day`, expression: "Index.Arn" };

const nameOf = arnNamer([BUCKET, TABLE, INDEX, { ...BUCKET, expression: "second" }]);

test.each([
  ["the ARN itself", BUCKET.arn, { expression: BUCKET.expression, rest: "" }],
  ["what is within a resource", `${BUCKET.arn}/*`, { expression: BUCKET.expression, rest: "/*" }],
  ["a qualifier", `${TABLE.arn}:7`, { expression: TABLE.expression, rest: ":7" }],
  ["the longest ARN", `${INDEX.arn}/x`, { expression: INDEX.expression, rest: "/x" }],
  [
    "a shorter one where the longest is another's",
    `${TABLE.arn}/index/by-days`,
    { expression: TABLE.expression, rest: "/index/by-days" },
  ],
])("names %s", (_, text, named) => {
  expect(nameOf(text)).toEqual(named);
});

test.each([
  ["a longer name", "arn:aws:s3:::photos-archive"],
  ["a pattern", "arn:aws:s3:::photos*"],
  ["another account's", TABLE.arn.replace("1111", "4444")],
  ["no ARN", "*"],
])("does not name %s", (_, text) => {
  expect(nameOf(text)).toBeUndefined();
});

test("knows nothing without names", () => {
  expect(arnNamer([])(BUCKET.arn)).toBeUndefined();
});
