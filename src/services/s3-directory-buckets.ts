/** Directory buckets (S3 Express One Zone): objects are reached within a session, and only the session is authorized. */
import { authorizedAs, type RuleVariant } from "./define-service.ts";
import { whenSignedAs } from "./rule-condition.ts";
import { bothOf, either, everyResource, filled, typed } from "./rule-resource.ts";
import { captured, matching, member } from "./rule-value.ts";

export default {
  when: whenSignedAs("s3express"),
  servicePrefix: "s3express",
  resources: {
    bucket: {
      filledBy: [{ BucketName: captured(member("Bucket"), /^(?!arn:)(.+--x-s3)$/) }],
      because: "a directory bucket belongs to a region and an account",
      see: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-security-iam.html",
      examples: [
        {
          operation: "CreateSession",
          signingName: "s3express",
          input: { Bucket: "album--use1-az4--x-s3" },
          permits: ["s3express:CreateSession arn:aws:s3express:us-east-1:123456789012:bucket/album--use1-az4--x-s3"],
        },
      ],
    },
    accesspoint: {
      filledBy: [{ AccessPointName: captured(member("Bucket"), /^(?!arn:)(.+--xa-s3)$/) }],
      because: "an access point of a directory bucket stands in the bucket's place",
      see: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-directory-buckets.html",
      examples: [
        {
          operation: "ListObjectsV2",
          signingName: "s3express",
          input: { Bucket: "family--use1-az4--xa-s3" },
          permits: [
            "s3express:CreateSession arn:aws:s3express:us-east-1:123456789012:accesspoint/family--use1-az4--xa-s3",
          ],
        },
      ],
    },
  },
  operations: {
    ListDirectoryBuckets: {
      authorizedActions: [{ action: "s3express:ListAllMyDirectoryBuckets", resource: everyResource }],
      because: "listing the account's directory buckets is no action on any of them",
      see: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListDirectoryBuckets.html",
      examples: [{ signingName: "s3express", input: {}, permits: ["s3express:ListAllMyDirectoryBuckets *"] }],
    },
    CopyObject: {
      authorizedActions: [
        {
          action: "s3express:CreateSession",
          resource: bothOf(
            either(typed("accesspoint"), typed("bucket")),
            filled("bucket", matching(member("CopySource"), /^(?:\/|%2F)?(?<BucketName>[^/?%]+--x-s3)(?:\/|%2F)/i)),
          ),
        },
      ],
      because: "a copy is authorized as a session with the bucket of its source and of its destination",
      see: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html",
      examples: [
        {
          signingName: "s3express",
          input: { Bucket: "album--use1-az4--x-s3", Key: "b", CopySource: "/camera--use1-az4--x-s3/a" },
          permits: [
            "s3express:CreateSession arn:aws:s3express:us-east-1:123456789012:bucket/album--use1-az4--x-s3 + arn:aws:s3express:us-east-1:123456789012:bucket/camera--use1-az4--x-s3",
          ],
        },
      ],
    },
    ...authorizedAs(
      {
        GetBucketEncryption: "GetEncryptionConfiguration",
        PutBucketEncryption: "PutEncryptionConfiguration",
        DeleteBucketEncryption: "PutEncryptionConfiguration",
        GetBucketLifecycleConfiguration: "GetLifecycleConfiguration",
        PutBucketLifecycleConfiguration: "PutLifecycleConfiguration",
        DeleteBucketLifecycle: "PutLifecycleConfiguration",
        GetBucketInventoryConfiguration: "GetInventoryConfiguration",
        ListBucketInventoryConfigurations: "GetInventoryConfiguration",
        PutBucketInventoryConfiguration: "PutInventoryConfiguration",
        DeleteBucketInventoryConfiguration: "PutInventoryConfiguration",
        GetBucketMetricsConfiguration: "GetMetricsConfiguration",
        ListBucketMetricsConfigurations: "GetMetricsConfiguration",
        PutBucketMetricsConfiguration: "PutMetricsConfiguration",
        DeleteBucketMetricsConfiguration: "PutMetricsConfiguration",
      },
      {
        servicePrefix: "s3express",
        because: "configurations of a bucket have actions of their own names, and setting one includes removing it",
        see: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-security-iam.html",
        example: {
          input: { Bucket: "album--use1-az4--x-s3" },
          on: "arn:aws:s3express:us-east-1:123456789012:bucket/album--use1-az4--x-s3",
          call: { signingName: "s3express" },
        },
      },
    ),
  },
  otherwise: {
    authorizedActions: [{ action: "s3express:CreateSession", resource: either(typed("accesspoint"), typed("bucket")) }],
    because: "requests to a directory bucket are authorized by their session",
    see: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-create-session.html",
    examples: [
      {
        operation: "GetObject",
        signingName: "s3express",
        input: { Bucket: "album--use1-az4--x-s3", Key: "a.jpg" },
        permits: ["s3express:CreateSession arn:aws:s3express:us-east-1:123456789012:bucket/album--use1-az4--x-s3"],
      },
    ],
  },
} satisfies RuleVariant;
