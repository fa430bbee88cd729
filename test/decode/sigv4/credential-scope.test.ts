import { expect, test } from "vitest";
import { parseCredential } from "../../../src/decode/sigv4/credential-scope.ts";

test("reads region and signing name of version 4", () => {
  expect(parseCredential("AKIDEXAMPLE/20260115/eu-west-1/sqs/aws4_request", true)).toEqual({
    accessKeyId: "AKIDEXAMPLE",
    region: "eu-west-1",
    signingName: "sqs",
  });
});

test("finds no region in version 4A", () => {
  expect(parseCredential("AKIDEXAMPLE/20260115/s3/aws4_request", false)).toEqual({
    accessKeyId: "AKIDEXAMPLE",
    signingName: "s3",
  });
});

test("takes a key id with slashes as a whole", () => {
  expect(parseCredential("a/b/20260115/eu-west-1/sqs/aws4_request", true)?.accessKeyId).toBe("a/b");
});

test.each([
  "",
  "AKIDEXAMPLE",
  "AKIDEXAMPLE/20260115/eu-west-1/sqs",
  "AKIDEXAMPLE/20260115/eu-west-1/sqs/aws5_request",
  "AKIDEXAMPLE/20260115/sqs/aws4_request",
  "/20260115/eu-west-1/sqs/aws4_request",
  "AKIDEXAMPLE/20260115/eu-west-1//aws4_request",
])("%j is no credential of version 4", (text) => {
  expect(parseCredential(text, true)).toBeUndefined();
});
