/**
 * Form names of APIs that moved from query to JSON: their models lost them, old SDKs still send them. By client, then by
 * the member's name or its shape's. See the query examples in
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/Welcome.html
 */
export const LEGACY_QUERY_NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sqs: {
    AWSAccountIds: "AWSAccountId",
    Actions: "ActionName",
    AttributeNames: "AttributeName",
    Attributes: "Attribute",
    MessageAttributeNames: "MessageAttributeName",
    MessageAttributes: "MessageAttribute",
    MessageSystemAttributeNames: "MessageSystemAttributeName",
    MessageSystemAttributes: "MessageSystemAttribute",
    TagKeys: "TagKey",
    Tags: "Tag",
    tags: "Tag",
    ChangeMessageVisibilityBatchRequestEntryList: "ChangeMessageVisibilityBatchRequestEntry",
    DeleteMessageBatchRequestEntryList: "DeleteMessageBatchRequestEntry",
    SendMessageBatchRequestEntryList: "SendMessageBatchRequestEntry",
  },
};
