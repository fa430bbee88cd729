/** Amazon SNS: topics by ARN, messages to phones on no resource, batches as their single form. */
import { authorizedAs, defineService } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { arnIn, either, everyResource } from "./rule-resource.ts";
import { captured, member } from "./rule-value.ts";

export default defineService({
  sdkId: "SNS",
  resources: {
    topic: {
      filledBy: [
        { TopicName: member("TopicArn") },
        { TopicName: member("ResourceArn") },
        { TopicName: member("TargetArn") },
        { TopicName: captured(member("SubscriptionArn"), /^(arn:[^:]+:sns:[^:]+:\d+:[^:]+):[^:]+$/) },
        { TopicName: captured(member("Name"), /^([\w-]+(?:\.fifo)?)$/) },
      ],
      because: "a subscription belongs to the topic whose ARN it begins with",
      see: "https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-api-permissions-reference.html",
      examples: [
        {
          operation: "Unsubscribe",
          input: {
            SubscriptionArn: "arn:aws:sns:us-east-1:123456789012:news:1234abcd-12ab-34cd-56ef-1234567890ab",
          },
          permits: ["sns:Unsubscribe arn:aws:sns:us-east-1:123456789012:news"],
        },
        {
          operation: "CreateTopic",
          input: { Name: "news.fifo" },
          permits: ["sns:CreateTopic arn:aws:sns:us-east-1:123456789012:news.fifo"],
        },
      ],
    },
  },
  operations: {
    Publish: {
      authorizedActions: [
        { action: "sns:Publish", resource: either(arnIn("TopicArn"), arnIn("TargetArn"), everyResource) },
      ],
      because: "a message goes to a topic, an endpoint, or a phone number, which is no resource",
      see: "https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-api-permissions-reference.html",
      examples: [
        {
          input: { TopicArn: "arn:aws:sns:us-east-1:111122223333:news" },
          permits: ["sns:Publish arn:aws:sns:us-east-1:111122223333:news"],
        },
        { input: { PhoneNumber: "+12065550100" }, permits: ["sns:Publish *"] },
      ],
    },
    ...authorizedAs(
      { PublishBatch: "Publish" },
      {
        servicePrefix: "sns",
        because: "batch calls are authorized as the single-message action",
        see: "https://docs.aws.amazon.com/sns/latest/api/API_PublishBatch.html",
        example: {
          input: { TopicArn: "arn:aws:sns:us-east-1:123456789012:news" },
          on: "arn:aws:sns:us-east-1:123456789012:news",
        },
      },
    ),
    CreateTopic: {
      authorizedActions: [
        { action: "sns:CreateTopic" },
        {
          action: "sns:PutDataProtectionPolicy",
          when: whenMember("DataProtectionPolicy"),
          origin: "dependent",
          because: "the new topic gets a data protection policy",
        },
      ],
      because: "a data protection policy of the new topic has an action of its own",
      see: "https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html",
      examples: [
        {
          input: { Name: "news", DataProtectionPolicy: "{}" },
          permits: [
            "sns:CreateTopic arn:aws:sns:us-east-1:123456789012:news",
            "sns:PutDataProtectionPolicy arn:aws:sns:us-east-1:123456789012:news",
          ],
        },
        { input: { Name: "news" }, permits: ["sns:CreateTopic arn:aws:sns:us-east-1:123456789012:news"] },
      ],
    },
  },
});
