/** Amazon Kinesis Data Streams: consumers below their stream, tags and keys of streams. */
import { defineService } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { captured, matching, member, unknownPart } from "./rule-value.ts";

export default defineService({
  sdkId: "Kinesis",
  resources: {
    consumer: {
      filledBy: [
        matching(
          member("StreamARN"),
          /^arn:[^:]+:kinesis:(?<Region>[^:]+):(?<Account>\d+):(?<StreamType>stream)\/(?<StreamName>.+)$/,
          {
            also: {
              ConsumerName: member("ConsumerName"),
              ConsumerCreationTimpstamp: unknownPart(
                "*",
                "id-assigned-by-aws",
                "a consumer's ARN ends in the time of its creation",
              ),
            },
          },
        ),
      ],
      because: "a consumer that is given by stream and name is named below the stream",
      see: "https://docs.aws.amazon.com/kinesis/latest/APIReference/API_Consumer.html",
      examples: [
        {
          operation: "DescribeStreamConsumer",
          input: { StreamARN: "arn:aws:kinesis:us-east-1:123456789012:stream/clicks", ConsumerName: "report" },
          permits: [
            "kinesis:DescribeStreamConsumer arn:aws:kinesis:us-east-1:123456789012:stream/clicks/consumer/report:*",
          ],
        },
        {
          operation: "RegisterStreamConsumer",
          input: {
            StreamARN: "arn:aws:kinesis:us-east-1:123456789012:stream/clicks",
            ConsumerName: "report",
            Tags: { team: "web" },
          },
          permits: [
            "kinesis:RegisterStreamConsumer arn:aws:kinesis:us-east-1:123456789012:stream/clicks",
            "kinesis:TagResource arn:aws:kinesis:us-east-1:123456789012:stream/clicks/consumer/report:*",
          ],
        },
      ],
    },
    kmsKey: {
      filledBy: [
        { KeyId: captured(member("KeyId"), /^(arn:[^:]+:kms:[^:]+:\d+:key\/.+)$/) },
        { KeyId: captured(member("KeyId"), /^([\w-]+)$/) },
        { KeyId: unknownPart("*", "key-behind-alias", "an alias does not tell its key") },
      ],
      because: "an alias grants nothing as a resource, only the key behind it does",
      see: "https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html",
      examples: [
        {
          operation: "StartStreamEncryption",
          input: { StreamName: "clicks", EncryptionType: "KMS", KeyId: "alias/clicks" },
          permits: [
            "kinesis:StartStreamEncryption arn:aws:kinesis:us-east-1:123456789012:stream/clicks",
            "kinesis:StartStreamEncryption arn:aws:kms:us-east-1:123456789012:key/*",
          ],
        },
      ],
    },
  },
  operations: {
    CreateStream: {
      authorizedActions: [
        { action: "kinesis:CreateStream" },
        {
          action: "kinesis:AddTagsToStream",
          when: whenMember("Tags"),
          origin: "dependent",
          because: "the new stream is tagged",
        },
      ],
      because: "tags of a new stream need the older tagging action, kinesis:TagResource does not count",
      see: "https://docs.aws.amazon.com/kinesis/latest/APIReference/API_CreateStream.html",
      examples: [
        {
          input: { StreamName: "clicks", Tags: { team: "web" } },
          permits: [
            "kinesis:CreateStream arn:aws:kinesis:us-east-1:123456789012:stream/clicks",
            "kinesis:AddTagsToStream arn:aws:kinesis:us-east-1:123456789012:stream/clicks",
          ],
        },
        {
          input: { StreamName: "clicks" },
          permits: ["kinesis:CreateStream arn:aws:kinesis:us-east-1:123456789012:stream/clicks"],
        },
      ],
    },
  },
});
