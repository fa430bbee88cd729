/** CloudWatch Logs: data that a policy masks is shown in clear only to those who may unmask it. */
import { operationRules } from "./define-service.ts";
import { whenMemberEquals } from "./rule-condition.ts";

export default operationRules({
  FilterLogEvents: {
    authorizedActions: [
      { action: "logs:FilterLogEvents" },
      {
        action: "logs:Unmask",
        when: whenMemberEquals("unmask", true),
        origin: "dependent",
        because: "masked data is shown in clear",
      },
    ],
    because: "reading masked data in clear has an action of its own",
    see: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html",
    examples: [
      {
        input: { logGroupName: "app", unmask: true },
        permits: [
          "logs:FilterLogEvents arn:aws:logs:us-east-1:123456789012:log-group:app:*",
          "logs:Unmask arn:aws:logs:us-east-1:123456789012:log-group:app:*",
        ],
      },
      {
        input: { logGroupName: "app", unmask: false },
        permits: ["logs:FilterLogEvents arn:aws:logs:us-east-1:123456789012:log-group:app:*"],
      },
    ],
  },
  GetLogEvents: {
    authorizedActions: [
      { action: "logs:GetLogEvents" },
      {
        action: "logs:Unmask",
        when: whenMemberEquals("unmask", true),
        origin: "dependent",
        because: "masked data is shown in clear",
      },
    ],
    because: "reading masked data in clear has an action of its own",
    see: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html",
    examples: [
      {
        input: { logGroupName: "app", logStreamName: "a", unmask: true },
        permits: [
          "logs:GetLogEvents arn:aws:logs:us-east-1:123456789012:log-group:app:log-stream:a",
          "logs:Unmask arn:aws:logs:us-east-1:123456789012:log-group:app:*",
        ],
      },
      {
        input: { logGroupName: "app", logStreamName: "a", unmask: false },
        permits: ["logs:GetLogEvents arn:aws:logs:us-east-1:123456789012:log-group:app:log-stream:a"],
      },
    ],
  },
  GetLogRecord: {
    authorizedActions: [
      { action: "logs:GetLogRecord" },
      {
        action: "logs:Unmask",
        when: whenMemberEquals("unmask", true),
        origin: "dependent",
        because: "masked data is shown in clear",
      },
    ],
    because: "reading masked data in clear has an action of its own",
    see: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogRecord.html",
    examples: [
      {
        input: { logRecordPointer: "p", unmask: true },
        permits: [
          "logs:GetLogRecord arn:aws:logs:us-east-1:123456789012:log-group:*:*",
          "logs:Unmask arn:aws:logs:us-east-1:123456789012:log-group:*:*",
        ],
      },
      {
        input: { logRecordPointer: "p", unmask: false },
        permits: ["logs:GetLogRecord arn:aws:logs:us-east-1:123456789012:log-group:*:*"],
      },
    ],
  },
  GetLogObject: {
    authorizedActions: [
      { action: "logs:GetLogRecord" },
      {
        action: "logs:Unmask",
        when: whenMemberEquals("unmask", true),
        origin: "dependent",
        because: "masked data is shown in clear",
      },
    ],
    because: "a large log object is read as a log record",
    see: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/permissions-reference-cwl.html",
    examples: [
      {
        input: { logObjectPointer: "p", unmask: true },
        permits: [
          "logs:GetLogRecord arn:aws:logs:us-east-1:123456789012:log-group:*:*",
          "logs:Unmask arn:aws:logs:us-east-1:123456789012:log-group:*:*",
        ],
      },
      {
        input: { logObjectPointer: "p", unmask: false },
        permits: ["logs:GetLogRecord arn:aws:logs:us-east-1:123456789012:log-group:*:*"],
      },
    ],
  },
});
