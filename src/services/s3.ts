/** Amazon S3: buckets and objects, reached directly or through access points; other kinds of buckets are variants. */
import { defineService } from "./define-service.ts";
import { captured, matching, member } from "./rule-value.ts";
import bucketConfigurations from "./s3-bucket-configurations.ts";
import bucketMetadata from "./s3-bucket-metadata.ts";
import buckets from "./s3-buckets.ts";
import copies from "./s3-copies.ts";
import deletions from "./s3-deletions.ts";
import objectProperties from "./s3-object-properties.ts";
import objects from "./s3-objects.ts";
import { ACCESS_POINT_ALIASES, ACCESS_POINT_OBJECTS, BUCKET_NAME } from "./s3-shared-rules.ts";
import variants from "./s3-variants.ts";

export default defineService({
  sdkId: "S3",
  variants,
  resources: {
    object: {
      filledBy: [{ BucketName: captured(member("Bucket"), BUCKET_NAME), ObjectName: member("Key") }],
      because: "an object's ARN is its bucket's and its key, slashes and all",
      see: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html",
      examples: [
        {
          operation: "GetObjectLegalHold",
          input: { Bucket: "album", Key: "/2026//a*b.jpg" },
          permits: ["s3:GetObjectLegalHold arn:aws:s3:::album//2026//a${*}b.jpg"],
        },
      ],
    },
    accesspointobject: {
      filledBy: [
        matching(
          member("Bucket"),
          /^arn:[^:]+:s3:(?<Region>[^:]*):(?<Account>\d*):accesspoint[/:](?<AccessPointName>[^/:]+)$/,
          { also: { ObjectName: member("Key") } },
        ),
        ...ACCESS_POINT_OBJECTS(member("Key")),
      ],
      because: "objects behind an access point are named below it",
      see: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html",
      examples: [
        {
          operation: "GetObject",
          input: { Bucket: "arn:aws:s3:eu-west-1:111122223333:accesspoint/family", Key: "a.jpg" },
          permits: ["s3:GetObject arn:aws:s3:eu-west-1:111122223333:accesspoint/family/object/a.jpg"],
        },
        {
          operation: "GetObject",
          input: { Bucket: "family-hrzrlukc5m36ft7okagglf3gmwluquse1b-s3alias", Key: "a.jpg" },
          permits: ["s3:GetObject arn:aws:s3:us-east-1:123456789012:accesspoint/family*/object/a.jpg"],
        },
        {
          operation: "GetObject",
          input: { Bucket: "arn:aws:s3::123456789012:accesspoint/mfzwi23gnjvgw.mrap", Key: "a.jpg" },
          permits: ["s3:GetObject arn:aws:s3::123456789012:accesspoint/mfzwi23gnjvgw.mrap/object/a.jpg"],
        },
        {
          operation: "GetObject",
          input: { Bucket: "mfzwi23gnjvgw.mrap", Key: "a.jpg" },
          permits: ["s3:GetObject arn:aws:s3::123456789012:accesspoint/mfzwi23gnjvgw.mrap/object/a.jpg"],
        },
        {
          operation: "DeleteObjects",
          input: { Bucket: "mfzwi23gnjvgw.mrap", Delete: { Objects: [{ Key: "a.jpg" }] } },
          permits: ["s3:DeleteObject arn:aws:s3::123456789012:accesspoint/mfzwi23gnjvgw.mrap/object/a.jpg"],
        },
      ],
    },
    accesspoint: {
      filledBy: ACCESS_POINT_ALIASES,
      because: "an alias stands in a bucket's place for an access point, and holds the first part of its name",
      see: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-naming.html#access-points-alias",
      examples: [
        {
          operation: "ListObjectsV2",
          input: { Bucket: "family-hrzrlukc5m36ft7okagglf3gmwluquse1b-s3alias" },
          permits: ["s3:ListBucket arn:aws:s3:us-east-1:123456789012:accesspoint/family*"],
        },
        {
          operation: "ListObjectsV2",
          input: { Bucket: "arn:aws:s3:eu-west-1:111122223333:accesspoint/family" },
          permits: ["s3:ListBucket arn:aws:s3:eu-west-1:111122223333:accesspoint/family"],
        },
        {
          operation: "ListObjectsV2",
          input: { Bucket: "mfzwi23gnjvgw.mrap" },
          permits: ["s3:ListBucket arn:aws:s3::123456789012:accesspoint/mfzwi23gnjvgw.mrap"],
        },
      ],
    },
  },
  operations: {
    ...objects,
    ...copies,
    ...deletions,
    ...objectProperties,
    ...buckets,
    ...bucketMetadata,
    ...bucketConfigurations,
  },
});
