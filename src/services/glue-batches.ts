/** AWS Glue's calls on several things at once. */
import { operationRules } from "./define-service.ts";
import { databaseIn, inGlue, rootCatalog, tableIn } from "./glue-catalog.ts";
import { batchOf, TABLE_T } from "./glue-shared-rules.ts";
import { bothOf, filled, namedIn, typed } from "./rule-resource.ts";
import { member } from "./rule-value.ts";

const NAMED_CONNECTIONS = bothOf(typed("rootcatalog"), namedIn("connection", "ConnectionName", "ConnectionNameList[]"));

export default operationRules({
  BatchGetBlueprints: batchOf("BatchGetBlueprints", {
    single: "GetBlueprint",
    type: "blueprint",
    names: "Names",
    on: "blueprint/a",
  }),
  BatchGetCustomEntityTypes: batchOf("BatchGetCustomEntityTypes", { single: "GetCustomEntityType", names: "Names" }),
  BatchGetDevEndpoints: batchOf("BatchGetDevEndpoints", {
    single: "GetDevEndpoint",
    type: "devendpoint",
    names: "DevEndpointNames",
    on: "devEndpoint/a",
  }),
  BatchGetJobs: batchOf("BatchGetJobs", { single: "GetJob", type: "job", names: "JobNames", on: "job/a" }),
  BatchGetTriggers: batchOf("BatchGetTriggers", {
    single: "GetTrigger",
    type: "trigger",
    names: "TriggerNames",
    on: "trigger/a",
  }),
  BatchGetWorkflows: batchOf("BatchGetWorkflows", {
    single: "GetWorkflow",
    type: "workflow",
    names: "Names",
    on: "workflow/a",
  }),
  BatchGetTableOptimizer: {
    authorizedActions: [
      {
        action: "glue:BatchGetTableOptimizer",
        forEach: "Entries[]",
        resource: bothOf(
          filled("rootcatalog", rootCatalog(member("Entries[].catalogId"))),
          filled(
            "database",
            databaseIn({ catalogId: member("Entries[].catalogId"), database: member("Entries[].databaseName") }),
          ),
          filled(
            "table",
            tableIn({
              catalogId: member("Entries[].catalogId"),
              database: member("Entries[].databaseName"),
              table: member("Entries[].tableName"),
            }),
          ),
        ),
      },
    ],
    because: "each entry names a table",
    see: "https://docs.aws.amazon.com/glue/latest/webapi/API_BatchGetTableOptimizer.html",
    examples: [
      {
        input: { Entries: [{ catalogId: "123456789012", databaseName: "d", tableName: "t", type: "compaction" }] },
        permits: [`glue:BatchGetTableOptimizer ${TABLE_T}`],
      },
    ],
  },
  BatchDeleteConnection: {
    authorizedActions: [
      { action: "glue:BatchDeleteConnection", resource: NAMED_CONNECTIONS },
      { action: "glue:DeleteConnection", resource: NAMED_CONNECTIONS, origin: "dependent" },
    ],
    because: "the single call is checked on each connection that a batch names, too",
    see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsglue.html",
    examples: [
      {
        input: { ConnectionNameList: ["c"] },
        permits: [
          `glue:BatchDeleteConnection ${inGlue("catalog")} + ${inGlue("connection/c")}`,
          `glue:DeleteConnection ${inGlue("catalog")} + ${inGlue("connection/c")}`,
        ],
      },
    ],
  },
  BatchDeleteTableVersion: {
    authorizedActions: [
      { action: "glue:BatchDeleteTableVersion" },
      { action: "glue:DeleteTableVersion", origin: "dependent" },
    ],
    because: "the single call is checked on the table whose versions a batch names, too",
    see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsglue.html",
    examples: [
      {
        input: { DatabaseName: "d", TableName: "t", VersionIds: ["1"] },
        permits: [`glue:BatchDeleteTableVersion ${TABLE_T}`, `glue:DeleteTableVersion ${TABLE_T}`],
      },
    ],
  },
});
