import { expect, test } from "vitest";
import { inCallersAccount } from "../../src/authorize/real-account.ts";
import { permission } from "../support/recording.ts";

const STAND_IN = "arn:aws:sqs:us-east-1:123456789012:jobs";
const REAL = "arn:aws:sqs:us-east-1:444455556666:jobs";

test("a stand-in's resource stands in the caller's account, and that is told", () => {
  const conditions = { ArnEquals: { "aws:SourceArn": [STAND_IN] }, StringEquals: { "sqs:x": ["123456789012"] } };
  expect(inCallersAccount([permission({ resources: [STAND_IN], conditions })], "444455556666")).toEqual([
    {
      ...permission({ resources: [REAL] }),
      conditions: { ArnEquals: { "aws:SourceArn": [REAL] }, StringEquals: { "sqs:x": ["123456789012"] } },
      isMovedFromStandIn: true,
    },
  ]);
});

test("where the caller's account is unknown, or the stand-in's as well, nothing is better than what was named", () => {
  const named = [permission({ resources: [STAND_IN] })];
  expect(inCallersAccount(named, undefined)).toEqual(named);
  expect(inCallersAccount(named, "000000000000")).toEqual(named);
});

test("resources of other real accounts are left alone", () => {
  const named = [permission({ resources: ["arn:aws:sqs:us-east-1:111122223333:jobs", "*"] })];
  expect(inCallersAccount(named, "444455556666")).toEqual(named);
});
