import { expect, test } from "vitest";
import { commonPattern, keptLetters } from "../../src/synthesize/common-pattern.ts";

const S3 = "arn:aws:s3:::";

test.each([
  [["b/red", "b/blue"], "b/*", ["red", "blue"]],
  [["b/out-red.csv", "b/out-blue.csv"], "b/out-*.csv", ["red", "blue"]],
  [["b/redder", "b/redden"], "b/*", ["redder", "redden"]],
  [["red-b/red", "blue-b/blue"], "*-b/*", ["red", "blue"]],
  [["b/a-", "b/a-x"], "b/a-*", ["", "x"]],
  [["b/x", "b/x"], "b/x", []],
  [["red", "blue"], undefined, []],
  [["b/red", "b/blue/x"], undefined, []],
])("%j is %s", (names, pattern, words) => {
  const expected = pattern === undefined ? undefined : S3 + pattern;
  expect(commonPattern(names.map((name) => S3 + name))).toEqual({ pattern: expected, words });
});

test("nothing has no pattern", () => {
  expect(commonPattern([])).toEqual({ pattern: undefined, words: [] });
});

test.each([
  [`${S3}b-*/k`, 1],
  [`${S3}photos/*`, 6],
  ["arn:aws:dynamodb:eu-west-1:111122223333:table/*", 0],
  ["arn:aws:dynamodb:eu-west-1:111122223333:table/orders-*", 6],
  ["arn:aws:lambda:eu-west-1:111122223333:function:*", 0],
  ["arn:aws:sqs:eu-west-1:111122223333:jobs-*", 4],
])("%s keeps %i letters of the name", (pattern, letters) => {
  expect(keptLetters(pattern)).toBe(letters);
});
