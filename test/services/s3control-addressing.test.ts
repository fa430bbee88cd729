import { expect, test } from "vitest";
import { addressedInput } from "../support/addressed-input.ts";

test.each([
  "123456789012.s3-control.us-east-1.amazonaws.com",
  "123456789012.s3-control-fips.dualstack.us-east-1.amazonaws.com",
  "123456789012.control.vpce-1a2b-5e6f.s3.us-east-1.vpce.amazonaws.com",
])("%s names the account", (hostname) => {
  expect(addressedInput("S3 Control", hostname)).toEqual({ AccountId: "123456789012" });
});

test("the Outposts header makes a bucket's or access point's name an ARN", () => {
  const headers = "x-amz-outpost-id: op-01234567890123456";
  const input = { AccountId: "123456789012", Bucket: "photos", Name: "my-ap" };
  expect(addressedInput("S3 Control", "s3-outposts.us-east-1.amazonaws.com", { headers, input })).toEqual({
    AccountId: "123456789012",
    Bucket: "arn:aws:s3-outposts:us-east-1:123456789012:outpost/op-01234567890123456/bucket/photos",
    Name: "arn:aws:s3-outposts:us-east-1:123456789012:outpost/op-01234567890123456/accesspoint/my-ap",
  });
});

test("an ARN that was sent as such stays", () => {
  const headers = "x-amz-outpost-id: op-1";
  const input = { AccountId: "123456789012", Bucket: "arn:aws:s3-outposts:us-east-1:1:outpost/op-1/bucket/b" };
  expect(addressedInput("S3 Control", "s3-outposts.us-east-1.amazonaws.com", { headers, input })).toEqual(input);
});
