/** Answers of S3 that name the KMS key behind an object: in a header, so that no body is read. */
import { defineAnswers } from "./define-answers.ts";

export const s3Answers = defineAnswers({
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
  facts: [
    {
      kind: "key",
      key: { from: "header", name: "x-amz-server-side-encryption-aws-kms-key-id" },
      of: { from: "input", member: "Bucket" },
    },
  ],
  see: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/specifying-kms-encryption.html",
});
