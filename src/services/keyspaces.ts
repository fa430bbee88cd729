/** Amazon Keyspaces: the API is authorized with the actions of the CQL statements that it stands for. */
import { authorizedAs, defineService } from "./define-service.ts";
import multiRegion from "./keyspaces-regions.ts";
import { bothOf, filled, typed } from "./rule-resource.ts";
import { member } from "./rule-value.ts";

export default defineService({
  sdkId: "Keyspaces",
  operations: {
    ...multiRegion,
    ...authorizedAs(
      {
        DeleteTable: "Drop",
        GetTable: "Select",
        GetTableAutoScalingSettings: "Select",
      },
      {
        servicePrefix: "cassandra",
        resource: typed("table"),
        because: "the action is that of the CQL statement",
        see: "https://docs.aws.amazon.com/keyspaces/latest/devguide/security_iam_service-with-iam.html",
        example: {
          input: { keyspaceName: "app", tableName: "photos" },
          on: "arn:aws:cassandra:us-east-1:123456789012:/keyspace/app/table/photos",
        },
      },
    ),
    ...authorizedAs(
      {
        DeleteKeyspace: "Drop",
        UpdateKeyspace: "Alter",
        CreateType: "Create",
        DeleteType: "Drop",
      },
      {
        servicePrefix: "cassandra",
        resource: typed("keyspace"),
        because: "the action is that of the CQL statement",
        see: "https://docs.aws.amazon.com/keyspaces/latest/devguide/security_iam_service-with-iam.html",
        example: {
          input: { keyspaceName: "app" },
          on: "arn:aws:cassandra:us-east-1:123456789012:/keyspace/app/",
        },
      },
    ),
    ...authorizedAs(
      {
        GetKeyspace: "Select",
        ListKeyspaces: "Select",
        ListTables: "Select",
        GetType: "Select",
        ListTypes: "Select",
        ListTagsForResource: "Select",
      },
      {
        servicePrefix: "cassandra",
        because: "what describes keyspaces and tables is read from the system tables",
        see: "https://docs.aws.amazon.com/keyspaces/latest/devguide/security_iam_service-with-iam.html",
        example: {
          input: { resourceArn: "arn:aws:cassandra:us-east-1:123456789012:/keyspace/app/table/photos" },
          on: "arn:aws:cassandra:us-east-1:123456789012:/keyspace/app/table/photos",
        },
        unconfirmed: true,
      },
    ),
    RestoreTable: {
      authorizedActions: [
        {
          action: ["cassandra:Restore", "cassandra:Select"],
          resource: bothOf(
            filled("table", { KeyspaceName: member("sourceKeyspaceName"), TableName: member("sourceTableName") }),
            filled("table", { KeyspaceName: member("targetKeyspaceName"), TableName: member("targetTableName") }),
          ),
        },
      ],
      because: "restoring reads the source table and makes the target table",
      see: "https://docs.aws.amazon.com/keyspaces/latest/devguide/PointInTimeRecovery_HowItWorks.html",
      examples: [
        {
          input: {
            sourceKeyspaceName: "a",
            sourceTableName: "t",
            targetKeyspaceName: "b",
            targetTableName: "u",
          },
          permits: [
            "cassandra:Restore arn:aws:cassandra:us-east-1:123456789012:/keyspace/a/table/t + arn:aws:cassandra:us-east-1:123456789012:/keyspace/b/table/u",
            "cassandra:Select arn:aws:cassandra:us-east-1:123456789012:/keyspace/a/table/t + arn:aws:cassandra:us-east-1:123456789012:/keyspace/b/table/u",
          ],
        },
      ],
    },
  },
});
