import { expect, test } from "vitest";
import { apiCall } from "../support/api-call.ts";
import { rawResponse } from "../support/raw-response.ts";
import { realDecoder } from "../support/real-decoder.ts";

const KEY = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";

test.each([
  ["DynamoDB", "DescribeTable", `{"Table":{"SSEDescription":{"KMSMasterKeyArn":"${KEY}"}}}`],
  ["DynamoDB", "CreateTable", `{"TableDescription":{"SSEDescription":{"KMSMasterKeyArn":"${KEY}"}}}`],
  ["SQS", "GetQueueAttributes", `{"Attributes":{"DelaySeconds":"0","KmsMasterKeyId":"${KEY}"}}`],
  [
    "SQS",
    "GetQueueAttributes",
    `<GetQueueAttributesResponse><GetQueueAttributesResult><Attribute><Name>KmsMasterKeyId</Name><Value>${KEY}</Value></Attribute></GetQueueAttributesResult></GetQueueAttributesResponse>`,
  ],
  [
    "SNS",
    "GetTopicAttributes",
    `<GetTopicAttributesResponse><GetTopicAttributesResult><Attributes><entry><key>Owner</key><value>1</value></entry><entry><key>KmsMasterKeyId</key><value>${KEY}</value></entry></Attributes></GetTopicAttributesResult></GetTopicAttributesResponse>`,
  ],
  ["Kinesis", "DescribeStream", `{"StreamDescription":{"KeyId":"${KEY}"}}`],
  ["Kinesis", "DescribeStreamSummary", `{"StreamDescriptionSummary":{"KeyId":"${KEY}"}}`],
  ["Secrets Manager", "DescribeSecret", `{"Name":"db","KmsKeyId":"${KEY}"}`],
])("%s %s tells the key", (sdkId, operation, body) => {
  const call = apiCall({ sdkId, operation, input: {}, members: [] });
  const head = { status: 200, headers: [] };
  expect(realDecoder.planResponse(call, head)).toBeGreaterThanOrEqual(body.length);
  expect(realDecoder.readResponse(call, rawResponse(`HTTP/1.1 200 OK\n\n${body}`)).outcome.keys).toEqual({ key: KEY });
});
