import { expect, test } from "vitest";
import { requirementsOf } from "../../src/synthesize/requirement.ts";
import { actionWidenings, widenActions } from "../../src/synthesize/widen-actions.ts";
import { SMALL_INDEX } from "../support/authorization-index.ts";
import { observed } from "../support/observed-permission.ts";

const OBJECT = "arn:aws:s3:::b/k";
const needed = requirementsOf([
  observed("s3:PutObject", OBJECT),
  observed("s3:PutObjectTagging", OBJECT),
  observed("s3:ListBucket", "arn:aws:s3:::b"),
  observed("s3:ListAllMyBuckets", "*"),
  observed("sqs:ReceiveMessage", "arn:aws:sqs:eu-west-1:111122223333:q"),
  observed("iam:GetRole", "arn:aws:iam::111122223333:role/r"),
  observed("iam:GetUser", "arn:aws:iam::111122223333:user/u"),
]);

test("verbs that several actions share are offered, those that add nothing first, with what they add", () => {
  expect(actionWidenings(needed, SMALL_INDEX).map(({ pattern, adds }) => [pattern, adds])).toEqual([
    ["iam:Get*", []],
    ["s3:List*", []],
    ["s3:Put*", []],
  ]);
  const gets = requirementsOf([observed("s3:GetBucketLocation", "*"), observed("s3:GetX", "*")]);
  expect(actionWidenings(gets, SMALL_INDEX).map(({ pattern, adds }) => [pattern, adds])).toEqual([
    ["s3:Get*", ["s3:GetObject"]],
  ]);
});

test("a pattern stands only where the same resource needs several of its actions", () => {
  const widened = actionWidenings(needed, SMALL_INDEX).reduce(widenActions, needed);
  expect(widened.map(({ action, resource }) => `${action} ${resource}`)).toEqual([
    "iam:GetRole arn:aws:iam::111122223333:role/r",
    "iam:GetUser arn:aws:iam::111122223333:user/u",
    "s3:ListAllMyBuckets *",
    "s3:ListBucket arn:aws:s3:::b",
    `s3:Put* ${OBJECT}`,
    `s3:Put* ${OBJECT}`,
    "sqs:ReceiveMessage arn:aws:sqs:eu-west-1:111122223333:q",
  ]);
});
