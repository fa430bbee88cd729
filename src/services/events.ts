/** Amazon EventBridge: rules live on a bus, and events go to the bus that each entry names. */
import { authorizedAs, defineService } from "./define-service.ts";
import { anyOf, unless, unlessMember, whenMemberMatches } from "./rule-condition.ts";
import { arnIn, either, filled } from "./rule-resource.ts";
import { fillWhen, firstOf, matching, member } from "./rule-value.ts";

export default defineService({
  sdkId: "EventBridge",
  resources: {
    "rule-on-default-event-bus": {
      filledBy: [
        fillWhen(anyOf(unlessMember("EventBusName"), whenMemberMatches("EventBusName", /(?:^|\/)default$/)), {
          RuleName: firstOf(member("Name"), member("Rule")),
        }),
      ],
      because: "rules of the default bus stand right below `rule/`",
      see: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-manage-iam-access.html",
      examples: [
        {
          operation: "PutRule",
          input: { Name: "nightly" },
          permits: ["events:PutRule arn:aws:events:us-east-1:123456789012:rule/nightly"],
        },
        {
          operation: "PutTargets",
          input: { Rule: "nightly", EventBusName: "default" },
          permits: ["events:PutTargets arn:aws:events:us-east-1:123456789012:rule/nightly"],
        },
      ],
    },
    "rule-on-custom-event-bus": {
      filledBy: [
        fillWhen(
          unless(whenMemberMatches("EventBusName", /(?:^|\/)default$/)),
          matching(
            member("EventBusName"),
            /^(?:arn:[^:]+:events:(?<Region>[^:]+):(?<Account>\d+):event-bus\/)?(?<EventBusName>.+)$/,
            { also: { RuleName: firstOf(member("Name"), member("Rule")) } },
          ),
        ),
      ],
      because: "rules of other buses stand below the bus",
      see: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-manage-iam-access.html",
      examples: [
        {
          operation: "DeleteRule",
          input: { Name: "nightly", EventBusName: "orders" },
          permits: ["events:DeleteRule arn:aws:events:us-east-1:123456789012:rule/orders/nightly"],
        },
      ],
    },
  },
  operations: {
    PutEvents: {
      authorizedActions: [
        {
          action: "events:PutEvents",
          forEach: "Entries[]",
          resource: either(
            filled("event-bus", { EventBusName: firstOf(member("Entries[].EventBusName"), "default") }),
            arnIn("Entries[].EventBusName"),
          ),
        },
      ],
      because: "each entry goes to the bus that it names, or to the default one",
      see: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html",
      examples: [
        {
          input: {
            Entries: [
              { Source: "a" },
              { EventBusName: "orders" },
              { EventBusName: "arn:aws:events:eu-west-1:111122223333:event-bus/shared" },
            ],
          },
          permits: [
            "events:PutEvents arn:aws:events:eu-west-1:111122223333:event-bus/shared + arn:aws:events:us-east-1:123456789012:event-bus/default + arn:aws:events:us-east-1:123456789012:event-bus/orders",
          ],
        },
      ],
    },
    ...authorizedAs(
      { DescribeEventBus: "DescribeEventBus", UpdateEventBus: "UpdateEventBus" },
      {
        servicePrefix: "events",
        resource: filled("event-bus", { EventBusName: firstOf(member("Name"), "default") }),
        because: "where no bus is named, the account's default one is meant",
        see: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DescribeEventBus.html",
        example: { input: {}, on: "arn:aws:events:us-east-1:123456789012:event-bus/default" },
      },
    ),
  },
});
