/** CloudWatch RUM: what is measured of an app monitor is set under its name. */
import { defineService } from "./define-service.ts";
import { firstOf, member } from "./rule-value.ts";

export default defineService({
  sdkId: "RUM",
  resources: {
    AppMonitorResource: {
      filledBy: [{ Name: firstOf(member("AppMonitorName"), member("Name")) }],
      because: "metrics belong to the app monitor that the request names",
      see: "https://docs.aws.amazon.com/cloudwatchrum/latest/APIReference/API_BatchGetRumMetricDefinitions.html",
      examples: [
        {
          operation: "BatchGetRumMetricDefinitions",
          input: { AppMonitorName: "shop", Destination: "CloudWatch" },
          permits: ["rum:BatchGetRumMetricDefinitions arn:aws:rum:us-east-1:123456789012:appmonitor/shop"],
        },
        {
          operation: "GetAppMonitor",
          input: { Name: "shop" },
          permits: ["rum:GetAppMonitor arn:aws:rum:us-east-1:123456789012:appmonitor/shop"],
        },
      ],
    },
  },
});
