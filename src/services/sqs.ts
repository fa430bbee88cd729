/** Amazon SQS: queues are named by URL, batch calls are authorized as their single form. */
import { authorizedAs, defineService } from "./define-service.ts";
import { firstOf, matching, member, ofCall } from "./rule-value.ts";

export default defineService({
  sdkId: "SQS",
  resources: {
    queue: {
      filledBy: [
        matching(member("QueueUrl"), /\/(?<Account>\d{12})\/(?<QueueName>[^/]+)$/),
        matching(member("QueueUrl"), /(?:^|\/)(?<QueueName>[^/]+)$/),
        {
          Account: firstOf(member("QueueOwnerAWSAccountId"), ofCall("account")),
          QueueName: member("QueueName"),
        },
      ],
      because: "a queue's URL ends in its owner's account and its name",
      see: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html",
      examples: [
        {
          operation: "SendMessage",
          input: { QueueUrl: "https://sqs.us-east-1.amazonaws.com/111122223333/orders.fifo" },
          permits: ["sqs:SendMessage arn:aws:sqs:us-east-1:111122223333:orders.fifo"],
        },
        {
          operation: "GetQueueUrl",
          input: { QueueName: "orders" },
          permits: ["sqs:GetQueueUrl arn:aws:sqs:us-east-1:123456789012:orders"],
        },
        {
          operation: "GetQueueUrl",
          input: { QueueName: "orders", QueueOwnerAWSAccountId: "111122223333" },
          permits: ["sqs:GetQueueUrl arn:aws:sqs:us-east-1:111122223333:orders"],
        },
      ],
    },
  },
  operations: {
    ...authorizedAs(
      {
        SendMessageBatch: "SendMessage",
        DeleteMessageBatch: "DeleteMessage",
        ChangeMessageVisibilityBatch: "ChangeMessageVisibility",
      },
      {
        servicePrefix: "sqs",
        because: "batch calls are authorized as the single-message action",
        see: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-api-permissions-reference.html",
        example: {
          input: { QueueUrl: "https://sqs.us-east-1.amazonaws.com/123456789012/orders" },
          on: "arn:aws:sqs:us-east-1:123456789012:orders",
        },
      },
    ),
  },
});
