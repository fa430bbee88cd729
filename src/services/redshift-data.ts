/** Amazon Redshift Data API: statements run with credentials that the caller must be able to get. */
import { authorizedAs, defineService } from "./define-service.ts";
import { statementPermissions } from "./redshift-credentials.ts";
import { everyResource } from "./rule-resource.ts";

export default defineService({
  sdkId: "Redshift Data",
  operations: {
    ...authorizedAs(
      { GetStatementResultV2: "GetStatementResult" },
      {
        servicePrefix: "redshift-data",
        resource: everyResource,
        because: "both forms of results are authorized as one action",
        see: "https://docs.aws.amazon.com/redshift-data/latest/APIReference/API_GetStatementResultV2.html",
        example: { input: { Id: "d9b6c0c9-0747-4bf4-b142-e8883122f766" }, on: "*" },
      },
    ),
    ExecuteStatement: {
      authorizedActions: statementPermissions("ExecuteStatement"),
      because: "the statement runs on the warehouse that the request names",
      see: "https://docs.aws.amazon.com/redshift/latest/mgmt/data-api-access.html",
      examples: [
        {
          input: { ClusterIdentifier: "sales", DbUser: "etl", Database: "dev" },
          permits: [
            "redshift-data:ExecuteStatement arn:aws:redshift:us-east-1:123456789012:cluster:sales",
            "redshift:GetClusterCredentials arn:aws:redshift:us-east-1:123456789012:dbname:sales/dev + arn:aws:redshift:us-east-1:123456789012:dbuser:sales/etl",
          ],
        },
      ],
    },
    BatchExecuteStatement: {
      authorizedActions: statementPermissions("BatchExecuteStatement"),
      because: "the statement runs on the warehouse that the request names",
      see: "https://docs.aws.amazon.com/redshift/latest/mgmt/data-api-access.html",
      examples: [
        {
          input: { ClusterIdentifier: "sales", DbUser: "etl", Database: "dev" },
          permits: [
            "redshift-data:BatchExecuteStatement arn:aws:redshift:us-east-1:123456789012:cluster:sales",
            "redshift:GetClusterCredentials arn:aws:redshift:us-east-1:123456789012:dbname:sales/dev + arn:aws:redshift:us-east-1:123456789012:dbuser:sales/etl",
          ],
        },
      ],
    },
    DescribeTable: {
      authorizedActions: statementPermissions("DescribeTable"),
      because: "the statement runs on the warehouse that the request names",
      see: "https://docs.aws.amazon.com/redshift/latest/mgmt/data-api-access.html",
      examples: [
        {
          input: { ClusterIdentifier: "sales", DbUser: "etl", Database: "dev" },
          permits: [
            "redshift-data:DescribeTable arn:aws:redshift:us-east-1:123456789012:cluster:sales",
            "redshift:GetClusterCredentials arn:aws:redshift:us-east-1:123456789012:dbname:sales/dev + arn:aws:redshift:us-east-1:123456789012:dbuser:sales/etl",
          ],
        },
      ],
    },
    ListDatabases: {
      authorizedActions: statementPermissions("ListDatabases"),
      because: "the statement runs on the warehouse that the request names",
      see: "https://docs.aws.amazon.com/redshift/latest/mgmt/data-api-access.html",
      examples: [
        {
          input: { ClusterIdentifier: "sales", DbUser: "etl", Database: "dev" },
          permits: [
            "redshift-data:ListDatabases arn:aws:redshift:us-east-1:123456789012:cluster:sales",
            "redshift:GetClusterCredentials arn:aws:redshift:us-east-1:123456789012:dbname:sales/dev + arn:aws:redshift:us-east-1:123456789012:dbuser:sales/etl",
          ],
        },
      ],
    },
    ListSchemas: {
      authorizedActions: statementPermissions("ListSchemas"),
      because: "the statement runs on the warehouse that the request names",
      see: "https://docs.aws.amazon.com/redshift/latest/mgmt/data-api-access.html",
      examples: [
        {
          input: { ClusterIdentifier: "sales", DbUser: "etl", Database: "dev" },
          permits: [
            "redshift-data:ListSchemas arn:aws:redshift:us-east-1:123456789012:cluster:sales",
            "redshift:GetClusterCredentials arn:aws:redshift:us-east-1:123456789012:dbname:sales/dev + arn:aws:redshift:us-east-1:123456789012:dbuser:sales/etl",
          ],
        },
      ],
    },
    ListTables: {
      authorizedActions: statementPermissions("ListTables"),
      because: "the statement runs on the warehouse that the request names",
      see: "https://docs.aws.amazon.com/redshift/latest/mgmt/data-api-access.html",
      examples: [
        {
          input: { ClusterIdentifier: "sales", DbUser: "etl", Database: "dev" },
          permits: [
            "redshift-data:ListTables arn:aws:redshift:us-east-1:123456789012:cluster:sales",
            "redshift:GetClusterCredentials arn:aws:redshift:us-east-1:123456789012:dbname:sales/dev + arn:aws:redshift:us-east-1:123456789012:dbuser:sales/etl",
          ],
        },
      ],
    },
  },
});
