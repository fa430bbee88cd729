/**
 * Data at rest under a KMS key: who reads or writes it needs the key too, because AWS calls KMS with the caller's
 * permissions. The key is the resource's, not the request's: it is known where an answer or another request names it.
 */
import { allOf, anyOf, type RuleCondition, unlessMember, whenMember, whenMemberEquals } from "./rule-condition.ts";
import { excerpt, member, type RuleValue } from "./rule-value.ts";

export interface DataKeyUse {
  readonly sdkId: string;
  /** Absent: all operations that need one of the actions. */
  readonly operations?: readonly string[];
  /** The actions on whose resources the data lies. */
  readonly actions: readonly string[];
  readonly when?: RuleCondition;
  /** KMS actions without prefix. */
  readonly kmsActions: readonly string[];
  /** Endpoint prefix of the API that uses the key. */
  readonly via: string;
  /** A successful answer of the operation names the key if there is one, so another request's key is not looked for. */
  readonly isToldByAnswer?: true;
  readonly see: `https://${string}`;
}

const S3_KEYS = {
  sdkId: "S3",
  via: "s3",
  see: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html",
} as const;

const READS_OBJECT = { ...S3_KEYS, actions: ["s3:GetObject", "s3:GetObjectVersion"], kmsActions: ["Decrypt"] } as const;

const S3_USES: readonly DataKeyUse[] = [
  { ...READS_OBJECT, operations: ["GetObject"], isToldByAnswer: true },
  {
    ...S3_KEYS,
    operations: ["HeadObject"],
    actions: READS_OBJECT.actions,
    when: whenMemberEquals("ChecksumMode", "ENABLED"),
    kmsActions: ["Decrypt", "GenerateDataKey"],
    isToldByAnswer: true,
    see: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html",
  },
  { ...READS_OBJECT, operations: ["CopyObject", "GetObjectAttributes", "SelectObjectContent", "UploadPartCopy"] },
  {
    ...S3_KEYS,
    operations: ["PutObject", "CopyObject"],
    actions: ["s3:PutObject"],
    kmsActions: ["GenerateDataKey"],
    isToldByAnswer: true,
  },
  {
    ...S3_KEYS,
    operations: ["CreateMultipartUpload", "UploadPart", "UploadPartCopy"],
    actions: ["s3:PutObject"],
    kmsActions: ["GenerateDataKey", "Decrypt"],
    isToldByAnswer: true,
    see: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html#mpuAndPermissions",
  },
  {
    ...S3_KEYS,
    operations: ["CompleteMultipartUpload"],
    actions: ["s3:PutObject"],
    kmsActions: ["Decrypt"],
    isToldByAnswer: true,
    see: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html#mpuAndPermissions",
  },
  {
    ...S3_KEYS,
    actions: ["s3:ListMultipartUploadParts"],
    kmsActions: ["Decrypt"],
    see: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListParts.html",
  },
];

const TABLE_DATA = [
  "BatchGetItem",
  "BatchWriteItem",
  "ConditionCheckItem",
  "DeleteItem",
  "GetItem",
  "PartiQLDelete",
  "PartiQLInsert",
  "PartiQLSelect",
  "PartiQLUpdate",
  "PutItem",
  "Query",
  "Scan",
  "UpdateItem",
];

const SECRET_KEYS = {
  sdkId: "Secrets Manager",
  via: "secretsmanager",
  see: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html",
} as const;

const PARAMETER_READS = ["GetParameter", "GetParameterHistory", "GetParameters", "GetParametersByPath"];

export const DATA_KEY_USES: readonly DataKeyUse[] = [
  ...S3_USES,
  {
    sdkId: "DynamoDB",
    actions: TABLE_DATA.map((name) => `dynamodb:${name}`),
    kmsActions: ["Decrypt"],
    via: "dynamodb",
    see: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.howitworks.html",
  },
  {
    sdkId: "SQS",
    actions: ["sqs:SendMessage"],
    kmsActions: ["GenerateDataKey", "Decrypt"],
    via: "sqs",
    see: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html",
  },
  {
    sdkId: "SQS",
    actions: ["sqs:ReceiveMessage"],
    kmsActions: ["Decrypt"],
    via: "sqs",
    see: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html",
  },
  {
    sdkId: "SNS",
    actions: ["sns:Publish"],
    kmsActions: ["GenerateDataKey", "Decrypt"],
    via: "sns",
    see: "https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html",
  },
  {
    sdkId: "Kinesis",
    actions: ["kinesis:PutRecord", "kinesis:PutRecords"],
    kmsActions: ["GenerateDataKey"],
    via: "kinesis",
    see: "https://docs.aws.amazon.com/streams/latest/dev/permissions-user-key-KMS.html",
  },
  {
    sdkId: "Kinesis",
    actions: ["kinesis:GetRecords", "kinesis:SubscribeToShard"],
    kmsActions: ["Decrypt"],
    via: "kinesis",
    see: "https://docs.aws.amazon.com/streams/latest/dev/permissions-user-key-KMS.html",
  },
  { ...SECRET_KEYS, actions: ["secretsmanager:GetSecretValue"], kmsActions: ["Decrypt"] },
  {
    ...SECRET_KEYS,
    actions: ["secretsmanager:PutSecretValue", "secretsmanager:UpdateSecret"],
    when: anyOf(whenMember("SecretString"), whenMember("SecretBinary")),
    kmsActions: ["GenerateDataKey", "Decrypt"],
  },
  {
    sdkId: "SSM",
    actions: PARAMETER_READS.map((name) => `ssm:${name}`),
    when: whenMemberEquals("WithDecryption", true),
    kmsActions: ["Decrypt"],
    via: "ssm",
    see: "https://docs.aws.amazon.com/kms/latest/developerguide/services-parameter-store.html",
  },
];

/** Requests for encryption under KMS that name no key mean the API's AWS managed key, which needs no grant. */
export const MEANS_AWS_MANAGED_KEY: readonly {
  readonly sdkId: string;
  readonly when: RuleCondition;
  readonly see: `https://${string}`;
}[] = [
  {
    sdkId: "S3",
    when: allOf(
      whenMember("ServerSideEncryption"),
      whenMemberEquals("ServerSideEncryption", "aws:kms", "aws:kms:dsse"),
      unlessMember("SSEKMSKeyId"),
    ),
    see: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/specifying-kms-encryption.html",
  },
];

/** A request that puts a key behind a resource without using it: what later writes and reads the resource will. */
export interface KeySetting {
  readonly sdkId: string;
  readonly operations: readonly string[];
  readonly key: RuleValue;
  readonly when?: RuleCondition;
  readonly see: `https://${string}`;
}

/** Of an attribute's value, which may hold anything: a key's ARN, alias or id, and no more. */
const KEY_TEXT =
  /^(?:arn:[^:\s]+:kms:[^\s]{1,300}|alias\/[\w/-]{1,250}|(?:[\da-f]{8}-(?:[\da-f]{4}-){3}|mrk-[\da-f]{20})[\da-f]{12})$/;

export const KEYS_SET: readonly KeySetting[] = [
  {
    sdkId: "SQS",
    operations: ["CreateQueue", "SetQueueAttributes"],
    key: member("Attributes.KmsMasterKeyId"),
    see: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html",
  },
  {
    sdkId: "SNS",
    operations: ["CreateTopic"],
    key: member("Attributes.KmsMasterKeyId"),
    see: "https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html",
  },
  {
    sdkId: "SNS",
    operations: ["SetTopicAttributes"],
    key: excerpt("AttributeValue", KEY_TEXT),
    when: whenMemberEquals("AttributeName", "KmsMasterKeyId"),
    see: "https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html",
  },
];

/** How requests of the operation name a key for the resource. */
export const keySettingsOf = (sdkId: string, operation: string): readonly KeySetting[] =>
  KEYS_SET.filter((row) => row.sdkId === sdkId && row.operations.includes(operation));

/** The operations of the API that set keys. */
export const keySettingOperations = (sdkId: string): readonly string[] =>
  KEYS_SET.filter((row) => row.sdkId === sdkId).flatMap(({ operations }) => operations);

const bySdkId = new Map<string, readonly DataKeyUse[]>();
for (const use of DATA_KEY_USES) bySdkId.set(use.sdkId, [...(bySdkId.get(use.sdkId) ?? []), use]);

/** Every condition on calls of the API, for what it reads of them. */
export const keyConditionsOf = (sdkId: string): readonly RuleCondition[] => [
  ...dataKeyUsesOf(sdkId).flatMap(({ when }) => (when === undefined ? [] : [when])),
  ...MEANS_AWS_MANAGED_KEY.filter((row) => row.sdkId === sdkId).map(({ when }) => when),
];

/** The ways in which calls of the API use keys of data at rest. */
export const dataKeyUsesOf = (sdkId: string): readonly DataKeyUse[] => bySdkId.get(sdkId) ?? [];
