import { expect, test } from "vitest";
import { apiCall } from "../support/api-call.ts";
import { rawResponse } from "../support/raw-response.ts";
import { realDecoder } from "../support/real-decoder.ts";

const KEY = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";

const outcome = (operation: string, body: object) =>
  realDecoder.readResponse(
    apiCall({ sdkId: "KMS", operation, signingName: "kms", protocol: "json", input: {}, members: [] }),
    rawResponse(`HTTP/1.1 200 OK\n\n${JSON.stringify(body)}`),
  ).outcome;

test("the key of a ciphertext is known from the answer, and nothing that was in it", () => {
  expect(outcome("Decrypt", { KeyId: KEY, Plaintext: "c2VjcmV0" })).toEqual({
    kind: "succeeded",
    httpStatus: 200,
    keys: { key: KEY },
  });
});

test("a re-encryption names both keys", () => {
  expect(outcome("ReEncrypt", { SourceKeyId: "1234abcd", KeyId: KEY }).keys).toEqual({ source: "1234abcd", key: KEY });
});
