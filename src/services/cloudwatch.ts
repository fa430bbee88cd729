/** Amazon CloudWatch: metrics are no resources, they are limited by their namespace. */
import { defineService } from "./define-service.ts";
import { tagsInside } from "./nested-tags.ts";
import { everyResource } from "./rule-resource.ts";
import { member } from "./rule-value.ts";

export default defineService({
  sdkId: "CloudWatch",
  operations: {
    PutManagedInsightRules: {
      authorizedActions: [
        { action: "cloudwatch:PutManagedInsightRules" },
        tagsInside({ action: "cloudwatch:TagResource", type: "insight-rule", tags: "ManagedRules[].Tags[]" }),
      ],
      because: "each of the rules may be made with tags",
      see: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ManagedRule.html",
      examples: [
        {
          input: { ManagedRules: [{ TemplateName: "t", Tags: [{ Key: "a" }] }] },
          permits: [
            "cloudwatch:PutManagedInsightRules *",
            "cloudwatch:TagResource arn:aws:cloudwatch:us-east-1:123456789012:insight-rule/*",
          ],
        },
        { input: { ManagedRules: [{ TemplateName: "t" }] }, permits: ["cloudwatch:PutManagedInsightRules *"] },
      ],
    },
    PutMetricData: {
      authorizedActions: [
        {
          action: "cloudwatch:PutMetricData",
          resource: everyResource,
          conditions: { StringEquals: { "cloudwatch:namespace": member("Namespace") } },
        },
      ],
      because: "metrics are written to a namespace, which is a condition and no resource",
      see: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/iam-cw-condition-keys-namespace.html",
      examples: [
        {
          input: { Namespace: "shop", MetricData: [] },
          permits: ["cloudwatch:PutMetricData * if cloudwatch:namespace = shop"],
        },
      ],
    },
  },
});
