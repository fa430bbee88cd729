/** AWS Glue: the Data Catalog's resources come in threes, and several operations share the action of what they read or change. */
import { authorizedAs, defineService } from "./define-service.ts";
import batches from "./glue-batches.ts";
import { ALL_FUNCTIONS, databaseIn, namedCatalogs, tableIn } from "./glue-catalog.ts";
import catalog from "./glue-catalog-resources.ts";
import roles from "./glue-roles.ts";
import schemas from "./glue-schemas.ts";
import { PASSES_C, passesConnection, TABLE_T, withConnection } from "./glue-shared-rules.ts";
import { bothOf, filled, typed } from "./rule-resource.ts";
import { member, unknownPart } from "./rule-value.ts";

export default defineService({
  sdkId: "Glue",
  resources: { ...catalog, ...schemas },
  operations: {
    ...batches,
    ...roles,
    ...authorizedAs(
      {
        CreatePartitionIndex: "UpdateTable",
        DeletePartitionIndex: "UpdateTable",
        DeleteColumnStatisticsForPartition: "UpdatePartition",
        DeleteColumnStatisticsForTable: "UpdateTable",
        GetColumnStatisticsForPartition: "GetPartition",
        GetColumnStatisticsForTable: "GetTable",
        UpdateColumnStatisticsForPartition: "UpdatePartition",
        UpdateColumnStatisticsForTable: "UpdateTable",
      },
      {
        servicePrefix: "glue",
        because: "statistics and indexes are read and written with their table or partition",
        see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsglue.html",
        example: { input: { DatabaseName: "d", TableName: "t" }, on: TABLE_T },
      },
    ),
    ...authorizedAs(
      { GetUnfilteredPartitionMetadata: "GetPartition", GetUnfilteredPartitionsMetadata: "GetPartitions" },
      {
        servicePrefix: "glue",
        because: "the action of the unfiltered metadata is the public one",
        see: "https://docs.aws.amazon.com/glue/latest/webapi/API_GetUnfilteredPartitionMetadata.html",
        example: { input: { DatabaseName: "d", TableName: "t" }, on: TABLE_T },
      },
    ),
    ...authorizedAs(
      { GetUnfilteredTableMetadata: "GetTable" },
      {
        servicePrefix: "glue",
        because: "the action of the unfiltered metadata is the public one",
        see: "https://docs.aws.amazon.com/glue/latest/webapi/API_GetUnfilteredTableMetadata.html",
        example: { input: { DatabaseName: "d", Name: "t" }, on: TABLE_T },
      },
    ),
    ...authorizedAs(
      {
        BatchGetDataQualityResult: "GetDataQualityResult",
        BatchPutDataQualityStatisticAnnotation: "PutDataQualityStatisticAnnotation",
        ListDataQualityStatisticAnnotations: "GetDataQualityResult",
        ListDataQualityStatistics: "GetDataQualityResult",
      },
      {
        servicePrefix: "glue",
        resource: filled("dataQualityRuleset", {
          RulesetName: unknownPart("*", "resource-in-answer", "AWS knows the ruleset that a result is of"),
        }),
        because: "results and their statistics are those of a ruleset that the request does not name",
        see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsglue.html",
        example: { input: {}, on: "arn:aws:glue:us-east-1:123456789012:dataQualityRuleset/*" },
      },
    ),
    CreateCatalog: {
      authorizedActions: [
        {
          action: "glue:CreateCatalog",
          resource: bothOf(typed("rootcatalog"), filled("catalog", { CatalogName: member("Name") })),
        },
        passesConnection("CatalogInput.FederatedCatalog.ConnectionName"),
      ],
      because: "the new catalog lies in the root one, and may reach its data through a connection",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsglue.html",
      examples: [
        {
          input: { Name: "reels", CatalogInput: { FederatedCatalog: { ConnectionName: "c" } } },
          permits: [
            "glue:CreateCatalog arn:aws:glue:us-east-1:123456789012:catalog + arn:aws:glue:us-east-1:123456789012:catalog/reels",
            PASSES_C,
          ],
        },
      ],
    },
    CreateDatabase: withConnection("CreateDatabase", "DatabaseInput.FederatedDatabase.ConnectionName", {
      input: { DatabaseInput: { Name: "d", FederatedDatabase: { ConnectionName: "c" } } },
      permits: [
        "glue:CreateDatabase arn:aws:glue:us-east-1:123456789012:catalog + arn:aws:glue:us-east-1:123456789012:database/d",
        PASSES_C,
      ],
    }),
    CreateTable: withConnection("CreateTable", "TableInput.FederatedTable.ConnectionName", {
      input: { DatabaseName: "d", TableInput: { Name: "t", FederatedTable: { ConnectionName: "c" } } },
      permits: [`glue:CreateTable ${TABLE_T}`, PASSES_C],
    }),
    UpdateTable: withConnection("UpdateTable", "TableInput.FederatedTable.ConnectionName", {
      input: { DatabaseName: "d", TableInput: { Name: "t", FederatedTable: { ConnectionName: "c" } } },
      permits: [`glue:UpdateTable ${TABLE_T}`, PASSES_C],
    }),
    CreateTableOptimizer: withConnection(
      "CreateTableOptimizer",
      "TableOptimizerConfiguration.vpcConfiguration.glueConnectionName",
      {
        input: {
          CatalogId: "123456789012",
          DatabaseName: "d",
          TableName: "t",
          TableOptimizerConfiguration: { vpcConfiguration: { glueConnectionName: "c" } },
        },
        permits: [`glue:CreateTableOptimizer ${TABLE_T}`, PASSES_C],
      },
    ),
    UpdateTableOptimizer: withConnection(
      "UpdateTableOptimizer",
      "TableOptimizerConfiguration.vpcConfiguration.glueConnectionName",
      {
        input: {
          CatalogId: "123456789012",
          DatabaseName: "d",
          TableName: "t",
          TableOptimizerConfiguration: { vpcConfiguration: { glueConnectionName: "c" } },
        },
        permits: [`glue:UpdateTableOptimizer ${TABLE_T}`, PASSES_C],
      },
    ),
    DeleteDatabase: {
      authorizedActions: [
        {
          action: "glue:DeleteDatabase",
          resource: bothOf(
            typed("rootcatalog"),
            filled("catalog", namedCatalogs(member("CatalogId"))),
            typed("database"),
            filled("table", tableIn({ catalogId: member("CatalogId"), database: member("Name") })),
            filled("userdefinedfunction", {
              ...databaseIn({ catalogId: member("CatalogId"), database: member("Name") }),
              UserDefinedFunctionName: ALL_FUNCTIONS,
            }),
          ),
        },
      ],
      because: "a database is deleted with all that it holds",
      see: "https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html",
      examples: [
        {
          input: { Name: "d" },
          permits: [
            "glue:DeleteDatabase arn:aws:glue:us-east-1:123456789012:catalog + arn:aws:glue:us-east-1:123456789012:database/d",
            "glue:DeleteDatabase arn:aws:glue:us-east-1:123456789012:table/d/* + arn:aws:glue:us-east-1:123456789012:userDefinedFunction/d/*",
          ],
        },
      ],
    },
  },
});
