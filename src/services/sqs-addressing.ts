/** SQS: clients of the query protocol may call the queue's own URL instead of naming the queue in the form. */
import { defineAddressing } from "./define-addressing.ts";

/** See https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-making-api-requests-xml.html */
export const sqsAddressing = defineAddressing({ sdkId: "SQS", urlMember: "QueueUrl" });
