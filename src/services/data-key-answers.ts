/** Answers that name the KMS key behind a table, queue, topic, stream or secret: what reads and writes them then need is known. */
import { type AnswerRule, defineAnswers } from "./define-answers.ts";

/** Room for indexes, shards and tags beside the key. */
const BODY_BYTES = 64 * 1024;

interface Described {
  readonly sdkId: string;
  readonly operations: readonly string[];
  /** Where the key stands in the body, one place a protocol. */
  readonly paths: readonly string[];
  readonly see: AnswerRule["see"];
}

const describing = ({ sdkId, operations, paths, see }: Described): AnswerRule => ({
  sdkId,
  operations,
  bodyBytes: BODY_BYTES,
  facts: [{ kind: "key", name: "key", key: paths.map((path) => ({ from: "body", path })) }],
  see,
});

export const dataKeyAnswers = defineAnswers(
  describing({
    sdkId: "DynamoDB",
    operations: ["DescribeTable"],
    paths: ["Table.SSEDescription.KMSMasterKeyArn"],
    see: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_SSEDescription.html",
  }),
  describing({
    sdkId: "DynamoDB",
    operations: ["CreateTable", "UpdateTable"],
    paths: ["TableDescription.SSEDescription.KMSMasterKeyArn"],
    see: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TableDescription.html",
  }),
  describing({
    sdkId: "SQS",
    operations: ["GetQueueAttributes"],
    paths: ["Attributes.KmsMasterKeyId", "Attribute.KmsMasterKeyId"],
    see: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html",
  }),
  describing({
    sdkId: "SNS",
    operations: ["GetTopicAttributes"],
    paths: ["Attributes.entry.KmsMasterKeyId"],
    see: "https://docs.aws.amazon.com/sns/latest/api/API_GetTopicAttributes.html",
  }),
  describing({
    sdkId: "Kinesis",
    operations: ["DescribeStream"],
    paths: ["StreamDescription.KeyId"],
    see: "https://docs.aws.amazon.com/kinesis/latest/APIReference/API_DescribeStream.html",
  }),
  describing({
    sdkId: "Kinesis",
    operations: ["DescribeStreamSummary"],
    paths: ["StreamDescriptionSummary.KeyId"],
    see: "https://docs.aws.amazon.com/kinesis/latest/APIReference/API_DescribeStreamSummary.html",
  }),
  describing({
    sdkId: "Secrets Manager",
    operations: ["DescribeSecret"],
    paths: ["KmsKeyId"],
    see: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html",
  }),
);
