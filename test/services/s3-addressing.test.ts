import { expect, test } from "vitest";
import { addressedInput } from "../support/addressed-input.ts";

const bucketAt = (hostname: string) => addressedInput("S3", hostname)["Bucket"];

test.each([
  ["my-bucket.s3.amazonaws.com", "my-bucket"],
  ["my.dotted.bucket.s3.us-east-1.amazonaws.com", "my.dotted.bucket"],
  ["my-bucket.s3-us-west-2.amazonaws.com", "my-bucket"],
  ["my-bucket.s3.dualstack.us-east-1.amazonaws.com", "my-bucket"],
  ["my-bucket.s3-fips.us-east-1.amazonaws.com", "my-bucket"],
  ["my-bucket.s3-fips.dualstack.us-gov-west-1.amazonaws.com", "my-bucket"],
  ["my-bucket.s3-accelerate.amazonaws.com", "my-bucket"],
  ["my-bucket.s3-accelerate.dualstack.amazonaws.com", "my-bucket"],
  ["my-bucket.s3.cn-north-1.amazonaws.com.cn", "my-bucket"],
  ["my-bucket.s3-website-us-east-1.amazonaws.com", "my-bucket"],
  ["my-bucket.s3-external-1.amazonaws.com", "my-bucket"],
  ["my-bucket.bucket.vpce-1a2b3c4d-5e6f.s3.us-east-1.vpce.amazonaws.com", "my-bucket"],
  ["logs.us-east-1.s3.eu-west-1.amazonaws.com", "logs.us-east-1"],
  ["my-bucket--use1-az4--x-s3.s3express-use1-az4.us-east-1.amazonaws.com", "my-bucket--use1-az4--x-s3"],
  ["my-bucket--use1-az4--x-s3.s3express-fips-use1-az4.dualstack.us-east-1.amazonaws.com", "my-bucket--use1-az4--x-s3"],
  ["my-ap-abc-s3alias.s3.us-east-1.amazonaws.com", "my-ap-abc-s3alias"],
  ["my-bucket.s3.localhost.localstack.cloud", "my-bucket"],
  ["my-bucket.localhost", "my-bucket"],
])("%s holds the bucket %s", (hostname, bucket) => {
  expect(bucketAt(hostname)).toBe(bucket);
});

test.each([
  ["my-ap-123456789012.s3-accesspoint.us-east-1.amazonaws.com", "arn:aws:s3:us-east-1:123456789012:accesspoint/my-ap"],
  [
    "my-ap-123456789012.s3-accesspoint-fips.dualstack.us-gov-west-1.amazonaws.com",
    "arn:aws-us-gov:s3:us-gov-west-1:123456789012:accesspoint/my-ap",
  ],
  [
    "my-ap-123456789012.accesspoint.vpce-1a2b-5e6f.s3.us-east-1.vpce.amazonaws.com",
    "arn:aws:s3:us-east-1:123456789012:accesspoint/my-ap",
  ],
  ["mfzwi23gnjvgw.mrap.accesspoint.s3-global.amazonaws.com", "arn:aws:s3::123456789012:accesspoint/mfzwi23gnjvgw.mrap"],
  [
    "my-olap-123456789012.s3-object-lambda.us-east-1.amazonaws.com",
    "arn:aws:s3-object-lambda:us-east-1:123456789012:accesspoint/my-olap",
  ],
  [
    "my-ap-123456789012.op-01234567890123456.s3-outposts.us-east-1.amazonaws.com",
    "arn:aws:s3-outposts:us-east-1:123456789012:outpost/op-01234567890123456/accesspoint/my-ap",
  ],
])("%s is an access point", (hostname, arn) => {
  expect(bucketAt(hostname)).toBe(arn);
});

test.each([
  "s3.amazonaws.com",
  "s3.us-east-1.amazonaws.com",
  "s3-us-west-2.amazonaws.com",
  "s3express-control.us-east-1.amazonaws.com",
  "bucket.vpce-1a2b3c4d-5e6f.s3.us-east-1.vpce.amazonaws.com",
  "localhost",
  "127.0.0.1",
  "minio.internal",
  "s3.localhost.localstack.cloud",
])("%s is path style", (hostname) => {
  expect(bucketAt(hostname)).toBeUndefined();
});
