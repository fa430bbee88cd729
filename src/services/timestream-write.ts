/** Amazon Timestream: a batch load writes records. */
import { defineService } from "./define-service.ts";
import { filled } from "./rule-resource.ts";
import { member } from "./rule-value.ts";

export default defineService({
  sdkId: "Timestream Write",
  operations: {
    CreateBatchLoadTask: {
      authorizedActions: [
        {
          action: ["timestream:CreateBatchLoadTask", "timestream:WriteRecords"],
          resource: filled("table", {
            DatabaseName: member("TargetDatabaseName"),
            TableName: member("TargetTableName"),
          }),
        },
      ],
      because: "a batch load writes records into the table that the request names",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazontimestream.html",
      examples: [
        {
          input: { TargetDatabaseName: "metrics", TargetTableName: "cpu" },
          permits: [
            "timestream:CreateBatchLoadTask arn:aws:timestream:us-east-1:123456789012:database/metrics/table/cpu",
            "timestream:WriteRecords arn:aws:timestream:us-east-1:123456789012:database/metrics/table/cpu",
          ],
        },
      ],
    },
  },
});
