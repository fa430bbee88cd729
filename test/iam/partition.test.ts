import { expect, test } from "vitest";
import {
  isAwsHostname,
  PARTITIONS,
  partitionOfHostname,
  partitionOfRegion,
  regionOfHostname,
  withoutDnsSuffix,
} from "../../src/iam/partition.ts";

test.each([
  ["us-east-1", "aws"],
  ["mx-central-1", "aws"],
  ["cn-north-1", "aws-cn"],
  ["us-gov-west-1", "aws-us-gov"],
  ["eusc-de-east-1", "aws-eusc"],
  ["us-iso-east-1", "aws-iso"],
  ["us-isob-east-1", "aws-iso-b"],
  ["eu-isoe-west-1", "aws-iso-e"],
  ["us-isof-south-1", "aws-iso-f"],
])("region %s belongs to partition %s", (region, partition) => {
  expect(partitionOfRegion(region)?.name).toBe(partition);
});

test.each(["", "*", "global", "aws-global", "localhost"])("%j is no region", (name) => {
  expect(partitionOfRegion(name)).toBeUndefined();
});

test("each partition's implicit region is one of its own", () => {
  expect(PARTITIONS.map(({ implicitRegion }) => partitionOfRegion(implicitRegion)?.name)).toEqual(
    PARTITIONS.map(({ name }) => name),
  );
});

test.each([
  "s3.amazonaws.com",
  "SQS.eu-west-1.AMAZONAWS.com",
  "my.bucket.s3.dualstack.us-west-2.amazonaws.com",
  "lambda.us-east-1.api.aws",
  "abc.lambda-url.us-east-1.on.aws",
  "us-east-1.oauth.signin.aws",
  "us-east-1.signin.aws.amazon.com",
  "cn-north-1.signin.amazonaws.cn",
  "s3.cn-north-1.amazonaws.com.cn",
  "ec2.cn-north-1.api.amazonwebservices.com.cn",
  "sts.us-iso-east-1.c2s.ic.gov",
  "s3.eusc-de-east-1.amazonaws.eu",
])("%s is a name of AWS", (hostname) => {
  expect(isAwsHostname(hostname)).toBe(true);
});

test.each([
  "amazonaws.com",
  "evilamazonaws.com",
  "s3.amazonaws.com.example.com",
  "localhost",
  "repost.aws",
  "docs.aws.amazon.com",
  "",
])("%j is no name of AWS", (hostname) => {
  expect(isAwsHostname(hostname)).toBe(false);
});

test("takes the DNS suffix off, the longer one where two could fit", () => {
  expect(withoutDnsSuffix("sqs.cn-north-1.amazonaws.com.cn")).toBe("sqs.cn-north-1");
  expect(withoutDnsSuffix("sqs.us-east-1.amazonaws.com")).toBe("sqs.us-east-1");
  expect(withoutDnsSuffix("us-east-1.signin.aws.amazon.com")).toBe("us-east-1.signin");
  expect(withoutDnsSuffix("sqs.example.com")).toBeUndefined();
});

test.each([
  ["sqs.eu-west-1.amazonaws.com", "eu-west-1"],
  ["s3-us-west-2.amazonaws.com", "us-west-2"],
  ["logs.us-east-1.s3.eu-west-1.amazonaws.com", "eu-west-1"],
  ["vpce-0a.sqs.us-gov-west-1.vpce.amazonaws.com", "us-gov-west-1"],
  ["iam.amazonaws.com", undefined],
  ["sqs.eu-west-1.example.com", undefined],
])("finds the region in %s", (hostname, region) => {
  expect(regionOfHostname(hostname)).toBe(region);
});

test.each([
  ["sqs.us-gov-west-1.amazonaws.com", "aws-us-gov"],
  ["partner.global.api.amazonwebservices.com.cn", "aws-cn"],
  ["iam.amazonaws.com", "aws"],
  ["localhost", undefined],
])("tells the partition of %s without a signature", (hostname, partition) => {
  expect(partitionOfHostname(hostname)?.name).toBe(partition);
});
