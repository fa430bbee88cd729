import { expect, test } from "vitest";
import { callRegion } from "../../src/decode/call-region.ts";
import type { Signature } from "../../src/decode/sigv4/signature.ts";

const SIGV4: Signature = { kind: "scoped", auth: "sigv4", accessKeyId: "K", region: "eu-west-1", signingName: "sqs" };
const SIGV4A: Signature = { kind: "scoped", auth: "sigv4a", accessKeyId: "K", signingName: "s3", regionSet: "*" };
const SIGV2: Signature = { kind: "legacy", auth: "sigv2", accessKeyId: "K", family: "storage" };
const NONE: Signature = { kind: "none", auth: "none" };

test("takes the region from the credential scope, not from the host", () => {
  expect(callRegion(SIGV4, "sqs.us-gov-west-1.amazonaws.com")).toEqual({ region: "eu-west-1", partition: "aws" });
});

test.each([
  ["eu-west-1", "aws"],
  ["cn-north-1", "aws-cn"],
  ["us-gov-east-1", "aws-us-gov"],
])("the region %s tells partition %s on any host", (region, partition) => {
  expect(callRegion({ ...SIGV4, region }, "localhost")).toEqual({ region, partition });
});

test("a made-up region on a stand-in is kept, in the common partition", () => {
  expect(callRegion({ ...SIGV4, region: "local" }, "localhost")).toEqual({ region: "local", partition: "aws" });
});

test.each([
  ["*", "my-ap.op-1.s3-outposts.us-east-1.amazonaws.com", "us-east-1", "aws"],
  ["*", "x.mrap.accesspoint.s3-global.amazonaws.com", "*", "aws"],
  ["eu-west-1", "x.mrap.accesspoint.s3-global.amazonaws.com", "eu-west-1", "aws"],
  ["us-*", "partner.global.api.amazonwebservices.com.cn", "*", "aws-cn"],
])("version 4A for %s at %s is in %s of %s", (regionSet, hostname, region, partition) => {
  expect(callRegion({ ...SIGV4A, regionSet }, hostname)).toEqual({ region, partition });
});

test.each([
  [SIGV2, "my-bucket.s3.eu-west-1.amazonaws.com", "eu-west-1"],
  [SIGV2, "sdb.amazonaws.com", "us-east-1"],
  [NONE, "cognito-idp.us-west-2.amazonaws.com", "us-west-2"],
  [NONE, "localhost", ""],
] as const)("without a scope the host tells the region, where it can", (signature, hostname, region) => {
  expect(callRegion(signature, hostname)).toEqual({ region, partition: "aws" });
});
