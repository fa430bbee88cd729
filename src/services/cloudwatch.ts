/** Amazon CloudWatch: metrics are no resources, they are limited by their namespace. */
import { defineService } from "./define-service.ts";
import { everyResource } from "./rule-resource.ts";
import { member } from "./rule-value.ts";

export default defineService({
  sdkId: "CloudWatch",
  operations: {
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
