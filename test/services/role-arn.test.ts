import { expect, test } from "vitest";
import { isRoleArn } from "../../src/services/role-arn.ts";

test.each(["arn:aws:iam::123456789012:role/worker", "arn:aws-cn:iam::123456789012:role/service-role/my.worker+x@y,z"])(
  "%s is a role",
  (text) => {
    expect(isRoleArn(text)).toBe(true);
  },
);

test.each([
  "arn:aws:iam::123456789012:role/",
  "arn:aws:iam::123456789012:user/alice",
  "arn:aws:iam::aws:role/worker",
  "arn:aws:sts::123456789012:assumed-role/worker/s",
  "see arn:aws:iam::123456789012:role/worker",
  "arn:aws:iam::123456789012:role/*",
  "",
])("%j is none", (text) => {
  expect(isRoleArn(text)).toBe(false);
});
