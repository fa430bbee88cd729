/**
 * Calls whose request holds nothing but a token or an id that another call handed out: what they are on, the other call
 * tells. Tokens are never recorded, so the answer is all that the handing calls of the same identity were on.
 */

export interface ToldResource {
  readonly sdkId: string;
  /** What carries the token or id. */
  readonly operations: readonly [string, ...string[]];
  /** What hands it out. */
  readonly toldBy: readonly [string, ...string[]];
  /** The AWS page that says where the token or id comes from. */
  readonly see: `https://${string}`;
}

export const TOLD_RESOURCES: readonly ToldResource[] = [
  {
    sdkId: "DynamoDB Streams",
    operations: ["GetRecords"],
    toldBy: ["GetShardIterator"],
    see: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_GetRecords.html",
  },
  {
    sdkId: "Kinesis",
    operations: ["GetRecords"],
    toldBy: ["GetShardIterator"],
    see: "https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetRecords.html",
  },
  {
    sdkId: "Kinesis",
    operations: ["ListShards"],
    toldBy: ["ListShards"],
    see: "https://docs.aws.amazon.com/kinesis/latest/APIReference/API_ListShards.html",
  },
  {
    sdkId: "KeyspacesStreams",
    operations: ["GetRecords"],
    toldBy: ["GetShardIterator"],
    see: "https://docs.aws.amazon.com/keyspaces/latest/StreamsAPIReference/API_GetRecords.html",
  },
  {
    sdkId: "AppConfigData",
    operations: ["GetLatestConfiguration"],
    toldBy: ["StartConfigurationSession"],
    see: "https://docs.aws.amazon.com/appconfig/2019-10-09/APIReference/API_appconfigdata_GetLatestConfiguration.html",
  },
  {
    sdkId: "Athena",
    operations: [
      "BatchGetQueryExecution",
      "GetQueryExecution",
      "GetQueryResults",
      "GetQueryRuntimeStatistics",
      "StopQueryExecution",
    ],
    toldBy: ["ListQueryExecutions", "StartQueryExecution"],
    see: "https://docs.aws.amazon.com/athena/latest/APIReference/API_StartQueryExecution.html",
  },
  {
    sdkId: "Athena",
    operations: ["BatchGetNamedQuery", "DeleteNamedQuery", "GetNamedQuery", "UpdateNamedQuery"],
    toldBy: ["CreateNamedQuery", "ListNamedQueries"],
    see: "https://docs.aws.amazon.com/athena/latest/APIReference/API_CreateNamedQuery.html",
  },
  {
    sdkId: "Athena",
    operations: [
      "GetCalculationExecution",
      "GetCalculationExecutionCode",
      "GetCalculationExecutionStatus",
      "GetSession",
      "GetSessionStatus",
      "ListCalculationExecutions",
      "StartCalculationExecution",
      "StopCalculationExecution",
      "TerminateSession",
    ],
    toldBy: ["ListSessions", "StartSession"],
    see: "https://docs.aws.amazon.com/athena/latest/APIReference/API_StartSession.html",
  },
  {
    sdkId: "CloudWatch Logs",
    operations: ["GetQueryResults"],
    toldBy: ["StartQuery"],
    see: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetQueryResults.html",
  },
];
