/** AWS WAF: logs are delivered by CloudWatch Logs, or put into a bucket whose policy is changed for it, with the caller's permissions. */
import { type AuthorizedAction, operationRules } from "./define-service.ts";
import { whenMemberMatches } from "./rule-condition.ts";
import { filled } from "./rule-resource.ts";
import { captured, member } from "./rule-value.ts";

const DESTINATIONS = "LoggingConfiguration.LogDestinationConfigs[]";

const TO_BUCKET = /^arn:[^:]+:s3:::([^/]+)/;

const delivery = (destination: RegExp, ...action: readonly string[]): AuthorizedAction => ({
  action,
  when: whenMemberMatches(DESTINATIONS, destination),
  origin: "dependent",
  because: "the delivery of the logs is set up with the caller's permissions",
});

const ACL = "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/a/1";

const logging = (destination: string) => ({
  LoggingConfiguration: { ResourceArn: ACL, LogDestinationConfigs: [destination] },
});

export default operationRules({
  PutLoggingConfiguration: {
    authorizedActions: [
      { action: "wafv2:PutLoggingConfiguration" },
      delivery(/^arn:[^:]+:(?:logs|s3):/, "logs:CreateLogDelivery"),
      delivery(/^arn:[^:]+:logs:/, "logs:DescribeLogGroups", "logs:DescribeResourcePolicies", "logs:PutResourcePolicy"),
      {
        ...delivery(TO_BUCKET, "s3:GetBucketPolicy", "s3:PutBucketPolicy"),
        resource: filled("bucket", { BucketName: captured(member(DESTINATIONS), TO_BUCKET) }),
        because: "the bucket's policy is changed so that logs may be put into it",
      },
    ],
    because: "logs for a log group or a bucket are delivered by CloudWatch Logs",
    see: "https://docs.aws.amazon.com/waf/latest/developerguide/logging-destinations.html",
    examples: [
      {
        input: logging("arn:aws:s3:::aws-waf-logs-web"),
        permits: [
          `wafv2:PutLoggingConfiguration ${ACL}`,
          "logs:CreateLogDelivery *",
          "s3:GetBucketPolicy arn:aws:s3:::aws-waf-logs-web",
          "s3:PutBucketPolicy arn:aws:s3:::aws-waf-logs-web",
        ],
      },
      {
        input: logging("arn:aws:logs:us-east-1:123456789012:log-group:aws-waf-logs-web"),
        permits: [
          `wafv2:PutLoggingConfiguration ${ACL}`,
          "logs:CreateLogDelivery *",
          "logs:DescribeLogGroups *",
          "logs:DescribeResourcePolicies *",
          "logs:PutResourcePolicy *",
        ],
      },
      {
        input: logging("arn:aws:firehose:us-east-1:123456789012:deliverystream/aws-waf-logs-web"),
        permits: [`wafv2:PutLoggingConfiguration ${ACL}`],
      },
    ],
  },
});
