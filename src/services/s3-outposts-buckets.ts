/** S3 on Outposts: the object operations under a prefix and on ARNs of their own. */
import type { RuleVariant } from "./define-service.ts";
import { whenSignedAs } from "./rule-condition.ts";
import { matching, member } from "./rule-value.ts";

export default {
  when: whenSignedAs("s3-outposts"),
  servicePrefix: "s3-outposts",
  insteadOf: "s3",
  resources: {
    accesspoint: {
      filledBy: [
        matching(
          member("Bucket"),
          /^arn:[^:]+:s3-outposts:(?<Region>[^:]+):(?<Account>\d+):outpost[/:](?<OutpostId>[^/:]+)[/:]accesspoint[/:](?<AccessPointName>[^/:]+)$/,
        ),
      ],
      because: "buckets on Outposts are reached through access points",
      see: "https://docs.aws.amazon.com/AmazonS3/latest/s3-outposts/S3OutpostsIAM.html",
      examples: [
        {
          operation: "ListObjectsV2",
          signingName: "s3-outposts",
          input: { Bucket: "arn:aws:s3-outposts:us-east-1:123456789012:outpost/op-01/accesspoint/family" },
          permits: [
            "s3-outposts:ListBucket arn:aws:s3-outposts:us-east-1:123456789012:outpost/op-01/accesspoint/family",
            "s3-outposts:ListBucket arn:aws:s3-outposts:us-east-1:123456789012:outpost/op-01/bucket/*",
          ],
        },
      ],
    },
    object: {
      template:
        "arn:${Partition}:s3-outposts:${Region}:${Account}:outpost/${OutpostId}/accesspoint/${AccessPointName}/object/${ObjectName}",
      filledBy: [
        matching(
          member("Bucket"),
          /^arn:[^:]+:s3-outposts:(?<Region>[^:]+):(?<Account>\d+):outpost[/:](?<OutpostId>[^/:]+)[/:]accesspoint[/:](?<AccessPointName>[^/:]+)$/,
          { also: { ObjectName: member("Key") } },
        ),
      ],
      because: "objects reached through an access point on an Outpost are named below it",
      see: "https://docs.aws.amazon.com/AmazonS3/latest/s3-outposts/S3OutpostsIAM.html",
      examples: [
        {
          operation: "GetObject",
          signingName: "s3-outposts",
          input: {
            Bucket: "arn:aws:s3-outposts:us-east-1:123456789012:outpost/op-01/accesspoint/family",
            Key: "a.jpg",
          },
          permits: [
            "s3-outposts:GetObject arn:aws:s3-outposts:us-east-1:123456789012:outpost/op-01/accesspoint/family/object/a.jpg",
          ],
        },
        {
          operation: "DeleteObjects",
          signingName: "s3-outposts",
          input: {
            Bucket: "arn:aws:s3-outposts:us-east-1:123456789012:outpost/op-01/accesspoint/family",
            Delete: { Objects: [{ Key: "a*.jpg" }] },
          },
          permits: [
            "s3-outposts:DeleteObject arn:aws:s3-outposts:us-east-1:123456789012:outpost/op-01/accesspoint/family/object/a${*}.jpg",
          ],
        },
      ],
    },
  },
} satisfies RuleVariant;
