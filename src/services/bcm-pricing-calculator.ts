/** AWS Billing and Cost Management Pricing Calculator: batch calls are authorized as their single form. */
import { authorizedAs, defineService } from "./define-service.ts";

export default defineService({
  sdkId: "BCM Pricing Calculator",
  operations: {
    ...authorizedAs(
      {
        BatchCreateBillScenarioCommitmentModification: "CreateBillScenarioCommitmentModification",
        BatchCreateBillScenarioUsageModification: "CreateBillScenarioUsageModification",
        BatchDeleteBillScenarioCommitmentModification: "DeleteBillScenarioCommitmentModification",
        BatchDeleteBillScenarioUsageModification: "DeleteBillScenarioUsageModification",
        BatchUpdateBillScenarioCommitmentModification: "UpdateBillScenarioCommitmentModification",
        BatchUpdateBillScenarioUsageModification: "UpdateBillScenarioUsageModification",
      },
      {
        servicePrefix: "bcm-pricing-calculator",
        because: "batch calls are authorized as the single action",
        see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsbillingandcostmanagementpricingcalculator.html",
        example: {
          input: { billScenarioId: "b-1" },
          on: "arn:aws:bcm-pricing-calculator::123456789012:bill-scenario/b-1",
        },
      },
    ),
    ...authorizedAs(
      {
        BatchCreateWorkloadEstimateUsage: "CreateWorkloadEstimateUsage",
        BatchDeleteWorkloadEstimateUsage: "DeleteWorkloadEstimateUsage",
        BatchUpdateWorkloadEstimateUsage: "UpdateWorkloadEstimateUsage",
      },
      {
        servicePrefix: "bcm-pricing-calculator",
        because: "batch calls are authorized as the single action",
        see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsbillingandcostmanagementpricingcalculator.html",
        example: {
          input: { workloadEstimateId: "w-1" },
          on: "arn:aws:bcm-pricing-calculator::123456789012:workload-estimate/w-1",
        },
      },
    ),
  },
});
