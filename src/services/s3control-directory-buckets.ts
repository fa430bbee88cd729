/** S3 Control for access points of directory buckets: a prefix of its own. */
import type { RuleVariant } from "./define-service.ts";
import { whenSignedAs } from "./rule-condition.ts";
import { member } from "./rule-value.ts";

export default {
  when: whenSignedAs("s3express"),
  servicePrefix: "s3express",
  resources: {
    accesspoint: {
      filledBy: [{ AccessPointName: member("Name") }, { AccessPointName: member("ResourceArn") }],
      because: "access points of directory buckets are named by themselves, not below their bucket",
      see: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-directory-buckets-policies.html",
      examples: [
        {
          operation: "GetAccessPointScope",
          signingName: "s3express",
          input: { AccountId: "123456789012", Name: "family--use1-az4--xa-s3" },
          permits: [
            "s3express:GetAccessPointScope arn:aws:s3express:us-east-1:123456789012:accesspoint/family--use1-az4--xa-s3",
          ],
        },
        {
          operation: "CreateAccessPoint",
          signingName: "s3express",
          input: { AccountId: "123456789012", Name: "family--use1-az4--xa-s3", Bucket: "album--use1-az4--x-s3" },
          permits: [
            "s3express:CreateAccessPoint arn:aws:s3express:us-east-1:123456789012:accesspoint/family--use1-az4--xa-s3",
          ],
        },
      ],
    },
  },
} satisfies RuleVariant;
