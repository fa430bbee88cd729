/** AWS Glue: column statistics are authorized as the table or partition that they describe. */
import { authorizedAs, defineService } from "./define-service.ts";

export default defineService({
  sdkId: "Glue",
  operations: authorizedAs(
    {
      GetColumnStatisticsForPartition: "GetPartition",
      GetColumnStatisticsForTable: "GetTable",
      UpdateColumnStatisticsForPartition: "UpdatePartition",
      UpdateColumnStatisticsForTable: "UpdateTable",
    },
    {
      servicePrefix: "glue",
      because: "statistics are read and written with their table or partition",
      see: "https://docs.aws.amazon.com/glue/latest/webapi/API_GetColumnStatisticsForTable.html",
      example: {
        input: { DatabaseName: "d", TableName: "t" },
        on: "arn:aws:glue:us-east-1:123456789012:catalog + arn:aws:glue:us-east-1:123456789012:database/d + arn:aws:glue:us-east-1:123456789012:table/d/t",
      },
    },
  ),
});
