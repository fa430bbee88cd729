/** Answers of KMS: each names the key that was used, also where the request gave an alias or nothing but a ciphertext. */
import { defineAnswers } from "./define-answers.ts";

/** Room for the plaintext or ciphertext beside the key's ARN, of which nothing is kept. */
const BODY_BYTES = 32 * 1024;

const KEY_USED = { kind: "key", name: "key", key: [{ from: "body", path: "KeyId" }] } as const;

export const kmsAnswers = defineAnswers(
  {
    sdkId: "KMS",
    operations: [
      "Decrypt",
      "DeriveSharedSecret",
      "Encrypt",
      "GenerateDataKey",
      "GenerateDataKeyPair",
      "GenerateDataKeyPairWithoutPlaintext",
      "GenerateDataKeyWithoutPlaintext",
      "GenerateMac",
      "GetPublicKey",
      "Sign",
      "Verify",
      "VerifyMac",
    ],
    bodyBytes: BODY_BYTES,
    facts: [KEY_USED],
    see: "https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html",
  },
  {
    sdkId: "KMS",
    operations: ["ReEncrypt"],
    bodyBytes: BODY_BYTES,
    facts: [{ kind: "key", name: "source", key: [{ from: "body", path: "SourceKeyId" }] }, KEY_USED],
    see: "https://docs.aws.amazon.com/kms/latest/APIReference/API_ReEncrypt.html",
  },
  {
    sdkId: "KMS",
    operations: ["DescribeKey"],
    bodyBytes: BODY_BYTES,
    facts: [{ kind: "key", name: "key", key: [{ from: "body", path: "KeyMetadata.Arn" }] }],
    see: "https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html",
  },
);
