/** S3: tables with a bucket's metadata, which are made in S3 Tables with the caller's permissions. */
import { operationRules } from "./define-service.ts";
import { whenMember, whenMemberEquals } from "./rule-condition.ts";
import { arnFrom, arnIn, template } from "./rule-resource.ts";
import { captured, member, unknownPart } from "./rule-value.ts";

export default operationRules({
  CreateBucketMetadataTableConfiguration: {
    authorizedActions: [
      { action: "s3:CreateBucketMetadataTableConfiguration" },
      {
        action: "s3tables:CreateNamespace",
        resource: arnIn("MetadataTableConfiguration.S3TablesDestination.TableBucketArn"),
        origin: "dependent",
        because: "the metadata table is made in the table bucket that the request names",
      },
      {
        action: ["s3tables:CreateTable", "s3tables:GetTable", "s3tables:PutTablePolicy"],
        resource: template("arn:${Partition}:s3tables:${Region}:${Account}:bucket/${TableBucket}/table/${Table}", {
          Region: captured(
            member("MetadataTableConfiguration.S3TablesDestination.TableBucketArn"),
            /^arn:[^:]+:s3tables:([^:]+):/,
          ),
          Account: captured(
            member("MetadataTableConfiguration.S3TablesDestination.TableBucketArn"),
            /^arn:[^:]+:s3tables:[^:]+:(\d+):/,
          ),
          TableBucket: captured(
            member("MetadataTableConfiguration.S3TablesDestination.TableBucketArn"),
            /:bucket\/([^/]+)$/,
          ),
          Table: unknownPart("*", "id-assigned-by-aws", "the metadata table is made by this call"),
        }),
        origin: "dependent",
        because: "the metadata table is made in the table bucket that the request names",
      },
    ],
    because: "the table is made with the caller's permissions",
    see: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucketMetadataTableConfiguration.html",
    examples: [
      {
        input: {
          Bucket: "album",
          MetadataTableConfiguration: {
            S3TablesDestination: {
              TableBucketArn: "arn:aws:s3tables:us-east-1:123456789012:bucket/metadata",
              TableName: "album",
            },
          },
        },
        permits: [
          "s3:CreateBucketMetadataTableConfiguration arn:aws:s3:::album",
          "s3tables:CreateNamespace arn:aws:s3tables:us-east-1:123456789012:bucket/metadata",
          "s3tables:CreateTable arn:aws:s3tables:us-east-1:123456789012:bucket/metadata/table/*",
          "s3tables:GetTable arn:aws:s3tables:us-east-1:123456789012:bucket/metadata/table/*",
          "s3tables:PutTablePolicy arn:aws:s3tables:us-east-1:123456789012:bucket/metadata/table/*",
        ],
      },
    ],
  },
  UpdateBucketMetadataInventoryTableConfiguration: {
    authorizedActions: [
      { action: "s3:UpdateBucketMetadataInventoryTableConfiguration" },
      {
        action: ["s3tables:CreateTableBucket", "s3tables:CreateNamespace"],
        resource: template("arn:${Partition}:s3tables:${Region}:${Account}:bucket/aws-s3", {}),
        when: whenMemberEquals("InventoryTableConfiguration.ConfigurationState", "ENABLED"),
        origin: "dependent",
        because: "the inventory table is made in the account's own table bucket",
      },
      {
        action: ["s3tables:CreateTable", "s3tables:GetTable", "s3tables:PutTablePolicy", "s3tables:PutTableEncryption"],
        resource: template("arn:${Partition}:s3tables:${Region}:${Account}:bucket/aws-s3/table/${Table}", {
          Table: unknownPart("*", "id-assigned-by-aws", "the inventory table is made by this call"),
        }),
        when: whenMemberEquals("InventoryTableConfiguration.ConfigurationState", "ENABLED"),
        origin: "dependent",
        because: "the inventory table is made in the account's own table bucket",
      },
      {
        action: "kms:DescribeKey",
        resource: arnFrom(member("InventoryTableConfiguration.EncryptionConfiguration.KmsKeyArn")),
        when: whenMember("InventoryTableConfiguration.EncryptionConfiguration.KmsKeyArn"),
        origin: "dependent",
        because: "the key of the inventory table is looked at",
      },
    ],
    because: "turning the inventory table on makes it, with the caller's permissions",
    see: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_UpdateBucketMetadataInventoryTableConfiguration.html",
    examples: [
      {
        input: { Bucket: "album", InventoryTableConfiguration: { ConfigurationState: "DISABLED" } },
        permits: ["s3:UpdateBucketMetadataInventoryTableConfiguration arn:aws:s3:::album"],
      },
      {
        input: {
          Bucket: "album",
          InventoryTableConfiguration: {
            ConfigurationState: "ENABLED",
            EncryptionConfiguration: { KmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/1234abcd" },
          },
        },
        permits: [
          "s3:UpdateBucketMetadataInventoryTableConfiguration arn:aws:s3:::album",
          "s3tables:CreateTableBucket arn:aws:s3tables:us-east-1:123456789012:bucket/aws-s3",
          "s3tables:CreateNamespace arn:aws:s3tables:us-east-1:123456789012:bucket/aws-s3",
          "s3tables:CreateTable arn:aws:s3tables:us-east-1:123456789012:bucket/aws-s3/table/*",
          "s3tables:GetTable arn:aws:s3tables:us-east-1:123456789012:bucket/aws-s3/table/*",
          "s3tables:PutTablePolicy arn:aws:s3tables:us-east-1:123456789012:bucket/aws-s3/table/*",
          "s3tables:PutTableEncryption arn:aws:s3tables:us-east-1:123456789012:bucket/aws-s3/table/*",
          "kms:DescribeKey arn:aws:kms:us-east-1:123456789012:key/1234abcd",
        ],
      },
    ],
  },
});
