/** Amazon Neptune's data API: queries are authorized by what they do, everything else under names of its own. */
import { authorizedAs, defineService } from "./define-service.ts";
import { typed } from "./rule-resource.ts";
import { unknownPart } from "./rule-value.ts";

export default defineService({
  sdkId: "neptunedata",
  resources: {
    database: {
      filledBy: [
        {
          ClusterResourceId: unknownPart(
            "*",
            "no-resource-in-input",
            "the cluster's resource id is not in the request",
          ),
        },
      ],
      because: "a job's id is not the cluster's, which no request holds",
      see: "https://docs.aws.amazon.com/neptune/latest/userguide/iam-data-resources.html",
      examples: [
        {
          operation: "CancelMLDataProcessingJob",
          input: { id: "job-1" },
          permits: ["neptune-db:CancelMLDataProcessingJob arn:aws:neptune-db:us-east-1:123456789012:*/*"],
        },
      ],
    },
  },
  operations: {
    ExecuteGremlinQuery: {
      authorizedActions: [
        {
          action: ["neptune-db:ReadDataViaQuery", "neptune-db:WriteDataViaQuery", "neptune-db:DeleteDataViaQuery"],
          resource: typed("database"),
        },
      ],
      because: "the query's text, which is not read, decides whether it reads, writes or deletes",
      see: "https://docs.aws.amazon.com/neptune/latest/userguide/iam-dp-actions.html",
      examples: [
        {
          input: {},
          permits: [
            "neptune-db:ReadDataViaQuery arn:aws:neptune-db:us-east-1:123456789012:*/*",
            "neptune-db:WriteDataViaQuery arn:aws:neptune-db:us-east-1:123456789012:*/*",
            "neptune-db:DeleteDataViaQuery arn:aws:neptune-db:us-east-1:123456789012:*/*",
          ],
        },
      ],
    },
    ExecuteOpenCypherQuery: {
      authorizedActions: [
        {
          action: ["neptune-db:ReadDataViaQuery", "neptune-db:WriteDataViaQuery", "neptune-db:DeleteDataViaQuery"],
          resource: typed("database"),
        },
      ],
      because: "the query's text, which is not read, decides whether it reads, writes or deletes",
      see: "https://docs.aws.amazon.com/neptune/latest/userguide/iam-dp-actions.html",
      examples: [
        {
          input: {},
          permits: [
            "neptune-db:ReadDataViaQuery arn:aws:neptune-db:us-east-1:123456789012:*/*",
            "neptune-db:WriteDataViaQuery arn:aws:neptune-db:us-east-1:123456789012:*/*",
            "neptune-db:DeleteDataViaQuery arn:aws:neptune-db:us-east-1:123456789012:*/*",
          ],
        },
      ],
    },
    ...authorizedAs(
      {
        CancelGremlinQuery: "CancelQuery",
        CancelOpenCypherQuery: "CancelQuery",
        DeletePropertygraphStatistics: "DeleteStatistics",
        DeleteSparqlStatistics: "DeleteStatistics",
        ExecuteFastReset: "ResetDatabase",
        ExecuteGremlinExplainQuery: "ReadDataViaQuery",
        ExecuteGremlinProfileQuery: "ReadDataViaQuery",
        ExecuteOpenCypherExplainQuery: "ReadDataViaQuery",
        GetGremlinQueryStatus: "GetQueryStatus",
        GetMLDataProcessingJob: "GetMLDataProcessingJobStatus",
        GetMLEndpoint: "GetMLEndpointStatus",
        GetMLModelTrainingJob: "GetMLModelTrainingJobStatus",
        GetMLModelTransformJob: "GetMLModelTransformJobStatus",
        GetOpenCypherQueryStatus: "GetQueryStatus",
        GetPropertygraphStatistics: "GetStatisticsStatus",
        GetPropertygraphStream: "GetStreamRecords",
        GetPropertygraphSummary: "GetGraphSummary",
        GetRDFGraphSummary: "GetGraphSummary",
        GetSparqlStatistics: "GetStatisticsStatus",
        GetSparqlStream: "GetStreamRecords",
        ListGremlinQueries: "GetQueryStatus",
        ListOpenCypherQueries: "GetQueryStatus",
        ManagePropertygraphStatistics: "ManageStatistics",
        ManageSparqlStatistics: "ManageStatistics",
      },
      {
        servicePrefix: "neptune-db",
        because: "the data API's actions are named after what is done, not after the query language",
        see: "https://docs.aws.amazon.com/neptune/latest/userguide/iam-dp-actions.html",
        example: { input: {}, on: "arn:aws:neptune-db:us-east-1:123456789012:*/*" },
      },
    ),
  },
});
