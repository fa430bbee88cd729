/** Amazon DynamoDB: tables by name or ARN, indexes below them, batches and transactions by what they hold. */
import { defineService } from "./define-service.ts";
import globalTables from "./dynamodb-global-tables.ts";
import partiql from "./dynamodb-partiql.ts";
import restores from "./dynamodb-restores.ts";
import tables from "./dynamodb-tables.ts";
import transactions from "./dynamodb-transactions.ts";
import transfers from "./dynamodb-transfers.ts";
import { member } from "./rule-value.ts";

export default defineService({
  sdkId: "DynamoDB",
  resources: {
    table: {
      filledBy: [{ TableName: member("TableName") }, { TableName: member("RequestItems{}") }],
      because: "a table may be named or given by ARN, and batches have their tables as keys of a map",
      see: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/security_iam_service-with-iam.html",
      examples: [
        {
          operation: "GetItem",
          input: { TableName: "photos" },
          permits: ["dynamodb:GetItem arn:aws:dynamodb:us-east-1:123456789012:table/photos"],
        },
        {
          operation: "GetItem",
          input: { TableName: "arn:aws:dynamodb:eu-west-1:111122223333:table/photos" },
          permits: ["dynamodb:GetItem arn:aws:dynamodb:eu-west-1:111122223333:table/photos"],
        },
        {
          operation: "BatchGetItem",
          input: { RequestItems: { photos: {}, users: {} } },
          permits: [
            "dynamodb:BatchGetItem arn:aws:dynamodb:us-east-1:123456789012:table/photos + arn:aws:dynamodb:us-east-1:123456789012:table/users",
          ],
        },
        {
          operation: "BatchWriteItem",
          input: { RequestItems: { photos: [], "arn:aws:dynamodb:us-east-1:111122223333:table/users": [] } },
          permits: [
            "dynamodb:BatchWriteItem arn:aws:dynamodb:us-east-1:111122223333:table/users + arn:aws:dynamodb:us-east-1:123456789012:table/photos",
          ],
        },
      ],
    },
  },
  operations: { ...transactions, ...partiql, ...tables, ...restores, ...transfers, ...globalTables },
});
