import { expect, test } from "vitest";
import { createCsmDecoder } from "../../../src/decode/csm/csm-decoder.ts";
import { identityOfAccessKey } from "../../../src/decode/sigv4/access-key.ts";
import { csmAttempt, csmCall, KEY } from "../../support/csm.ts";
import { REAL_CONTEXT } from "../../support/real-decoder.ts";

const decoder = createCsmDecoder(REAL_CONTEXT);

test("a call is its operation, its place, its key and the bucket of its host", () => {
  expect(decoder.decode({ call: csmCall(), attempts: [csmAttempt()] })).toEqual({
    call: {
      kind: "call",
      sdkId: "S3",
      operation: "GetObject",
      signingName: "s3",
      protocol: "rest-xml",
      partition: "aws",
      region: "us-east-1",
      account: "111122223333",
      identity: identityOfAccessKey(KEY),
      auth: "sigv4",
      hostname: "photos.s3.amazonaws.com",
      input: { Bucket: "photos" },
      members: ["Bucket"],
      inputTruncated: true,
      outcome: { kind: "none" },
      source: "csm",
    },
    outcome: { kind: "succeeded", httpStatus: 200 },
    learned: [],
  });
});

test("a denial says what was missing, and who the caller is", () => {
  const arn = "arn:aws:iam::111122223333:user/ann";
  const message = `User: ${arn} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::photos/a" because no identity-based policy allows the s3:GetObject action`;
  const refused = { HttpStatusCode: 403, AwsException: "AccessDenied", AwsExceptionMessage: message };
  const call = csmCall({ FinalHttpStatusCode: 403, FinalAwsException: "AccessDenied" });
  expect(decoder.decode({ call, attempts: [csmAttempt(refused)] })).toMatchObject({
    outcome: {
      kind: "denied",
      errorCode: "AccessDenied",
      denial: { action: "s3:GetObject", resource: "arn:aws:s3:::photos/a" },
    },
    learned: [{ kind: "identity", id: identityOfAccessKey(KEY), arn }],
  });
});

test("a call without its attempts has no known identity; an attempt without a key was not signed", () => {
  expect(decoder.decode({ call: csmCall(), attempts: [] })).toMatchObject({
    call: { identity: "unknown", auth: "sigv4", hostname: "", input: {} },
    outcome: { kind: "succeeded" },
  });
  expect(decoder.decode({ call: csmCall(), attempts: [csmAttempt({ AccessKey: undefined })] })).toMatchObject({
    call: { identity: "anonymous", auth: "none" },
  });
});

test.each([
  ["cn-north-1", "dynamodb.cn-north-1.amazonaws.com.cn", "cn-north-1", "aws-cn"],
  ["aws-global", "iam.us-gov.amazonaws.com", "", "aws"],
  ["", "sqs.eu-west-1.amazonaws.com", "eu-west-1", "aws"],
])("region %j at %s is region %j of partition %s", (Region, Fqdn, region, partition) => {
  const decoded = decoder.decode({ call: csmCall({ Region }), attempts: [csmAttempt({ Region, Fqdn })] });
  expect(decoded).toMatchObject({ call: { region, partition } });
});

test("what no model has is told, not guessed", () => {
  expect(decoder.decode({ call: csmCall({ Service: "Teapot" }), attempts: [] })).toEqual({
    kind: "undecoded",
    reason: "unknown-endpoint",
    authority: "client-side monitoring",
    detail: "Teapot",
  });
  expect(decoder.decode({ call: csmCall({ Api: "BrewTea" }), attempts: [csmAttempt()] })).toEqual({
    kind: "undecoded",
    reason: "unknown-operation",
    authority: "photos.s3.amazonaws.com",
    detail: "S3 BrewTea",
  });
});

test("a call without an answer is told as such", () => {
  const call = csmCall({ FinalHttpStatusCode: undefined });
  const attempts = [csmAttempt({ HttpStatusCode: undefined })];
  expect(decoder.decode({ call, attempts })).toMatchObject({ outcome: { kind: "none" } });
});
