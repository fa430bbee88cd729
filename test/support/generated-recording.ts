/** Recordings of programs that nobody wrote: calls to many APIs, with names that are hard on ARNs, by several identities. */
import fc from "fast-check";
import type { ApiCall } from "../../src/decode/api-call.ts";
import type { RecordedCall, Recording } from "../../src/record/recording.ts";
import { callText, outcomeText } from "../../src/record/recording-line.ts";
import { apiCall } from "./api-call.ts";
import { recording } from "./recording.ts";

const ACCOUNT = "111122223333";
const STAR = "$" + "{*}";
const NAMES = [
  "a",
  "orders",
  "orders-red",
  "a*b",
  "l\u00f3d\u017a",
  'q"\\',
  "x/y",
  `${STAR}?`,
  "0f3a11aa-4f0b-4c1d-9d6e-0123456789ab",
  "run-1763716211",
  // Longer than some documents, once its stars are escaped.
  "*".repeat(700),
];

const name = fc.constantFrom(...NAMES);
const plainName = fc.constantFrom("a", "orders", "orders-red", "orders-blue", "run-1763716211");
const arn = (prefix: string, tail: (name: string) => string) =>
  plainName.map((one) => `arn:aws:${prefix}:eu-west-1:${ACCOUNT}:${tail(one)}`);
const roleArn = plainName.map((one) => `arn:aws:iam::${ACCOUNT}:role/${one}`);
const keyId = fc.constantFrom("alias/a", `arn:aws:kms:eu-west-1:${ACCOUNT}:key/0f3a11aa-4f0b-4c1d-9d6e-0123456789ab`);
const tags = fc.constantFrom([], [{ Key: "team", Value: "a" }], [{ Key: "team", Value: "b" }, { Key: "Stage" }]);

type Input = fc.Arbitrary<ApiCall["input"]>;
type Sketch = readonly [sdkId: string, signingName: string, operation: string, input: Input];

const object = fc.record({ Bucket: plainName, Key: name });
const table = fc.record({ TableName: plainName });
const CALLS: readonly Sketch[] = [
  ["S3", "s3", "GetObject", object],
  [
    "S3",
    "s3",
    "PutObject",
    fc.record({ Bucket: plainName, Key: name, SSEKMSKeyId: keyId }, { requiredKeys: ["Bucket", "Key"] }),
  ],
  ["S3", "s3", "CopyObject", fc.record({ Bucket: plainName, Key: name, CopySource: fc.constant("b/k") })],
  ["S3", "s3", "ListObjectsV2", fc.record({ Bucket: plainName, Prefix: name }, { requiredKeys: ["Bucket"] })],
  [
    "S3",
    "s3",
    "DeleteObjects",
    fc.record({
      Bucket: plainName,
      Delete: fc.record({ Objects: fc.array(fc.record({ Key: name }), { minLength: 1, maxLength: 3 }) }),
    }),
  ],
  ["S3", "s3", "ListBuckets", fc.constant({})],
  ["DynamoDB", "dynamodb", "GetItem", table],
  [
    "DynamoDB",
    "dynamodb",
    "Query",
    fc.record({ TableName: plainName, IndexName: plainName }, { requiredKeys: ["TableName"] }),
  ],
  ["DynamoDB", "dynamodb", "CreateTable", fc.record({ TableName: plainName, Tags: tags })],
  [
    "SQS",
    "sqs",
    "SendMessage",
    plainName.map((one) => ({ QueueUrl: `https://sqs.eu-west-1.amazonaws.com/${ACCOUNT}/${one}` })),
  ],
  ["SNS", "sns", "Publish", arn("sns", (one) => one).map((TopicArn) => ({ TopicArn }))],
  [
    "KMS",
    "kms",
    "Decrypt",
    fc.record({ KeyId: keyId, EncryptionContext: fc.constantFrom({}, { tenant: "a" }, { tenant: "b" }) }),
  ],
  ["Lambda", "lambda", "Invoke", fc.record({ FunctionName: plainName })],
  ["Lambda", "lambda", "CreateFunction", fc.record({ FunctionName: plainName, Role: roleArn })],
  ["IAM", "iam", "GetRole", fc.record({ RoleName: plainName })],
  [
    "STS",
    "sts",
    "AssumeRole",
    fc.record({ RoleArn: roleArn, ExternalId: fc.constantFrom("x", "y") }, { requiredKeys: ["RoleArn"] }),
  ],
  ["STS", "sts", "GetCallerIdentity", fc.constant({})],
  ["EC2", "ec2", "DescribeInstances", fc.constant({})],
  [
    "EC2",
    "ec2",
    "RunInstances",
    tags.map((Tags) => ({ ImageId: "ami-0123456789abcdef0", TagSpecifications: [{ ResourceType: "instance", Tags }] })),
  ],
  ["Secrets Manager", "secretsmanager", "GetSecretValue", fc.record({ SecretId: plainName })],
  ["SSM", "ssm", "GetParameter", fc.record({ Name: fc.constantFrom("/a/b", "orders") })],
  ["CloudWatch Logs", "logs", "CreateLogStream", fc.record({ logGroupName: plainName, logStreamName: name })],
  [
    "SFN",
    "states",
    "StartExecution",
    arn("states", (one) => `stateMachine:${one}`).map((stateMachineArn) => ({ stateMachineArn })),
  ],
  ["DynamoDB", "dynamodb", "NoSuchOperation", table],
];

const OUTCOMES: readonly ApiCall["outcome"][] = [
  { kind: "succeeded", httpStatus: 200 },
  { kind: "succeeded", httpStatus: 200 },
  { kind: "denied", httpStatus: 403, errorCode: "AccessDenied" },
  { kind: "failed", httpStatus: 400, errorCode: "ValidationException" },
];

const callOf = (sketches: readonly Sketch[]): fc.Arbitrary<ApiCall> =>
  fc.constantFrom(...sketches).chain(([sdkId, signingName, operation, input]) =>
    fc
      .record({
        input,
        outcome: fc.constantFrom(...OUTCOMES),
        identity: fc.constantFrom("a", "a", "b"),
        region: fc.constantFrom("eu-west-1", "eu-west-1", "us-east-1"),
        hostname: fc.constantFrom("endpoint.example.com", "vpce-1a2b3c4d-5e6f.s3.us-east-1.vpce.amazonaws.com"),
      })
      .map((some) =>
        apiCall({ sdkId, signingName, operation, ...some, account: ACCOUNT, members: Object.keys(some.input).sort() }),
      ),
  );

/** Distinct calls of one program, up to sixteen of a few operations, so that they have much in common. */
export const generatedCalls: fc.Arbitrary<readonly ApiCall[]> = fc
  .subarray([...CALLS], { minLength: 1, maxLength: 5 })
  .chain((sketches) =>
    fc.uniqueArray(callOf(sketches), {
      maxLength: 16,
      selector: (one) => callText(one) + outcomeText(one.outcome),
    }),
  );

/** A recording of these calls, in this order, each made once. */
export function recordingOf(calls: readonly ApiCall[], startedAt = "2026-01-02T03:04:05.000Z"): Recording {
  const { header } = recording();
  const numbered = calls.map((one, index): RecordedCall => ({ ...one, n: index + 1, count: 1 }));
  return recording({ header: { ...header, startedAt }, calls: numbered });
}
