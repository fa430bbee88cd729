/** Amazon DynamoDB Streams: an iterator begins with the ARN of its stream. */
import { defineService } from "./define-service.ts";
import { arnFrom, either, filled } from "./rule-resource.ts";
import { excerpt, unknownPart } from "./rule-value.ts";

const UNTOLD = unknownPart("*", "no-resource-in-input", "the iterator does not tell its stream");

export default defineService({
  sdkId: "DynamoDB Streams",
  operations: {
    GetRecords: {
      authorizedActions: [
        {
          action: "dynamodb:GetRecords",
          resource: either(
            arnFrom(
              excerpt("ShardIterator", /^arn:aws[a-z-]*:dynamodb:[a-z0-9-]+:\d{12}:table\/[\w.-]+\/stream\/[\dT:.-]+/),
            ),
            filled("stream", { TableName: UNTOLD, StreamLabel: UNTOLD }),
          ),
        },
      ],
      because: "an iterator begins with the ARN of the stream that it reads",
      see: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_GetShardIterator.html",
      examples: [
        {
          input: {
            ShardIterator:
              "arn:aws:dynamodb:us-east-1:123456789012:table/photos/stream/2026-01-02T03:04:05.678|1|AAAAAAAA",
          },
          permits: [
            "dynamodb:GetRecords arn:aws:dynamodb:us-east-1:123456789012:table/photos/stream/2026-01-02T03:04:05.678",
          ],
        },
        {
          input: { ShardIterator: "AAAAAAAA" },
          permits: ["dynamodb:GetRecords arn:aws:dynamodb:us-east-1:123456789012:table/*/stream/*"],
        },
      ],
    },
  },
});
