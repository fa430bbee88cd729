import { expect, test } from "vitest";
import { answerBody } from "../../../src/decode/answer/answer-body.ts";
import { createdIds } from "../../../src/decode/answer/created-ids.ts";
import { apiCall } from "../../support/api-call.ts";
import { rawResponse } from "../../support/raw-response.ts";

function created(operation: string, body: string, input: { [member: string]: string } = {}): readonly string[] {
  const response = rawResponse(`HTTP/1.1 200 OK\n\n${body}`);
  const content = answerBody(response, response.body)?.content ?? {};
  return createdIds(apiCall({ operation, input }), content).flatMap((fact) =>
    fact.kind === "created" ? [fact.resource] : [],
  );
}

const ARN = "arn:aws:ecs:us-east-1:123456789012";

test.each([
  [
    "CreateQueue",
    '{"QueueUrl":"https://sqs.us-east-1.amazonaws.com/123456789012/q"}',
    ["https://sqs.us-east-1.amazonaws.com/123456789012/q"],
  ],
  [
    "CreateKey",
    '{"KeyMetadata":{"KeyId":"k-1","Arn":"arn:aws:kms:us-east-1:123456789012:key/k-1","AWSAccountId":"123456789012"}}',
    ["k-1", "arn:aws:kms:us-east-1:123456789012:key/k-1"],
  ],
  ["CreateRestApi", '{"id":"a1b2c3","rootResourceId":"r00t"}', ["a1b2c3"]],
  ["StartQueryExecution", '{"QueryExecutionId":"0f3a"}', ["0f3a"]],
  [
    "RunTask",
    `{"tasks":[{"taskArn":"${ARN}:task/c/1","clusterArn":"${ARN}:cluster/c","taskDefinitionArn":"${ARN}:task-definition/d:1"}]}`,
    [`${ARN}:task/c/1`],
  ],
  [
    "CreateSecret",
    '{"ARN":"arn:aws:secretsmanager:us-east-1:123456789012:secret:s-AbCdEf","Name":"s","VersionId":"v"}',
    ["arn:aws:secretsmanager:us-east-1:123456789012:secret:s-AbCdEf"],
  ],
  [
    "RunInstances",
    "<RunInstancesResponse><instancesSet><item><instanceId>i-1</instanceId><imageId>ami-1</imageId></item><item><instanceId>i-2</instanceId></item></instancesSet></RunInstancesResponse>",
    ["i-1", "i-2"],
  ],
  [
    "CreateStack",
    "<CreateStackResponse><CreateStackResult><StackId>arn:aws:cloudformation:us-east-1:123456789012:stack/s/0</StackId></CreateStackResult></CreateStackResponse>",
    ["arn:aws:cloudformation:us-east-1:123456789012:stack/s/0"],
  ],
  [
    "CreateHostedZone",
    "<CreateHostedZoneResponse><HostedZone><Id>/hostedzone/Z1</Id></HostedZone><ChangeInfo><Id>/change/C1</Id></ChangeInfo></CreateHostedZoneResponse>",
    ["/hostedzone/Z1"],
  ],
  [
    "CreateFlowLogs",
    "<CreateFlowLogsResponse><flowLogIdSet><item>fl-1</item></flowLogIdSet><unsuccessful/></CreateFlowLogsResponse>",
    ["fl-1"],
  ],
])("%s", (operation, body, ids) => {
  expect(created(operation, body)).toEqual(ids);
});

test("an id that the request gave is not assigned by AWS; an ARN says that the thing was made", () => {
  const body = '{"Table":{"TableId":"given","TableArn":"arn:aws:dynamodb:us-east-1:123456789012:table/given"}}';
  expect(created("CreateTable", body, { TableName: "given" })).toEqual([
    "arn:aws:dynamodb:us-east-1:123456789012:table/given",
  ]);
});

test("an operation that makes nothing teaches nothing", () => {
  expect(created("DescribeKey", '{"KeyMetadata":{"KeyId":"k-1"}}')).toEqual([]);
  expect(created("Startle", '{"leId":"x"}')).toEqual([]);
});

test("a deep or endless answer costs little", () => {
  const deep = `${'{"Key":'.repeat(2000)}"x"${"}".repeat(2000)}`;
  expect(created("CreateKey", deep)).toEqual([]);
  const many = JSON.stringify({ tasks: Array.from({ length: 5000 }, (_, n) => ({ taskId: `t-${n}` })) });
  expect(created("RunTasks", many)).toHaveLength(200);
});
