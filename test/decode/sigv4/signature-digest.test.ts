import { expect, test } from "vitest";
import { signatureDigest } from "../../../src/decode/sigv4/signature-digest.ts";

const SIGNED =
  "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=00ff";
const head = (headers: readonly (readonly [string, string])[], target = "/") => ({ headers, target });

test("header and query give the same digest, which is not the signature", () => {
  const digest = signatureDigest(head([["Authorization", SIGNED]]));
  expect(digest).toMatch(/^[0-9a-f]{24}$/);
  expect(digest).not.toContain("00ff");
  expect(signatureDigest(head([], "/k?X-Amz-Date=x&X-Amz-Signature=00ff&x=1"))).toBe(digest);
  expect(signatureDigest(head([["authorization", SIGNED.replace("00ff", "00fe")]]))).not.toBe(digest);
});

test("what is not signed so has none", () => {
  expect(signatureDigest(head([]))).toBeUndefined();
  expect(signatureDigest(head([["authorization", "Bearer x"]]))).toBeUndefined();
  expect(signatureDigest(head([["authorization", "AWS AKID:c2ln"]], "/?Signature="))).toBeUndefined();
});
