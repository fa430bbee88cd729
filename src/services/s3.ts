/** Amazon S3: buckets and objects, reached directly or through access points; other kinds of buckets are variants. */
import { defineService } from "./define-service.ts";
import { captured, matching, member } from "./rule-value.ts";
import bucketConfigurations from "./s3-bucket-configurations.ts";
import buckets from "./s3-buckets.ts";
import copies from "./s3-copies.ts";
import deletions from "./s3-deletions.ts";
import objectProperties from "./s3-object-properties.ts";
import objects from "./s3-objects.ts";
import variants from "./s3-variants.ts";

export default defineService({
  sdkId: "S3",
  variants,
  resources: {
    object: {
      filledBy: [{ BucketName: captured(member("Bucket"), /^(?!arn:)(.+)$/), ObjectName: member("Key") }],
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
      ],
      because: "objects behind an access point are named below it",
      see: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html",
      examples: [
        {
          operation: "GetObject",
          input: { Bucket: "arn:aws:s3:eu-west-1:111122223333:accesspoint/family", Key: "a.jpg" },
          permits: ["s3:GetObject arn:aws:s3:eu-west-1:111122223333:accesspoint/family/object/a.jpg"],
        },
      ],
    },
  },
  operations: { ...objects, ...copies, ...deletions, ...objectProperties, ...buckets, ...bucketConfigurations },
});
