/** Amazon Timestream queries: authorized by what the statement does, and on which table. */
import { defineService } from "./define-service.ts";
import { statementActions } from "./timestream-statements.ts";

export default defineService({
  sdkId: "Timestream Query",
  operations: {
    Query: {
      authorizedActions: statementActions("QueryString"),
      because: "the statement's first words tell what is checked, its FROM on which table",
      see: "https://docs.aws.amazon.com/timestream/latest/developerguide/security_iam_service-with-iam.html",
      examples: [
        {
          input: { QueryString: 'SELECT time, value FROM "metrics"."cpu" WHERE time > ago(1h)' },
          permits: ["timestream:Select arn:aws:timestream:us-east-1:123456789012:database/metrics/table/cpu"],
        },
        { input: { QueryString: "SELECT 1" }, permits: ["timestream:SelectValues *"] },
      ],
    },
    PrepareQuery: {
      authorizedActions: statementActions("QueryString"),
      because: "preparing a statement is authorized as running it",
      see: "https://docs.aws.amazon.com/timestream/latest/developerguide/security_iam_service-with-iam.html",
      examples: [
        {
          input: { QueryString: "SELECT value FROM metrics.cpu WHERE host = ?" },
          permits: ["timestream:Select arn:aws:timestream:us-east-1:123456789012:database/metrics/table/cpu"],
        },
      ],
    },
  },
});
