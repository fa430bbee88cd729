/** Amazon CloudWatch Logs: an API lets its resource's logs be delivered only where the caller may allow it, in its own words. */
import { type AuthorizedAction, operationRules } from "./define-service.ts";
import { whenMemberMatches } from "./rule-condition.ts";
import { arnIn, bothOf, everyResource, namedIn } from "./rule-resource.ts";

/** Begins of ARNs, which are the prefixes of the actions too. */
const BY_RESOURCE = [
  "bedrock",
  "bedrock-agentcore",
  "cloudfront",
  "codewhisperer",
  "ecs",
  "events",
  "identity-sync",
  "pcs",
  "qbusiness",
  "route53globalresolver",
  "s3",
  "securityhub",
  "ses",
  "wisdom",
  "workmail",
];

/** Their actions take no resource. */
const AT_ALL = ["aidevops", "elasticloadbalancing", "quicksight"];

const allows = (prefix: string, isByResource: boolean): AuthorizedAction => ({
  action: `${prefix}:AllowVendedLogDeliveryForResource`,
  resource: isByResource ? arnIn("resourceArn") : everyResource,
  when: whenMemberMatches("resourceArn", new RegExp(`^arn:[^:]+:${prefix}:`)),
  origin: "dependent",
});

const DISTRIBUTION = "arn:aws:cloudfront::123456789012:distribution/E1";
const SOURCE = "arn:aws:logs:us-east-1:123456789012:delivery-source:web";

export default operationRules({
  DeleteDeliverySource: {
    authorizedActions: [
      {
        action: "logs:DeleteDeliverySource",
        resource: bothOf(
          namedIn("delivery-source", "DeliverySourceName", "name"),
          namedIn("delivery-destination", "DeliveryDestinationName", "name"),
        ),
      },
    ],
    because: "the table has the deletion of a source on a destination, and the source is what goes",
    see: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteDeliverySource.html",
    examples: [
      {
        input: { name: "web" },
        permits: [`logs:DeleteDeliverySource arn:aws:logs:us-east-1:123456789012:delivery-destination:web + ${SOURCE}`],
      },
    ],
  },
  PutDeliverySource: {
    authorizedActions: [
      { action: "logs:PutDeliverySource" },
      ...BY_RESOURCE.map((prefix) => allows(prefix, true)),
      ...AT_ALL.map((prefix) => allows(prefix, false)),
    ],
    because: "the API of the resource is asked whether its logs may be delivered",
    see: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html",
    examples: [
      {
        input: { name: "web", resourceArn: DISTRIBUTION, logType: "ACCESS_LOGS" },
        permits: [`logs:PutDeliverySource ${SOURCE}`, `cloudfront:AllowVendedLogDeliveryForResource ${DISTRIBUTION}`],
      },
      {
        input: {
          name: "web",
          resourceArn: "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/web/0f3a",
          logType: "ALB_ACCESS_LOGS",
        },
        permits: [`logs:PutDeliverySource ${SOURCE}`, "elasticloadbalancing:AllowVendedLogDeliveryForResource *"],
      },
    ],
  },
});
