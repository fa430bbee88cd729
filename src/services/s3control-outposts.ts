/** S3 Control for buckets and access points on Outposts: a prefix of its own, and ARNs that name the Outpost. */
import type { RuleVariant } from "./define-service.ts";
import { whenSignedAs } from "./rule-condition.ts";
import { everyResource } from "./rule-resource.ts";
import { matching, member } from "./rule-value.ts";

const BUCKET =
  /^arn:[^:]+:s3-outposts:(?<Region>[^:]+):(?<Account>\d+):outpost[/:](?<OutpostId>[^/:]+)[/:]bucket[/:](?<BucketName>[^/:]+)$/;
const ACCESS_POINT =
  /^arn:[^:]+:s3-outposts:(?<Region>[^:]+):(?<Account>\d+):outpost[/:](?<OutpostId>[^/:]+)[/:]accesspoint[/:](?<AccessPointName>[^/:]+)$/;

export default {
  when: whenSignedAs("s3-outposts"),
  servicePrefix: "s3-outposts",
  insteadOf: "s3",
  resources: {
    bucket: {
      filledBy: [matching(member("Bucket"), BUCKET), { OutpostId: member("OutpostId"), BucketName: member("Bucket") }],
      because: "a bucket on an Outpost is named below it",
      see: "https://docs.aws.amazon.com/AmazonS3/latest/s3-outposts/S3OutpostsIAM.html",
      examples: [
        {
          operation: "GetBucket",
          signingName: "s3-outposts",
          input: { Bucket: "arn:aws:s3-outposts:us-east-1:123456789012:outpost/op-01/bucket/album" },
          permits: ["s3-outposts:GetBucket arn:aws:s3-outposts:us-east-1:123456789012:outpost/op-01/bucket/album"],
        },
        {
          operation: "CreateBucket",
          signingName: "s3-outposts",
          input: { Bucket: "album", OutpostId: "op-01" },
          permits: ["s3-outposts:CreateBucket arn:aws:s3-outposts:us-east-1:123456789012:outpost/op-01/bucket/album"],
        },
        {
          operation: "DeleteBucketReplication",
          signingName: "s3-outposts",
          input: { Bucket: "arn:aws:s3-outposts:us-east-1:123456789012:outpost/op-01/bucket/album" },
          permits: [
            "s3-outposts:PutReplicationConfiguration arn:aws:s3-outposts:us-east-1:123456789012:outpost/op-01/bucket/album",
          ],
        },
      ],
    },
    accesspoint: {
      filledBy: [matching(member("Name"), ACCESS_POINT)],
      because: "an access point on an Outpost is named below it",
      see: "https://docs.aws.amazon.com/AmazonS3/latest/s3-outposts/S3OutpostsIAM.html",
      examples: [
        {
          operation: "GetAccessPointPolicy",
          signingName: "s3-outposts",
          input: { Name: "arn:aws:s3-outposts:us-east-1:123456789012:outpost/op-01/accesspoint/family" },
          permits: [
            "s3-outposts:GetAccessPointPolicy arn:aws:s3-outposts:us-east-1:123456789012:outpost/op-01/accesspoint/family",
          ],
        },
      ],
    },
  },
  operations: {
    ListRegionalBuckets: {
      authorizedActions: [{ action: "s3-outposts:ListRegionalBuckets", resource: everyResource }],
      because: "listing the buckets of an Outpost is no action on any of them",
      see: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_ListRegionalBuckets.html",
      examples: [
        { signingName: "s3-outposts", input: { OutpostId: "op-01" }, permits: ["s3-outposts:ListRegionalBuckets *"] },
      ],
    },
  },
} satisfies RuleVariant;
