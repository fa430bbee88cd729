/** Amazon CloudWatch Logs: a log group's ARN ends in `:*` in policies. */
import { defineService } from "./define-service.ts";
import accountPolicies from "./logs-account-policies.ts";
import deliveries from "./logs-deliveries.ts";
import masked from "./logs-masked.ts";
import { whenMember } from "./rule-condition.ts";
import { bothOf, filled, typed } from "./rule-resource.ts";
import { captured, firstOf, matching, member } from "./rule-value.ts";

export default defineService({
  sdkId: "CloudWatch Logs",
  resources: {
    "log-group": {
      template: "arn:${Partition}:logs:${Region}:${Account}:log-group:${LogGroupName}:*",
      filledBy: [
        matching(
          firstOf(
            member("logGroupName"),
            member("logGroupNames[]"),
            member("logGroupIdentifier"),
            member("logGroupIdentifiers[]"),
            member("logGroupArnList[]"),
          ),
          /^(?:arn:[^:]+:logs:(?<Region>[^:]+):(?<Account>\d+):log-group:)?(?<LogGroupName>(?!arn:)[^:]+)(?::\*)?$/,
        ),
      ],
      because: "policies name a log group with everything in it",
      see: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html",
      examples: [
        {
          operation: "FilterLogEvents",
          input: { logGroupName: "/aws/lambda/resize" },
          permits: ["logs:FilterLogEvents arn:aws:logs:us-east-1:123456789012:log-group:/aws/lambda/resize:*"],
        },
        {
          operation: "StartLiveTail",
          input: {
            logGroupIdentifiers: [
              "arn:aws:logs:us-east-1:111122223333:log-group:a",
              "arn:aws:logs:us-east-1:111122223333:log-group:b:*",
            ],
          },
          permits: [
            "logs:StartLiveTail arn:aws:logs:us-east-1:111122223333:log-group:a:* + arn:aws:logs:us-east-1:111122223333:log-group:b:*",
          ],
        },
        {
          operation: "StartQuery",
          input: { logGroupIdentifiers: ["a", "arn:aws:logs:us-east-1:111122223333:log-group:b"] },
          permits: [
            "logs:StartQuery arn:aws:logs:us-east-1:111122223333:log-group:b:* + arn:aws:logs:us-east-1:123456789012:log-group:a:*",
          ],
        },
        {
          operation: "StartQuery",
          input: { logGroupNames: ["a", "b"] },
          permits: [
            "logs:StartQuery arn:aws:logs:us-east-1:123456789012:log-group:a:* + arn:aws:logs:us-east-1:123456789012:log-group:b:*",
          ],
        },
      ],
    },
    "log-stream": {
      filledBy: [
        { LogGroupName: member("logGroupName"), LogStreamName: member("logStreamName") },
        matching(
          member("logGroupIdentifier"),
          /^(?:arn:[^:]+:logs:(?<Region>[^:]+):(?<Account>\d+):log-group:)?(?<LogGroupName>[^:]+)(?::\*)?$/,
          { also: { LogStreamName: member("logStreamName") } },
        ),
      ],
      because: "a stream is named below its group",
      see: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html",
      examples: [
        {
          operation: "PutLogEvents",
          input: { logGroupName: "app", logStreamName: "2026/01" },
          permits: ["logs:PutLogEvents arn:aws:logs:us-east-1:123456789012:log-group:app:log-stream:2026/01"],
        },
        {
          operation: "GetLogEvents",
          input: {
            logGroupIdentifier: "arn:aws:logs:us-east-1:111122223333:log-group:app:*",
            logStreamName: "2026/01",
          },
          permits: ["logs:GetLogEvents arn:aws:logs:us-east-1:111122223333:log-group:app:log-stream:2026/01"],
        },
      ],
    },
    destination: {
      filledBy: [
        { DestinationName: captured(member("destinationArn"), /^(arn:[^:]+:logs:[^:]+:\d+:destination:.+)$/) },
        { DestinationName: member("destinationName") },
      ],
      because: "a stream or a function that gets the events is checked by the role or its own policy",
      see: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/permissions-reference-cwl.html",
      examples: [
        {
          operation: "PutSubscriptionFilter",
          input: { logGroupName: "app", destinationArn: "arn:aws:kinesis:us-east-1:123456789012:stream/s" },
          permits: ["logs:PutSubscriptionFilter arn:aws:logs:us-east-1:123456789012:log-group:app:*"],
        },
        {
          operation: "PutSubscriptionFilter",
          input: { logGroupName: "app", destinationArn: "arn:aws:logs:us-east-1:111122223333:destination:all" },
          permits: [
            "logs:PutSubscriptionFilter arn:aws:logs:us-east-1:111122223333:destination:all + arn:aws:logs:us-east-1:123456789012:log-group:app:*",
          ],
        },
      ],
    },
    delivery: {
      filledBy: [{ DeliveryName: member("id") }],
      because: "a delivery is named by its id",
      see: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_UpdateDeliveryConfiguration.html",
      examples: [
        {
          operation: "UpdateDeliveryConfiguration",
          input: { id: "d1" },
          permits: [
            "logs:UpdateDeliveryConfiguration arn:aws:logs:us-east-1:123456789012:delivery:d1",
            "logs:UpdateDeliveryConfiguration arn:aws:logs:us-east-1:123456789012:delivery-destination:*",
            "logs:UpdateDeliveryConfiguration arn:aws:logs:us-east-1:123456789012:delivery-source:*",
          ],
        },
      ],
    },
  },
  operations: {
    CreateLogGroup: {
      authorizedActions: [
        { action: "logs:CreateLogGroup" },
        {
          action: "logs:TagResource",
          resource: bothOf(filled("log-group", { LogGroupName: member("logGroupName") }), typed("log-group")),
          when: whenMember("tags"),
          origin: "dependent",
          because: "the new group is tagged",
        },
        {
          action: "logs:AssociateKmsKey",
          when: whenMember("kmsKeyId"),
          origin: "dependent",
          because: "the new group is encrypted under a key",
        },
      ],
      because: "tags and a key of the new group have actions of their own",
      see: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html",
      examples: [
        {
          input: { logGroupName: "app" },
          permits: ["logs:CreateLogGroup arn:aws:logs:us-east-1:123456789012:log-group:app:*"],
        },
        {
          input: { logGroupName: "app", tags: { team: "web" } },
          permits: [
            "logs:CreateLogGroup arn:aws:logs:us-east-1:123456789012:log-group:app:*",
            "logs:TagResource arn:aws:logs:us-east-1:123456789012:log-group:app + arn:aws:logs:us-east-1:123456789012:log-group:app:*",
          ],
        },
      ],
    },
    ListLogGroups: {
      authorizedActions: [
        { action: "logs:ListLogGroups" },
        {
          action: "logs:DescribeLogGroups",
          origin: "dependent",
          because: "listing log groups is also checked as describing them",
        },
      ],
      because: "the list of log groups is checked under its own name and the older one",
      see: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/permissions-reference-cwl.html",
      examples: [{ input: {}, permits: ["logs:ListLogGroups *", "logs:DescribeLogGroups *"] }],
    },
    ...masked,
    ...deliveries,
    ...accountPolicies,
  },
});
