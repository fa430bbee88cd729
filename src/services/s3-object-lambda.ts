/** S3 Object Lambda access points: the object operations under a prefix and on ARNs of their own. */
import type { RuleVariant } from "./define-service.ts";
import { whenSignedAs } from "./rule-condition.ts";
import { untoldResource } from "./rule-resource.ts";
import { matching, member } from "./rule-value.ts";

export default {
  when: whenSignedAs("s3-object-lambda"),
  servicePrefix: "s3-object-lambda",
  insteadOf: "s3",
  operations: {
    WriteGetObjectResponse: {
      authorizedActions: [
        {
          action: "s3-object-lambda:WriteGetObjectResponse",
          resource: untoldResource("no-resource-in-input", "the route of the answer does not name the access point"),
        },
      ],
      because: "the function answers a route, which does not name its access point",
      see: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/olap-policies.html",
      examples: [
        {
          signingName: "s3-object-lambda",
          input: { RequestRoute: "io-use1-001" },
          permits: ["s3-object-lambda:WriteGetObjectResponse *"],
        },
      ],
    },
  },
  resources: {
    objectlambdaaccesspoint: {
      filledBy: [
        matching(
          member("Bucket"),
          /^arn:[^:]+:s3-object-lambda:(?<Region>[^:]+):(?<Account>\d+):accesspoint[/:](?<AccessPointName>[^/:]+)$/,
        ),
      ],
      because: "objects behind an Object Lambda access point are authorized on the access point as a whole",
      see: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/olap-policies.html",
      examples: [
        {
          operation: "HeadObject",
          signingName: "s3-object-lambda",
          input: { Bucket: "arn:aws:s3-object-lambda:us-east-1:123456789012:accesspoint/small", Key: "a.jpg" },
          permits: ["s3-object-lambda:GetObject arn:aws:s3-object-lambda:us-east-1:123456789012:accesspoint/small"],
        },
        {
          operation: "DeleteObjects",
          signingName: "s3-object-lambda",
          input: {
            Bucket: "arn:aws:s3-object-lambda:us-east-1:123456789012:accesspoint/small",
            Delete: { Objects: [{ Key: "a.jpg" }, { Key: "b.jpg" }] },
          },
          permits: ["s3-object-lambda:DeleteObject arn:aws:s3-object-lambda:us-east-1:123456789012:accesspoint/small"],
        },
      ],
    },
  },
} satisfies RuleVariant;
