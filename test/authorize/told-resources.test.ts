import { expect, test } from "vitest";
import { authorizeCalls } from "../../src/authorize/authorize-calls.ts";
import { createAuthorizer } from "../../src/authorize/authorizer.ts";
import { apiIndex, authorizationIndex } from "../../src/data/opened-indexes.ts";
import type { ApiCall } from "../../src/decode/api-call.ts";
import { serviceRules } from "../../src/services/index.ts";
import { TOLD_RESOURCES } from "../../src/services/told-resources.ts";
import { exampleCall, permitNotation } from "../services/example-call.ts";

const authorize = createAuthorizer({ apis: apiIndex(), authorization: authorizationIndex(), rules: serviceRules });

type Step = readonly [sdkId: string, operation: string, input: Record<string, unknown>, differs?: Partial<ApiCall>];

const callOf = ([sdkId, operation, input, differs]: Step): ApiCall => {
  const signingName = apiIndex().withSdkId(sdkId)?.signingName ?? "";
  return { ...exampleCall({ input, permits: [] }, { sdkId, operation, signingName }), ...differs };
};

/** The permissions that the last call needs for itself. */
function last(...steps: readonly Step[]) {
  const placed = steps.map((step) => ({ call: step[1], placed: callOf(step) }));
  return (authorizeCalls(authorize, placed).at(-1)?.permissions ?? []).filter(({ origin }) => origin === "direct");
}

const STREAM = "arn:aws:dynamodb:us-east-1:123456789012:table/Album/stream/2026-11-21T00:00:00.000";
const READ: Step = ["DynamoDB Streams", "GetRecords", {}];

test.each<[string, Step, Step, string]>([
  [
    "an iterator of a table's stream",
    ["DynamoDB Streams", "GetShardIterator", { StreamArn: STREAM, ShardId: "shard-1" }],
    READ,
    `dynamodb:GetRecords ${STREAM}`,
  ],
  [
    "an iterator of a stream",
    ["Kinesis", "GetShardIterator", { StreamName: "clicks" }],
    ["Kinesis", "GetRecords", {}],
    "kinesis:GetRecords arn:aws:kinesis:us-east-1:123456789012:stream/clicks",
  ],
  [
    "a further page of shards",
    ["Kinesis", "ListShards", { StreamName: "clicks" }],
    ["Kinesis", "ListShards", { NextToken: "" }],
    "kinesis:ListShards arn:aws:kinesis:us-east-1:123456789012:stream/clicks",
  ],
  [
    "a configuration session",
    [
      "AppConfigData",
      "StartConfigurationSession",
      { ApplicationIdentifier: "abc1234", EnvironmentIdentifier: "def5678", ConfigurationProfileIdentifier: "ghi9012" },
    ],
    ["AppConfigData", "GetLatestConfiguration", {}],
    "appconfig:GetLatestConfiguration arn:aws:appconfig:us-east-1:123456789012:application/abc1234/environment/def5678/configuration/ghi9012",
  ],
  [
    "a query's id",
    ["Athena", "StartQueryExecution", { QueryString: "SELECT 1", WorkGroup: "films" }],
    ["Athena", "GetQueryResults", { QueryExecutionId: "q-1" }],
    "athena:GetQueryResults arn:aws:athena:us-east-1:123456789012:workgroup/films",
  ],
  [
    "a named query's id",
    ["Athena", "CreateNamedQuery", { Name: "q" }],
    ["Athena", "DeleteNamedQuery", { NamedQueryId: "q-1" }],
    "athena:DeleteNamedQuery arn:aws:athena:us-east-1:123456789012:workgroup/primary",
  ],
  [
    "a log query's id",
    ["CloudWatch Logs", "StartQuery", { logGroupName: "web" }],
    ["CloudWatch Logs", "GetQueryResults", { queryId: "q-1" }],
    "logs:GetQueryResults arn:aws:logs:us-east-1:123456789012:log-group:web:*",
  ],
])("%s is on what handed it out", (_, handing, carrying, expected) => {
  const permissions = last(handing, carrying);
  expect(permissions.map(permitNotation)).toEqual([expected]);
  expect(permissions[0]?.widened).toBeUndefined();
  expect(permissions[0]?.because).toContain(`${handing[1]} of the same recording`);
});

const iterator = (StreamArn: string, differs: Partial<ApiCall> = {}): Step => [
  "DynamoDB Streams",
  "GetShardIterator",
  { StreamArn },
  differs,
];
const OTHER = STREAM.replace("Album", "Other");

test("tokens are not recorded, so several handing calls are all taken, in one order", () => {
  const expected = [`dynamodb:GetRecords ${STREAM} + ${OTHER}`];
  expect(last(iterator(OTHER), iterator(STREAM), READ).map(permitNotation)).toEqual(expected);
  expect(last(iterator(STREAM), iterator(OTHER), READ).map(permitNotation)).toEqual(expected);
});

test.each<[string, Step]>([
  ["another identity", iterator(STREAM, { identity: "d4e5f6" })],
  ["another region", iterator(STREAM, { region: "eu-west-1" })],
  ["a call that was denied", iterator(STREAM, { outcome: { kind: "denied" } })],
  ["a call that is not known exactly itself", ["DynamoDB Streams", "GetShardIterator", {}]],
])("%s tells nothing: the resource stays widened", (_, handing) => {
  expect(last(handing, READ)[0]?.widened?.reason).toBe("no-resource-in-input");
});

test("a request that names its resource is on that alone", () => {
  const named: Step = ["Kinesis", "GetRecords", { StreamARN: "arn:aws:kinesis:us-east-1:123456789012:stream/own" }];
  expect(last(["Kinesis", "GetShardIterator", { StreamName: "clicks" }], named).map(permitNotation)).toEqual([
    "kinesis:GetRecords arn:aws:kinesis:us-east-1:123456789012:stream/own",
  ]);
});

test("every operation of the table is widened alone: a row that tells nothing new would be idle", () => {
  const exact = TOLD_RESOURCES.flatMap(({ sdkId, operations }) =>
    operations.filter((name) => !last([sdkId, name, {}]).some(({ widened }) => widened !== undefined)),
  );
  expect(exact).toEqual([]);
});
