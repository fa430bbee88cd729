import { expect, test } from "vitest";
import { isOurSid } from "../../src/merge/our-sid.ts";

test.each([
  ["IamgenS3Read", true],
  ["Iamgen", true],
  ["iamgenS3Read", false],
  ["MyIamgenRead", false],
  ["", false],
  [undefined, false],
])("a statement with the Sid %j is ours: %j", (sid, isOurs) => {
  expect(isOurSid(sid)).toBe(isOurs);
});
