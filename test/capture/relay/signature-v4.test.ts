import { expect, test } from "vitest";
import { headerSignature, presignedQuery, signingKey } from "../../../src/capture/relay/signature-v4.ts";

const CREDENTIALS = {
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
};
const EMPTY_HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/** GetObject of the Amazon S3 API reference, "Signature calculations for the authorization header" and "… query parameters". */
const EXAMPLE = {
  method: "GET",
  path: "/test.txt",
  query: {},
  headers: { host: "examplebucket.s3.amazonaws.com" },
  scope: { region: "us-east-1", signingName: "s3" },
  date: new Date("2013-05-24T00:00:00Z"),
  escapesPath: false,
};

test("the header is the one of AWS's example", async () => {
  const headers = { ...EXAMPLE.headers, range: "bytes=0-9", "x-amz-content-sha256": EMPTY_HASH };
  expect(await headerSignature(CREDENTIALS, { ...EXAMPLE, headers, payloadHash: EMPTY_HASH })).toEqual({
    authorization:
      "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, " +
      "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date, " +
      "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
    "x-amz-date": "20130524T000000Z",
  });
});

test("the presigned query is the one of AWS's example", async () => {
  const query = await presignedQuery(CREDENTIALS, { ...EXAMPLE, payloadHash: "UNSIGNED-PAYLOAD" }, 86_400);
  expect(query["X-Amz-Signature"]).toBe("aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404");
});

test("a session's token is part of both", async () => {
  const session = { ...CREDENTIALS, sessionToken: "token" };
  const request = { ...EXAMPLE, payloadHash: EMPTY_HASH };
  expect(await headerSignature(session, request)).toMatchObject({ "x-amz-security-token": "token" });
  expect(await presignedQuery(session, request, 60)).toMatchObject({ "X-Amz-Security-Token": "token" });
});

test("the signing key is the one of AWS's example", async () => {
  // AWS General Reference, "Examples of how to derive a signing key".
  const secretAccessKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
  const scope = { region: "us-east-1", signingName: "iam" };
  const key = await signingKey({ ...CREDENTIALS, secretAccessKey }, "20120215", scope);
  expect(Buffer.from(key).toString("hex")).toBe("f4780e2d9f65fa895f9c67b32ce1baf0b0d8a43505a000a1a9e090d414db404d");
});
