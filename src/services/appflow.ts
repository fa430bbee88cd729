/** Amazon AppFlow: a flow uses the connector profiles of its source and its destinations. */
import { usesProfiles } from "./appflow-profiles.ts";
import { defineService } from "./define-service.ts";

export default defineService({
  sdkId: "Appflow",
  operations: {
    CreateFlow: {
      authorizedActions: [{ action: "appflow:CreateFlow" }, ...usesProfiles],
      because: "the connector profiles that a flow names are used",
      see: "https://docs.aws.amazon.com/appflow/latest/userguide/security_iam_id-based-policy-examples.html",
      examples: [
        {
          input: {
            flowName: "leads",
            sourceFlowConfig: { connectorProfileName: "crm" },
            destinationFlowConfigList: [{ connectorType: "S3" }, { connectorProfileName: "warehouse" }],
          },
          permits: [
            "appflow:CreateFlow *",
            "appflow:UseConnectorProfile arn:aws:appflow:us-east-1:123456789012:connectorprofile/crm + arn:aws:appflow:us-east-1:123456789012:connectorprofile/warehouse",
          ],
        },
        { input: { flowName: "leads", sourceFlowConfig: {} }, permits: ["appflow:CreateFlow *"] },
      ],
    },
    UpdateFlow: {
      authorizedActions: [{ action: "appflow:UpdateFlow" }, ...usesProfiles],
      because: "the connector profiles that a flow names are used",
      see: "https://docs.aws.amazon.com/appflow/latest/userguide/security_iam_id-based-policy-examples.html",
      examples: [
        {
          input: { flowName: "leads", sourceFlowConfig: { connectorProfileName: "crm" } },
          permits: [
            "appflow:UpdateFlow arn:aws:appflow:us-east-1:123456789012:flow/leads",
            "appflow:UseConnectorProfile arn:aws:appflow:us-east-1:123456789012:connectorprofile/crm",
          ],
        },
      ],
    },
  },
});
