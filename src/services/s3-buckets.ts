/** S3: listing, making and probing buckets. */
import { authorizedAs, operationRules } from "./define-service.ts";
import { allOf, anyOf, unless, whenMember, whenMemberEquals } from "./rule-condition.ts";
import { everyResource, filled, template, typed } from "./rule-resource.ts";
import { member, unknownPart } from "./rule-value.ts";

export default operationRules({
  CreateBucket: {
    authorizedActions: [
      { action: "s3:CreateBucket" },
      {
        action: "s3:PutBucketAcl",
        when: anyOf(
          allOf(whenMember("ACL"), unless(whenMemberEquals("ACL", "private"))),
          whenMember("GrantFullControl"),
          whenMember("GrantRead"),
          whenMember("GrantReadACP"),
          whenMember("GrantWrite"),
          whenMember("GrantWriteACP"),
        ),
        origin: "dependent",
        because: "the request sets the bucket's ACL to another than the private one that every bucket begins with",
      },
      {
        action: "s3:PutBucketObjectLockConfiguration",
        when: whenMemberEquals("ObjectLockEnabledForBucket", true),
        origin: "dependent",
        because: "the request enables object lock",
      },
      {
        action: "s3:PutBucketVersioning",
        when: whenMemberEquals("ObjectLockEnabledForBucket", true),
        origin: "dependent",
        because: "object lock turns versioning on",
      },
      {
        action: "s3:PutBucketOwnershipControls",
        when: whenMember("ObjectOwnership"),
        origin: "dependent",
        because: "the request sets who owns uploaded objects",
      },
      {
        action: "s3:TagResource",
        resource: typed("bucket"),
        when: whenMember("CreateBucketConfiguration.Tags"),
        origin: "dependent",
        because: "the new bucket is tagged",
      },
    ],
    because: "headers that set an ACL, object lock or ownership ask for further actions, and only they",
    see: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html",
    examples: [
      { input: { Bucket: "album" }, permits: ["s3:CreateBucket arn:aws:s3:::album"] },
      { input: { Bucket: "album", ACL: "private" }, permits: ["s3:CreateBucket arn:aws:s3:::album"] },
      {
        input: {
          Bucket: "album",
          ACL: "public-read",
          ObjectLockEnabledForBucket: true,
          ObjectOwnership: "ObjectWriter",
        },
        permits: [
          "s3:CreateBucket arn:aws:s3:::album",
          "s3:PutBucketAcl arn:aws:s3:::album",
          "s3:PutBucketObjectLockConfiguration arn:aws:s3:::album",
          "s3:PutBucketVersioning arn:aws:s3:::album",
          "s3:PutBucketOwnershipControls arn:aws:s3:::album",
        ],
      },
      {
        input: { Bucket: "album", CreateBucketConfiguration: { Tags: [{ Key: "a", Value: "b" }] } },
        permits: ["s3:CreateBucket arn:aws:s3:::album", "s3:TagResource arn:aws:s3:::album"],
      },
    ],
  },
  ListBuckets: {
    authorizedActions: [{ action: "s3:ListAllMyBuckets", resource: everyResource }],
    because: "listing the account's buckets is no action on any of them",
    see: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html",
    examples: [{ input: {}, permits: ["s3:ListAllMyBuckets *"] }],
  },
  ListDirectoryBuckets: {
    authorizedActions: [{ action: "s3express:ListAllMyDirectoryBuckets", resource: everyResource }],
    because: "directory buckets have actions of their own",
    see: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListDirectoryBuckets.html",
    examples: [{ input: {}, permits: ["s3express:ListAllMyDirectoryBuckets *"] }],
  },
  CreateBucketMetadataConfiguration: {
    authorizedActions: [
      { action: "s3:CreateBucketMetadataTableConfiguration" },
      {
        action: ["s3tables:CreateTableBucket", "s3tables:CreateNamespace"],
        resource: template("arn:${Partition}:s3tables:${Region}:${Account}:bucket/aws-s3", {}),
        origin: "dependent",
        because: "the metadata tables are made in the account's own table bucket",
      },
      {
        action: ["s3tables:CreateTable", "s3tables:GetTable", "s3tables:PutTablePolicy", "s3tables:PutTableEncryption"],
        resource: template("arn:${Partition}:s3tables:${Region}:${Account}:bucket/aws-s3/table/${Table}", {
          Table: unknownPart("*", "id-assigned-by-aws", "the metadata tables are made by this call"),
        }),
        origin: "dependent",
        because: "the metadata tables are made in the account's own table bucket",
      },
    ],
    because:
      "both generations of the configuration share an action, and the tables are made with the caller's permissions",
    see: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/metadata-tables-permissions.html",
    examples: [
      {
        input: { Bucket: "album" },
        permits: [
          "s3:CreateBucketMetadataTableConfiguration arn:aws:s3:::album",
          "s3tables:CreateTableBucket arn:aws:s3tables:us-east-1:123456789012:bucket/aws-s3",
          "s3tables:CreateNamespace arn:aws:s3tables:us-east-1:123456789012:bucket/aws-s3",
          "s3tables:CreateTable arn:aws:s3tables:us-east-1:123456789012:bucket/aws-s3/table/*",
          "s3tables:GetTable arn:aws:s3tables:us-east-1:123456789012:bucket/aws-s3/table/*",
          "s3tables:PutTablePolicy arn:aws:s3tables:us-east-1:123456789012:bucket/aws-s3/table/*",
          "s3tables:PutTableEncryption arn:aws:s3tables:us-east-1:123456789012:bucket/aws-s3/table/*",
        ],
      },
    ],
  },
  ...authorizedAs(
    { CreateSession: "CreateSession", RenameObject: "CreateSession" },
    {
      servicePrefix: "s3express",
      resource: filled("bucket", { BucketName: member("Bucket") }),
      because: "only directory buckets have sessions, and what is done within one is authorized with it",
      see: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-create-session.html",
      example: {
        input: { Bucket: "album--use1-az4--x-s3" },
        on: "arn:aws:s3express:us-east-1:123456789012:bucket/album--use1-az4--x-s3",
      },
    },
  ),
  ...authorizedAs(
    {
      HeadBucket: "ListBucket",
      ListObjects: "ListBucket",
      ListObjectsV2: "ListBucket",
      ListObjectVersions: "ListBucketVersions",
      ListMultipartUploads: "ListBucketMultipartUploads",
    },
    {
      servicePrefix: "s3",
      because: "listing what a bucket holds is an action on the bucket",
      see: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html",
      example: { input: { Bucket: "album", Prefix: "2026/" }, on: "arn:aws:s3:::album" },
    },
  ),
});
