/** DynamoDB: a table is restored from a backup or a point in time by writing it item by item, with the caller's permissions. */
import { operationRules } from "./define-service.ts";
import { usesKey } from "./kms-key.ts";
import { bothOf, either, filled, typed } from "./rule-resource.ts";
import { member } from "./rule-value.ts";

/** The restored table is encrypted anew, under a key of the request's choice. */
const UNDER_ANOTHER_KEY = usesKey({
  path: "SSESpecificationOverride.KMSMasterKeyId",
  actions: ["DescribeKey", "CreateGrant"],
  via: "dynamodb",
});

const KEY = "arn:aws:kms:us-east-1:123456789012:key/1234abcd";

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
      ...UNDER_ANOTHER_KEY,
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
      {
        input: {
          TargetTableName: "new",
          BackupArn: "arn:aws:dynamodb:us-east-1:123456789012:table/old/backup/01",
          SSESpecificationOverride: { KMSMasterKeyId: KEY },
        },
        permits: [
          "dynamodb:RestoreTableFromBackup arn:aws:dynamodb:us-east-1:123456789012:table/new + arn:aws:dynamodb:us-east-1:123456789012:table/old/backup/01",
          ...["BatchWriteItem", "DeleteItem", "GetItem", "PutItem", "Query", "Scan", "UpdateItem"].map(
            (name) => `dynamodb:${name} arn:aws:dynamodb:us-east-1:123456789012:table/new`,
          ),
          `kms:DescribeKey ${KEY} if kms:ViaService = dynamodb.us-east-1.amazonaws.com`,
          `kms:CreateGrant ${KEY} if kms:ViaService = dynamodb.us-east-1.amazonaws.com`,
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
      ...UNDER_ANOTHER_KEY,
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
