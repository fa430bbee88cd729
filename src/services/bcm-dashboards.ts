/** AWS Billing and Cost Management Dashboards: what is made may be tagged, on no resource of its own. */
import { defineService, type OperationRule } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { TAG_ON_CREATE } from "./tag-on-create.ts";

const makes = (operation: string): OperationRule => ({
  authorizedActions: [
    { action: `bcm-dashboards:${operation}` },
    {
      action: "bcm-dashboards:TagResource",
      when: whenMember("resourceTags[]"),
      origin: "dependent",
      because: TAG_ON_CREATE.because,
    },
  ],
  because: "what is made may be tagged",
  see: `https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_AWSBCMDashboards_${operation}.html`,
  examples: [
    {
      input: { name: "a", resourceTags: [{ key: "team", value: "a" }] },
      permits: [`bcm-dashboards:${operation} *`, "bcm-dashboards:TagResource *"],
    },
    { input: { name: "a" }, permits: [`bcm-dashboards:${operation} *`] },
  ],
});

export default defineService({
  sdkId: "BCM Dashboards",
  operations: {
    CreateDashboard: makes("CreateDashboard"),
    CreateScheduledReport: makes("CreateScheduledReport"),
  },
});
