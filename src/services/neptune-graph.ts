/** Amazon Neptune Analytics: ids under the names of what they are ids of, and queries by what they do. */
import { defineService } from "./define-service.ts";
import { namedIn } from "./rule-resource.ts";
import { member } from "./rule-value.ts";

export default defineService({
  sdkId: "Neptune Graph",
  resources: {
    graph: {
      filledBy: [{ ResourceId: member("graphIdentifier") }],
      because: "graphs are authorized by the id that AWS gives them, never by name",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonneptuneanalytics.html",
      examples: [
        {
          operation: "CreateGraph",
          input: { graphName: "friends", provisionedMemory: 16 },
          permits: ["neptune-graph:CreateGraph arn:aws:neptune-graph:us-east-1:123456789012:graph/*"],
        },
      ],
    },
    "graph-snapshot": {
      filledBy: [{ ResourceId: member("snapshotIdentifier") }],
      because: "snapshots are authorized by id",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonneptuneanalytics.html",
      examples: [
        {
          operation: "GetGraphSnapshot",
          input: { snapshotIdentifier: "gs-1" },
          permits: ["neptune-graph:GetGraphSnapshot arn:aws:neptune-graph:us-east-1:123456789012:graph-snapshot/gs-1"],
        },
      ],
    },
    "import-task": {
      filledBy: [{ ResourceId: member("taskIdentifier") }],
      because: "tasks are authorized by id",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonneptuneanalytics.html",
      examples: [
        {
          operation: "GetImportTask",
          input: { taskIdentifier: "t-1" },
          permits: ["neptune-graph:GetImportTask arn:aws:neptune-graph:us-east-1:123456789012:import-task/t-1"],
        },
      ],
    },
    "export-task": {
      filledBy: [{ ResourceId: member("taskIdentifier") }],
      because: "tasks are authorized by id",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonneptuneanalytics.html",
      examples: [
        {
          operation: "GetExportTask",
          input: { taskIdentifier: "t-1" },
          permits: ["neptune-graph:GetExportTask arn:aws:neptune-graph:us-east-1:123456789012:export-task/t-1"],
        },
      ],
    },
  },
  operations: {
    ExecuteQuery: {
      authorizedActions: [
        {
          action: [
            "neptune-graph:ReadDataViaQuery",
            "neptune-graph:WriteDataViaQuery",
            "neptune-graph:DeleteDataViaQuery",
          ],
          resource: namedIn("graph", "ResourceId", "graphIdentifier"),
        },
      ],
      because: "the query's text, which is not read, decides whether it reads, writes or deletes",
      see: "https://docs.aws.amazon.com/neptune-analytics/latest/apiref/API_ExecuteQuery.html",
      examples: [
        {
          input: { graphIdentifier: "g-1" },
          permits: [
            "neptune-graph:ReadDataViaQuery arn:aws:neptune-graph:us-east-1:123456789012:graph/g-1",
            "neptune-graph:WriteDataViaQuery arn:aws:neptune-graph:us-east-1:123456789012:graph/g-1",
            "neptune-graph:DeleteDataViaQuery arn:aws:neptune-graph:us-east-1:123456789012:graph/g-1",
          ],
        },
      ],
    },
    GetQuery: {
      authorizedActions: [
        { action: "neptune-graph:GetQueryStatus", resource: namedIn("graph", "ResourceId", "graphIdentifier") },
      ],
      because: "the state of a query is read under an action of that name",
      see: "https://docs.aws.amazon.com/neptune-analytics/latest/apiref/API_GetQuery.html",
      examples: [
        {
          input: { graphIdentifier: "g-1", queryId: "q" },
          permits: ["neptune-graph:GetQueryStatus arn:aws:neptune-graph:us-east-1:123456789012:graph/g-1"],
        },
      ],
    },
  },
});
