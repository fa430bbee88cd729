/** Amazon CloudWatch Logs: a log group's ARN ends in `:*` in policies. */
import { defineService } from "./define-service.ts";
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
          firstOf(member("logGroupIdentifier"), member("logGroupIdentifiers[]"), member("logGroupArnList[]")),
          /^arn:[^:]+:logs:(?<Region>[^:]+):(?<Account>\d+):log-group:(?<LogGroupName>[^:]+)(?::\*)?$/,
        ),
        {
          LogGroupName: captured(
            firstOf(
              member("logGroupName"),
              member("logGroupNames[]"),
              member("logGroupIdentifier"),
              member("logGroupIdentifiers[]"),
            ),
            /^(?!arn:)(.+)$/,
          ),
        },
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
    GetLogObject: {
      authorizedActions: [{ action: "logs:GetLogRecord" }],
      because: "a large log object is read as a log record",
      see: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/permissions-reference-cwl.html",
      examples: [
        {
          input: { logObjectPointer: "p" },
          permits: ["logs:GetLogRecord arn:aws:logs:us-east-1:123456789012:log-group:*:*"],
        },
      ],
    },
  },
});
