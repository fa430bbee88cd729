import { expect, test } from "vitest";
import { sayableConditions, sayablePattern, sayableStatement } from "../../src/iam/ampersand-variables.ts";
import { evaluate } from "../../src/iam/evaluate.ts";
import type { Statement } from "../../src/iam/policy-document.ts";

test("one character stands for an ampersand that would begin a variable, and only for that", () => {
  expect(sayablePattern("arn:aws:s3:::b/a&{c} & d&&{e}/${aws:username}")).toBe(
    "arn:aws:s3:::b/a?{c} & d&?{e}/${aws:username}",
  );
});

test("conditions that can be said stay as they are", () => {
  const conditions = { StringEquals: { "aws:RequestTag/a": ["x & y"] } };
  expect(sayableConditions(conditions)).toBe(conditions);
});

test.each([
  ["StringEquals", "StringLike"],
  ["StringEqualsIfExists", "StringLikeIfExists"],
  ["ForAnyValue:StringEquals", "ForAnyValue:StringLike"],
])("%s takes no pattern, so that %s stands for it", (operator, like) => {
  expect(sayableConditions({ [operator]: { "aws:RequestTag/a": ["1*&{x}", "?"], "aws:RequestTag/b": ["*"] } })).toEqual(
    {
      [like]: { "aws:RequestTag/a": ["1${*}?{x}", "${?}"] },
      [operator]: { "aws:RequestTag/b": ["*"] },
    },
  );
});

test("operators of patterns stay", () => {
  expect(sayableConditions({ StringLike: { "s3:prefix": ["&{a}*"] }, ArnLike: { "aws:SourceArn": ["a&{"] } })).toEqual({
    StringLike: { "s3:prefix": ["?{a}*"] },
    ArnLike: { "aws:SourceArn": ["a?{"] },
  });
});

test("a statement allows what it allowed before", () => {
  const statement: Statement = {
    Effect: "Allow",
    Action: "s3:PutObject",
    Resource: ["arn:aws:s3:::b/a", "arn:aws:s3:::b/&{y}", "arn:aws:s3:::b/?{y}"],
    Condition: { StringEquals: { "s3:RequestObjectTag/t": "&{v}*" } },
  };
  const said = sayableStatement(statement);
  expect(said).toEqual({
    Effect: "Allow",
    Action: "s3:PutObject",
    Resource: ["arn:aws:s3:::b/?{y}", "arn:aws:s3:::b/a"],
    Condition: { StringLike: { "s3:RequestObjectTag/t": "?{v}${*}" } },
  });
  const request = {
    action: "s3:PutObject",
    resource: "arn:aws:s3:::b/&{y}",
    context: { "s3:RequestObjectTag/t": ["&{v}*"] },
  };
  expect(evaluate([{ Version: "2012-10-17", Statement: [said] }], request)).toBe("allowed");
});
