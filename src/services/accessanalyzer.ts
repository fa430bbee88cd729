/** IAM Access Analyzer: the second generation of the findings' operations shares the actions of the first. */
import { authorizedAs, defineService } from "./define-service.ts";

export default defineService({
  sdkId: "AccessAnalyzer",
  operations: authorizedAs(
    {
      GetFindingV2: "GetFinding",
      ListFindingsV2: "ListFindings",
    },
    {
      servicePrefix: "access-analyzer",
      because: "reading findings is one action, whichever generation of the operation reads them",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsiamaccessanalyzer.html",
      example: {
        input: { analyzerArn: "arn:aws:access-analyzer:us-east-1:123456789012:analyzer/account", id: "f-1" },
        on: "arn:aws:access-analyzer:us-east-1:123456789012:analyzer/account",
      },
    },
  ),
});
