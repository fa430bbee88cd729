import { expect, test } from "vitest";
import { inRealAccount, isStandInAccount } from "../../src/iam/stand-in-account.ts";

test.each([
  ["arn:aws:sqs:us-east-1:123456789012:jobs", "arn:aws:sqs:us-east-1:444455556666:jobs"],
  ["arn:aws:iam::000000000000:role/a:b", "arn:aws:iam::444455556666:role/a:b"],
  ["arn:aws:sqs:us-east-1:111122223333:jobs", "arn:aws:sqs:us-east-1:111122223333:jobs"],
  ["arn:aws:s3:::123456789012", "arn:aws:s3:::123456789012"],
  ["arn:aws:sqs:us-east-1:123456789012", "arn:aws:sqs:us-east-1:123456789012"],
  ["*", "*"],
])("%s", (arn, moved) => {
  expect(inRealAccount(arn, "444455556666")).toBe(moved);
});

test("knows the ids that no customer has", () => {
  expect(["123456789012", "000000000000", "111122223333"].map(isStandInAccount)).toEqual([true, true, false]);
});
