/** DynamoDB: exports, imports and streams reach into S3 and Kinesis with the caller's permissions. */
import { operationRules } from "./define-service.ts";
import { usesKey } from "./kms-key.ts";
import { whenMember } from "./rule-condition.ts";
import { arnIn, filled, typed } from "./rule-resource.ts";
import { firstOf, joined, member, unknownPart } from "./rule-value.ts";

const belowPrefix = (path: string, prefix: string) =>
  filled("object", {
    BucketName: member(path),
    ObjectName: firstOf(
      joined(member(prefix), unknownPart("*", "key-chosen-by-aws", "the request gives the beginning of the keys only")),
      unknownPart("*", "key-chosen-by-aws", "the request gives the bucket only"),
    ),
  });

export default operationRules({
  ExportTableToPointInTime: {
    authorizedActions: [
      { action: "dynamodb:ExportTableToPointInTime" },
      {
        action: ["s3:AbortMultipartUpload", "s3:PutObject", "s3:PutObjectAcl"],
        resource: belowPrefix("S3Bucket", "S3Prefix"),
        origin: "forward-access",
        because: "the export is written to the bucket with the caller's permissions",
      },
      ...usesKey({ path: "S3SseKmsKeyId", actions: ["Decrypt", "GenerateDataKey"], via: "s3" }),
    ],
    because: "an export is written to S3 for the caller",
    see: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport_Requesting.html",
    examples: [
      {
        input: { TableArn: "arn:aws:dynamodb:us-east-1:123456789012:table/t", S3Bucket: "b", S3Prefix: "out/" },
        permits: [
          "dynamodb:ExportTableToPointInTime arn:aws:dynamodb:us-east-1:123456789012:table/t",
          "s3:AbortMultipartUpload arn:aws:s3:::b/out/*",
          "s3:PutObject arn:aws:s3:::b/out/*",
          "s3:PutObjectAcl arn:aws:s3:::b/out/*",
        ],
      },
    ],
  },
  ImportTable: {
    authorizedActions: [
      {
        action: "dynamodb:ImportTable",
        resource: filled("table", { TableName: member("TableCreationParameters.TableName") }),
      },
      {
        action: "s3:GetObject",
        resource: belowPrefix("S3BucketSource.S3Bucket", "S3BucketSource.S3KeyPrefix"),
        origin: "forward-access",
        because: "the items are read from the bucket with the caller's permissions",
      },
      {
        action: "s3:ListBucket",
        resource: filled("bucket", { BucketName: member("S3BucketSource.S3Bucket") }),
        origin: "forward-access",
        because: "the objects to import are listed with the caller's permissions",
      },
    ],
    because: "an import makes the table from objects in S3",
    see: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataImport.Requesting.html",
    examples: [
      {
        input: { S3BucketSource: { S3Bucket: "b" }, TableCreationParameters: { TableName: "t" } },
        permits: [
          "dynamodb:ImportTable arn:aws:dynamodb:us-east-1:123456789012:table/t",
          "s3:GetObject arn:aws:s3:::b/*",
          "s3:ListBucket arn:aws:s3:::b",
        ],
      },
    ],
  },
  EnableKinesisStreamingDestination: {
    authorizedActions: [
      { action: "dynamodb:EnableKinesisStreamingDestination", resource: typed("table") },
      {
        action: ["kinesis:DescribeStream", "kinesis:PutRecords"],
        resource: arnIn("StreamArn"),
        when: whenMember("StreamArn"),
        origin: "forward-access",
        because: "the stream is looked at and written to with the caller's permissions",
      },
    ],
    because: "the changes of the table go to a stream that the caller may write to",
    see: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/kds_iam.html",
    examples: [
      {
        input: { TableName: "t", StreamArn: "arn:aws:kinesis:us-east-1:123456789012:stream/s" },
        permits: [
          "dynamodb:EnableKinesisStreamingDestination arn:aws:dynamodb:us-east-1:123456789012:table/t",
          "kinesis:DescribeStream arn:aws:kinesis:us-east-1:123456789012:stream/s",
          "kinesis:PutRecords arn:aws:kinesis:us-east-1:123456789012:stream/s",
        ],
      },
    ],
  },
});
