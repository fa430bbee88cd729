import { expect, test } from "vitest";
import { parseParameters } from "../../../src/decode/percent-decoding.ts";
import { requestView } from "../../../src/decode/request-view.ts";
import { authOf, readSignature, signatureOfForm } from "../../../src/decode/sigv4/signature.ts";
import { rawRequest } from "../../support/raw-request.ts";

const ofHeader = (authorization: string, more = "") =>
  readSignature(requestView(rawRequest(`GET / HTTP/1.1\nHost: h\nAuthorization: ${authorization}\n${more}`)));

const ofQuery = (query: string) => readSignature(requestView(rawRequest(`GET /?${query} HTTP/1.1\nHost: h`)));

const REST = "SignedHeaders=host;x-amz-date, Signature=0";

test("reads region and signing name of a version 4 header", () => {
  expect(ofHeader(`AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260115/eu-west-1/sqs/aws4_request, ${REST}`)).toEqual({
    kind: "scoped",
    auth: "sigv4",
    accessKeyId: "AKIDEXAMPLE",
    region: "eu-west-1",
    signingName: "sqs",
  });
});

test("does not need spaces between the parts", () => {
  const signature = ofHeader(
    "AWS4-HMAC-SHA256 SignedHeaders=host,Credential=AKIDEXAMPLE/20260115/eu-west-1/sqs/aws4_request,Signature=0",
  );
  expect(signature).toMatchObject({ kind: "scoped", region: "eu-west-1" });
});

test("reads the region set of version 4A from its own header", () => {
  const credential = "AWS4-ECDSA-P256-SHA256 Credential=AKIDEXAMPLE/20260115/s3/aws4_request";
  expect(ofHeader(`${credential}, ${REST}`, "X-Amz-Region-Set: us-*")).toEqual({
    kind: "scoped",
    auth: "sigv4a",
    accessKeyId: "AKIDEXAMPLE",
    signingName: "s3",
    regionSet: "us-*",
  });
});

test.each(["%2F", "/"])("reads a presigned query whose slashes are %s", (slash) => {
  const credential = ["AKIDEXAMPLE", "20260115", "eu-west-1", "s3", "aws4_request"].join(slash);
  expect(ofQuery(`X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${credential}&X-Amz-Signature=0`)).toEqual({
    kind: "scoped",
    auth: "sigv4-query",
    accessKeyId: "AKIDEXAMPLE",
    region: "eu-west-1",
    signingName: "s3",
  });
});

test("reads a presigned query of version 4A", () => {
  expect(
    ofQuery(
      "X-Amz-Algorithm=AWS4-ECDSA-P256-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20260115%2Fs3%2Faws4_request&X-Amz-Region-Set=%2A",
    ),
  ).toMatchObject({ auth: "sigv4a-query", signingName: "s3", regionSet: "*" });
});

test("reads version 2 of the storage API in header and query", () => {
  expect(ofHeader("AWS AKIDEXAMPLE:frJIUN8DYpKDtOLCwo//yllqDzg=")).toEqual({
    kind: "legacy",
    auth: "sigv2",
    accessKeyId: "AKIDEXAMPLE",
    family: "storage",
  });
  expect(ofQuery("AWSAccessKeyId=AKIDEXAMPLE&Signature=0&Expires=1")).toEqual({
    kind: "legacy",
    auth: "sigv2-query",
    accessKeyId: "AKIDEXAMPLE",
    family: "storage",
  });
});

test("reads version 2 of the query APIs, which may stand in the form", () => {
  const form = parseParameters("Action=A&AWSAccessKeyId=AKIDEXAMPLE&SignatureVersion=2&Signature=0");
  expect(signatureOfForm(form)).toEqual({
    kind: "legacy",
    auth: "sigv2-query",
    accessKeyId: "AKIDEXAMPLE",
    family: "query",
  });
  expect(signatureOfForm(parseParameters("Action=A"))).toBeUndefined();
});

test("tells a bearer token from no signature and from another scheme", () => {
  expect(ofHeader("Bearer abc")).toEqual({ kind: "bearer", auth: "bearer" });
  expect(ofQuery("a=b")).toEqual({ kind: "none", auth: "none" });
  expect(ofHeader("Basic dXNlcjpwYXNz")).toEqual({ kind: "none", auth: "none", scheme: "Basic" });
  expect(ofHeader("{odd}")).toEqual({ kind: "none", auth: "none", scheme: "unknown" });
});

test.each([
  "AWS4-HMAC-SHA256",
  "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE, Signature=0",
  "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260115/sqs/aws4_request",
  "AWS AKIDEXAMPLE",
])("%j is malformed", (authorization) => {
  const signature = ofHeader(authorization);
  expect(signature.kind).toBe("malformed");
  expect(authOf(signature)).toBe("none");
});

test("says nothing of the signature itself", () => {
  const signature = ofHeader(
    "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260115/eu-west-1/sqs/aws4_request, Signature=5ec12e7",
  );
  expect(JSON.stringify(signature)).not.toContain("5ec12e7");
});
