/** AWS Security Hub: the second generation of the findings' operations shares the actions of the first. */
import { authorizedAs, defineService } from "./define-service.ts";
import { member } from "./rule-value.ts";

export default defineService({
  sdkId: "SecurityHub",
  resources: {
    connectorv2: {
      filledBy: [{ ConnectorV2Id: member("ConnectorId") }],
      because: "connectors are of the second generation, though the request does not say so",
      see: "https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_GetConnectorV2.html",
      examples: [
        {
          operation: "GetConnectorV2",
          input: { ConnectorId: "c-1" },
          permits: ["securityhub:GetConnectorV2 arn:aws:securityhub:us-east-1:123456789012:connectorv2/c-1"],
        },
      ],
    },
  },
  operations: authorizedAs(
    {
      BatchUpdateFindingsV2: "BatchUpdateFindings",
      GetFindingStatisticsV2: "GetAdhocInsightResults",
      GetFindingsV2: "GetFindings",
    },
    {
      servicePrefix: "securityhub",
      because: "findings have one set of actions, whichever generation of the operation reads them",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecurityhub.html",
      example: { input: {}, on: "arn:aws:securityhub:us-east-1:123456789012:hub/default" },
    },
  ),
});
