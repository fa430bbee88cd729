/** Amazon SQS: queues are named by URL, batch calls are authorized as their single form. */
import { authorizedAs, defineService } from "./define-service.ts";
import { unlessMember, whenMember } from "./rule-condition.ts";
import { arnIn, filled } from "./rule-resource.ts";
import { firstOf, matching, member, ofCall, unknownPart } from "./rule-value.ts";

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
    StartMessageMoveTask: {
      authorizedActions: [
        { action: "sqs:StartMessageMoveTask", resource: arnIn("SourceArn") },
        {
          action: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
          resource: arnIn("SourceArn"),
          origin: "dependent",
          because: "the task takes the messages from the source queue in the caller's name",
        },
        {
          action: "sqs:SendMessage",
          resource: arnIn("DestinationArn"),
          when: whenMember("DestinationArn"),
          origin: "dependent",
          because: "the task sends the messages to the destination in the caller's name",
        },
        {
          action: "sqs:SendMessage",
          resource: filled("queue", {
            QueueName: unknownPart("*", "no-resource-in-input", "messages return to the queues that they came from"),
          }),
          when: unlessMember("DestinationArn"),
          origin: "dependent",
          because: "the task sends the messages back to their queues in the caller's name",
        },
      ],
      because: "moving messages needs what the task does with both queues",
      see: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive.html",
      examples: [
        {
          input: {
            SourceArn: "arn:aws:sqs:us-east-1:123456789012:orders-failed",
            DestinationArn: "arn:aws:sqs:us-east-1:123456789012:orders",
          },
          permits: [
            "sqs:StartMessageMoveTask arn:aws:sqs:us-east-1:123456789012:orders-failed",
            "sqs:ReceiveMessage arn:aws:sqs:us-east-1:123456789012:orders-failed",
            "sqs:DeleteMessage arn:aws:sqs:us-east-1:123456789012:orders-failed",
            "sqs:GetQueueAttributes arn:aws:sqs:us-east-1:123456789012:orders-failed",
            "sqs:SendMessage arn:aws:sqs:us-east-1:123456789012:orders",
          ],
        },
        {
          input: { SourceArn: "arn:aws:sqs:us-east-1:123456789012:orders-failed" },
          permits: [
            "sqs:StartMessageMoveTask arn:aws:sqs:us-east-1:123456789012:orders-failed",
            "sqs:ReceiveMessage arn:aws:sqs:us-east-1:123456789012:orders-failed",
            "sqs:DeleteMessage arn:aws:sqs:us-east-1:123456789012:orders-failed",
            "sqs:GetQueueAttributes arn:aws:sqs:us-east-1:123456789012:orders-failed",
            "sqs:SendMessage arn:aws:sqs:us-east-1:123456789012:*",
          ],
        },
      ],
    },
    CancelMessageMoveTask: {
      authorizedActions: [
        { action: "sqs:CancelMessageMoveTask" },
        {
          action: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
          origin: "dependent",
          because: "the rights to the source queue are checked again",
        },
      ],
      because: "cancelling needs the rights to the queue that the task reads",
      see: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive.html",
      examples: [
        {
          input: { TaskHandle: "t" },
          permits: [
            "sqs:CancelMessageMoveTask arn:aws:sqs:us-east-1:123456789012:*",
            "sqs:ReceiveMessage arn:aws:sqs:us-east-1:123456789012:*",
            "sqs:DeleteMessage arn:aws:sqs:us-east-1:123456789012:*",
            "sqs:GetQueueAttributes arn:aws:sqs:us-east-1:123456789012:*",
          ],
        },
      ],
    },
    ListMessageMoveTasks: {
      authorizedActions: [
        { action: "sqs:ListMessageMoveTasks" },
        {
          action: "sqs:GetQueueAttributes",
          origin: "dependent",
          because: "the attributes of the source queue are read",
        },
      ],
      because: "the tasks of a queue are shown to those who may read its attributes",
      see: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive.html",
      examples: [
        {
          input: { SourceArn: "arn:aws:sqs:us-east-1:123456789012:orders-failed" },
          permits: [
            "sqs:ListMessageMoveTasks arn:aws:sqs:us-east-1:123456789012:orders-failed",
            "sqs:GetQueueAttributes arn:aws:sqs:us-east-1:123456789012:orders-failed",
          ],
        },
      ],
    },
  },
});
