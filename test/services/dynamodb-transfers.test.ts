import { expect, test } from "vitest";
import dynamodb from "../../src/services/dynamodb.ts";
import { permitsOf } from "./permits-of.ts";

test("an export without prefix may write anywhere in its bucket, and nowhere else", () => {
  const input = { TableArn: "arn:aws:dynamodb:us-east-1:123456789012:table/t", S3Bucket: "b" };
  expect(permitsOf(dynamodb)("ExportTableToPointInTime", input)).toContain("s3:PutObject arn:aws:s3:::b/*");
});

test("an export under a key of the customer uses the key through S3", () => {
  const input = {
    TableArn: "arn:aws:dynamodb:us-east-1:123456789012:table/t",
    S3Bucket: "b",
    S3SseKmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/k",
  };
  expect(permitsOf(dynamodb)("ExportTableToPointInTime", input)).toContain(
    "kms:GenerateDataKey arn:aws:kms:us-east-1:123456789012:key/k if kms:ViaService = s3.us-east-1.amazonaws.com",
  );
});
