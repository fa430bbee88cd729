/** SQS as clients of the query protocol call it: by the queue's own URL, with names that the model no longer has. */
import { defineAddressing } from "./define-addressing.ts";

/** See https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-making-api-requests-xml.html */
export const sqsAddressing = defineAddressing({
  sdkId: "SQS",
  urlMember: "QueueUrl",
  formNames: {
    ActionName: "Actions",
    AWSAccountId: "AWSAccountIds",
    Attribute: "Attributes",
    AttributeName: "AttributeNames",
    ChangeMessageVisibilityBatchRequestEntry: "Entries",
    DeleteMessageBatchRequestEntry: "Entries",
    MessageAttribute: "MessageAttributes",
    MessageAttributeName: "MessageAttributeNames",
    MessageSystemAttribute: "MessageSystemAttributes",
    MessageSystemAttributeName: "MessageSystemAttributeNames",
    SendMessageBatchRequestEntry: "Entries",
    Tag: "Tags",
    TagKey: "TagKeys",
  },
});
