import { expect, test } from "vitest";
import { authorizeCalls } from "../../src/authorize/authorize-calls.ts";
import { createAuthorizer } from "../../src/authorize/authorizer.ts";
import { apiIndex, authorizationIndex } from "../../src/data/opened-indexes.ts";
import type { Outcome } from "../../src/decode/api-call.ts";
import { serviceRules } from "../../src/services/index.ts";
import { exampleCall, permitNotation } from "../services/example-call.ts";

const KEY = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const authorize = createAuthorizer({ apis: apiIndex(), authorization: authorizationIndex(), rules: serviceRules });

type Step = readonly [sdkId: string, operation: string, input: Record<string, unknown>, outcome?: Partial<Outcome>];

/** The KMS permissions of each call, without the part that all share. */
function kms(...steps: readonly Step[]): readonly string[][] {
  const calls = steps.map(([sdkId, operation, input, outcome]) => {
    const signingName = apiIndex().withSdkId(sdkId)?.signingName ?? "";
    const call = exampleCall({ input, permits: [] }, { sdkId, operation, signingName });
    return { call: operation, placed: { ...call, outcome: { kind: "succeeded" as const, ...outcome } } };
  });
  return authorizeCalls(authorize, calls).map(({ permissions }) =>
    permissions
      .map(permitNotation)
      .filter((notation) => notation.startsWith("kms:"))
      .map((notation) => notation.replace(KEY, "KEY")),
  );
}

const QUEUE = "https://sqs.us-east-1.amazonaws.com/123456789012/refused";
const TOPIC = "arn:aws:sns:us-east-1:123456789012:t";
const ANSWERED = { keys: { key: KEY } };
const via = (api: string, ...names: string[]) =>
  names.map((name) => `kms:${name} KEY if kms:ViaService = ${api}.us-east-1.amazonaws.com`);

test.each<[string, Step[], string[][]]>([
  [
    "a table that is described after it was read",
    [
      ["DynamoDB", "Query", { TableName: "t", IndexName: "i" }],
      ["DynamoDB", "GetItem", { TableName: "other" }],
      ["DynamoDB", "DescribeTable", { TableName: "t" }, ANSWERED],
    ],
    [via("dynamodb", "Decrypt"), [], []],
  ],
  [
    "a queue",
    [
      ["SQS", "GetQueueAttributes", { QueueUrl: "https://sqs.us-east-1.amazonaws.com/123456789012/q" }, ANSWERED],
      ["SQS", "SendMessageBatch", { QueueUrl: "https://sqs.us-east-1.amazonaws.com/123456789012/q" }],
      ["SQS", "ReceiveMessage", { QueueUrl: "https://sqs.us-east-1.amazonaws.com/123456789012/q" }],
      ["SQS", "DeleteMessage", { QueueUrl: "https://sqs.us-east-1.amazonaws.com/123456789012/q" }],
    ],
    [[], via("sqs", "GenerateDataKey", "Decrypt"), via("sqs", "Decrypt"), []],
  ],
  [
    "a queue and a topic whose key the run itself has chosen",
    [
      ["SQS", "CreateQueue", { QueueName: "q", Attributes: { KmsMasterKeyId: KEY } }],
      ["SQS", "ReceiveMessage", { QueueUrl: "https://sqs.us-east-1.amazonaws.com/123456789012/q" }],
      ["SNS", "CreateTopic", { Name: "t", Attributes: { KmsMasterKeyId: KEY } }],
      ["SNS", "Publish", { TopicArn: "arn:aws:sns:us-east-1:123456789012:t" }],
      ["SQS", "SetQueueAttributes", { QueueUrl: QUEUE, Attributes: { KmsMasterKeyId: KEY } }, { kind: "denied" }],
      ["SQS", "ReceiveMessage", { QueueUrl: QUEUE }],
    ],
    [[], via("sqs", "Decrypt"), [], via("sns", "GenerateDataKey", "Decrypt"), [], []],
  ],
  [
    "a topic that gets its key later",
    [
      ["SNS", "SetTopicAttributes", { TopicArn: TOPIC, AttributeName: "KmsMasterKeyId", AttributeValue: KEY }],
      ["SNS", "SetTopicAttributes", { TopicArn: TOPIC, AttributeName: "DisplayName", AttributeValue: "News" }],
      ["SNS", "Publish", { TopicArn: TOPIC }],
    ],
    [[], [], via("sns", "GenerateDataKey", "Decrypt")],
  ],
  [
    "a secret that one call names by name and another by ARN",
    [
      ["Secrets Manager", "DescribeSecret", { SecretId: "db" }, ANSWERED],
      [
        "Secrets Manager",
        "GetSecretValue",
        { SecretId: "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-a1B2c3" },
      ],
    ],
    [[], via("secretsmanager", "Decrypt")],
  ],
  [
    "a secure string whose key the run itself has chosen",
    [
      ["SSM", "PutParameter", { Name: "/db", Type: "SecureString", KeyId: KEY }],
      ["SSM", "GetParameter", { Name: "/db", WithDecryption: true }],
      ["SSM", "GetParameter", { Name: "/db" }],
    ],
    [via("ssm", "Encrypt"), via("ssm", "Decrypt"), []],
  ],
])("%s", (_, steps, expected) => {
  expect(kms(...steps)).toEqual(expected);
});

test("the answer to an upload tells the bucket's default key, the answer to a read that there is none", () => {
  expect(
    kms(
      ["S3", "GetBucketEncryption", { Bucket: "album" }, ANSWERED],
      ["S3", "PutObject", { Bucket: "album", Key: "a" }, ANSWERED],
      ["S3", "GetObject", { Bucket: "album", Key: "old" }],
      ["S3", "GetObject", { Bucket: "album", Key: "new" }, { kind: "denied" }],
    ),
  ).toEqual([[], via("s3", "GenerateDataKey"), [], via("s3", "Decrypt")]);
});

test("a copy decrypts its source under the source's key, and encrypts under its own", () => {
  const source = KEY.replace("1234abcd", "5678abcd");
  const [, copy] = kms(
    ["S3", "PutObject", { Bucket: "camera", Key: "a" }, { keys: { key: source } }],
    ["S3", "CopyObject", { Bucket: "album", Key: "b", CopySource: "camera/a" }, ANSWERED],
  );
  expect(copy).toEqual([
    `kms:Decrypt ${source} if kms:ViaService = s3.us-east-1.amazonaws.com`,
    ...via("s3", "GenerateDataKey"),
  ]);
});

test("the answer replaces the alias of the request", () => {
  const input = { Bucket: "b", Key: "k", SSEKMSKeyId: "alias/photos" };
  expect(kms(["S3", "PutObject", input])[0]?.[0]).toContain("key/* if kms:ResourceAliases = alias/photos");
  expect(kms(["S3", "PutObject", input, ANSWERED])).toEqual([via("s3", "GenerateDataKey")]);
});

test("AWS managed keys need no grant, by whichever name they are known", () => {
  const encrypted = { Bucket: "b", Key: "k", ServerSideEncryption: "aws:kms" };
  expect(
    kms(["S3", "PutObject", encrypted, ANSWERED], ["S3", "GetObject", { Bucket: "b", Key: "k" }, ANSWERED]),
  ).toEqual([[], []]);
  const topic = { TopicArn: "arn:aws:sns:us-east-1:123456789012:t" };
  expect(
    kms(["SNS", "GetTopicAttributes", topic, { keys: { key: "alias/aws/sns" } }], ["SNS", "Publish", topic]),
  ).toEqual([[], []]);
});

test("a denial that names the key is limited to the API that used it, for the source of a copy too", () => {
  const denial = { action: "kms:Decrypt", resource: KEY };
  expect(
    kms(
      ["S3", "CopyObject", { Bucket: "album", Key: "b", CopySource: "camera/a" }, { kind: "denied", denial }],
      ["S3", "PutObject", { Bucket: "album", Key: "b" }, { kind: "failed" }],
    ),
  ).toEqual([via("s3", "Decrypt"), []]);
});

test("a recording that names no key is left as the calls alone explain it", () => {
  expect(kms(["DynamoDB", "GetItem", { TableName: "t" }])).toEqual([[]]);
});
