/** S3 Tables: a table's ARN holds an id that its name does not tell; settings of what is made have actions of their own. */
import { defineService } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { filled, typed } from "./rule-resource.ts";
import { captured, firstOf, member, unknownPart } from "./rule-value.ts";

export default defineService({
  sdkId: "S3Tables",
  resources: {
    Table: {
      filledBy: [
        {
          TableID: captured(
            firstOf(member("tableArn"), member("tableARN"), member("resourceArn")),
            /^(arn:.+\/table\/[^/]+)$/,
          ),
        },
        {
          TableBucketName: captured(firstOf(member("tableBucketARN"), member("tableBucketArn")), /:bucket\/([^/]+)$/),
          Region: captured(firstOf(member("tableBucketARN"), member("tableBucketArn")), /^arn:[^:]+:s3tables:([^:]+):/),
          Account: captured(
            firstOf(member("tableBucketARN"), member("tableBucketArn")),
            /^arn:[^:]+:s3tables:[^:]+:(\d+):/,
          ),
          TableID: unknownPart("*", "id-assigned-by-aws", "a table's id is another than its name"),
        },
      ],
      because: "a table's ARN holds an id that AWS has assigned, not its name",
      see: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-setting-up.html",
      examples: [
        {
          operation: "GetTable",
          input: { tableBucketARN: "arn:aws:s3tables:us-east-1:123456789012:bucket/lake", namespace: "n", name: "t" },
          permits: ["s3tables:GetTable arn:aws:s3tables:us-east-1:123456789012:bucket/lake/table/*"],
        },
        {
          operation: "GetTable",
          input: { tableArn: "arn:aws:s3tables:us-east-1:123456789012:bucket/lake/table/0123-4567" },
          permits: ["s3tables:GetTable arn:aws:s3tables:us-east-1:123456789012:bucket/lake/table/0123-4567"],
        },
      ],
    },
  },
  operations: {
    CreateTable: {
      authorizedActions: [
        { action: "s3tables:CreateTable" },
        {
          action: "s3tables:PutTableEncryption",
          when: whenMember("encryptionConfiguration"),
          origin: "dependent",
          because: "the request sets how the table is encrypted",
        },
        {
          action: "s3tables:PutTableStorageClass",
          when: whenMember("storageClassConfiguration"),
          origin: "dependent",
          because: "the request sets the table's storage class",
        },
        {
          action: "s3tables:TagResource",
          resource: typed("Table"),
          when: whenMember("tags"),
          origin: "dependent",
          because: "the new table is tagged",
        },
      ],
      because: "encryption, storage class and tags of the new table have actions of their own",
      see: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_s3TableBuckets_CreateTable.html",
      examples: [
        {
          input: { tableBucketARN: "arn:aws:s3tables:us-east-1:123456789012:bucket/lake", namespace: "n", name: "t" },
          permits: ["s3tables:CreateTable arn:aws:s3tables:us-east-1:123456789012:bucket/lake"],
        },
        {
          input: {
            tableBucketARN: "arn:aws:s3tables:us-east-1:123456789012:bucket/lake",
            name: "t",
            encryptionConfiguration: { sseAlgorithm: "AES256" },
            storageClassConfiguration: { storageClass: "STANDARD" },
            tags: { a: "b" },
          },
          permits: [
            "s3tables:CreateTable arn:aws:s3tables:us-east-1:123456789012:bucket/lake",
            "s3tables:PutTableEncryption arn:aws:s3tables:us-east-1:123456789012:bucket/lake/table/*",
            "s3tables:PutTableStorageClass arn:aws:s3tables:us-east-1:123456789012:bucket/lake/table/*",
            "s3tables:TagResource arn:aws:s3tables:us-east-1:123456789012:bucket/lake/table/*",
          ],
        },
      ],
    },
    CreateTableBucket: {
      authorizedActions: [
        { action: "s3tables:CreateTableBucket" },
        {
          action: "s3tables:PutTableBucketEncryption",
          resource: filled("TableBucket", { TableBucketName: member("name") }),
          when: whenMember("encryptionConfiguration"),
          origin: "dependent",
          because: "the request sets how tables in the bucket are encrypted",
        },
        {
          action: "s3tables:PutTableBucketStorageClass",
          resource: filled("TableBucket", { TableBucketName: member("name") }),
          when: whenMember("storageClassConfiguration"),
          origin: "dependent",
          because: "the request sets the storage class of tables in the bucket",
        },
      ],
      because: "encryption and storage class of the new bucket have actions of their own",
      see: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_s3TableBuckets_CreateTableBucket.html",
      examples: [
        {
          input: { name: "lake" },
          permits: ["s3tables:CreateTableBucket arn:aws:s3tables:us-east-1:123456789012:bucket/lake"],
        },
        {
          input: { name: "lake", encryptionConfiguration: { sseAlgorithm: "AES256" }, storageClassConfiguration: {} },
          permits: [
            "s3tables:CreateTableBucket arn:aws:s3tables:us-east-1:123456789012:bucket/lake",
            "s3tables:PutTableBucketEncryption arn:aws:s3tables:us-east-1:123456789012:bucket/lake",
            "s3tables:PutTableBucketStorageClass arn:aws:s3tables:us-east-1:123456789012:bucket/lake",
          ],
        },
      ],
    },
  },
});
