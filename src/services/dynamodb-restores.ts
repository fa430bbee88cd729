/** DynamoDB: a table is restored from a backup or a point in time by writing it item by item, with the caller's permissions. */
import { operationRules } from "./define-service.ts";
import { bothOf, either, filled, typed } from "./rule-resource.ts";
import { member } from "./rule-value.ts";

export default operationRules({
  RestoreTableFromBackup: {
    authorizedActions: [
      {
        action: "dynamodb:RestoreTableFromBackup",
        resource: bothOf(typed("backup"), filled("table", { TableName: member("TargetTableName") })),
      },
      {
        action: [
          "dynamodb:BatchWriteItem",
          "dynamodb:DeleteItem",
          "dynamodb:GetItem",
          "dynamodb:PutItem",
          "dynamodb:Query",
          "dynamodb:Scan",
          "dynamodb:UpdateItem",
        ],
        resource: filled("table", { TableName: member("TargetTableName") }),
        origin: "dependent",
        because: "restoring writes the new table item by item",
      },
    ],
    because: "restoring reads the backup and makes the target table",
    see: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/backuprestore_IAM.html",
    examples: [
      {
        input: { TargetTableName: "new", BackupArn: "arn:aws:dynamodb:us-east-1:123456789012:table/old/backup/01" },
        permits: [
          "dynamodb:RestoreTableFromBackup arn:aws:dynamodb:us-east-1:123456789012:table/new + arn:aws:dynamodb:us-east-1:123456789012:table/old/backup/01",
          "dynamodb:BatchWriteItem arn:aws:dynamodb:us-east-1:123456789012:table/new",
          "dynamodb:DeleteItem arn:aws:dynamodb:us-east-1:123456789012:table/new",
          "dynamodb:GetItem arn:aws:dynamodb:us-east-1:123456789012:table/new",
          "dynamodb:PutItem arn:aws:dynamodb:us-east-1:123456789012:table/new",
          "dynamodb:Query arn:aws:dynamodb:us-east-1:123456789012:table/new",
          "dynamodb:Scan arn:aws:dynamodb:us-east-1:123456789012:table/new",
          "dynamodb:UpdateItem arn:aws:dynamodb:us-east-1:123456789012:table/new",
        ],
      },
    ],
  },
  RestoreTableToPointInTime: {
    authorizedActions: [
      {
        action: "dynamodb:RestoreTableToPointInTime",
        resource: bothOf(
          either(
            filled("table", { TableName: member("SourceTableArn") }),
            filled("table", { TableName: member("SourceTableName") }),
          ),
          filled("table", { TableName: member("TargetTableName") }),
        ),
      },
      {
        action: [
          "dynamodb:BatchWriteItem",
          "dynamodb:DeleteItem",
          "dynamodb:GetItem",
          "dynamodb:PutItem",
          "dynamodb:Query",
          "dynamodb:Scan",
          "dynamodb:UpdateItem",
        ],
        resource: filled("table", { TableName: member("TargetTableName") }),
        origin: "dependent",
        because: "restoring writes the new table item by item",
      },
    ],
    because: "restoring reads the source table and makes the target table",
    see: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/backuprestore_IAM.html",
    examples: [
      {
        input: { SourceTableName: "old", TargetTableName: "new" },
        permits: [
          "dynamodb:RestoreTableToPointInTime arn:aws:dynamodb:us-east-1:123456789012:table/new + arn:aws:dynamodb:us-east-1:123456789012:table/old",
          "dynamodb:BatchWriteItem arn:aws:dynamodb:us-east-1:123456789012:table/new",
          "dynamodb:DeleteItem arn:aws:dynamodb:us-east-1:123456789012:table/new",
          "dynamodb:GetItem arn:aws:dynamodb:us-east-1:123456789012:table/new",
          "dynamodb:PutItem arn:aws:dynamodb:us-east-1:123456789012:table/new",
          "dynamodb:Query arn:aws:dynamodb:us-east-1:123456789012:table/new",
          "dynamodb:Scan arn:aws:dynamodb:us-east-1:123456789012:table/new",
          "dynamodb:UpdateItem arn:aws:dynamodb:us-east-1:123456789012:table/new",
        ],
      },
    ],
  },
});
