/** Answers of S3 that name the KMS key behind an object, a session or a bucket; objects' in a header, so that no object is read. */
import { defineAnswers } from "./define-answers.ts";

const IN_HEADER = {
  kind: "key",
  name: "key",
  key: [{ from: "header", name: "x-amz-server-side-encryption-aws-kms-key-id" }],
} as const;

export const s3Answers = defineAnswers(
  {
    sdkId: "S3",
    operations: [
      "PutObject",
      "GetObject",
      "HeadObject",
      "CopyObject",
      "CreateMultipartUpload",
      "UploadPart",
      "UploadPartCopy",
      "CompleteMultipartUpload",
    ],
    bodyBytes: 0,
    facts: [IN_HEADER],
    see: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/specifying-kms-encryption.html",
  },
  {
    sdkId: "S3",
    operations: ["CreateSession"],
    bodyBytes: 8 * 1024,
    facts: [IN_HEADER, { kind: "session", key: { from: "body", path: "Credentials.AccessKeyId" } }],
    see: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateSession.html",
  },
  {
    sdkId: "S3",
    operations: ["GetBucketEncryption"],
    bodyBytes: 8 * 1024,
    facts: [
      {
        kind: "key",
        name: "key",
        key: [{ from: "body", path: "Rule.ApplyServerSideEncryptionByDefault.KMSMasterKeyID" }],
      },
    ],
    see: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketEncryption.html",
  },
);
