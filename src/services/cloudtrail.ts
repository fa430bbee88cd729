/** AWS CloudTrail: insights are read with the actions for events and for what is derived from them. */
import { defineService } from "./define-service.ts";
import { either, everyResource, filled } from "./rule-resource.ts";
import { matching, member } from "./rule-value.ts";

const TRAIL = filled(
  "trail",
  matching(
    member("TrailName"),
    /^arn:[^:]+:cloudtrail:(?<Region>[^:]+):(?<Account>\d{12}):trail\/(?<TrailName>[\w.-]+)$/,
  ),
  { TrailName: member("TrailName") },
);

export default defineService({
  sdkId: "CloudTrail",
  operations: {
    ListInsightsMetricData: {
      authorizedActions: [
        { action: "cloudtrail:LookupEvents" },
        { action: "cloudtrail:ListInsightsData", resource: either(TRAIL, everyResource) },
      ],
      because: "metrics of insights are read from the trail's events",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudtrail.html",
      examples: [
        {
          input: { EventSource: "kms.amazonaws.com", EventName: "Decrypt", TrailName: "all" },
          permits: [
            "cloudtrail:LookupEvents *",
            "cloudtrail:ListInsightsData arn:aws:cloudtrail:us-east-1:123456789012:trail/all",
          ],
        },
        {
          input: { EventSource: "kms.amazonaws.com", EventName: "Decrypt" },
          permits: ["cloudtrail:LookupEvents *", "cloudtrail:ListInsightsData *"],
        },
      ],
    },
  },
});
