/** AWS Security Hub: the second generation of the findings' operations shares the actions of the first. */
import { authorizedAs, defineService } from "./define-service.ts";

export default defineService({
  sdkId: "SecurityHub",
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
