/** Amazon MSK: what Kafka clients may do with topics is what the topic operations of its API need as well. */
import type { OperationRules } from "./define-service.ts";
import { arnIn, filled, type ResourceRule } from "./rule-resource.ts";
import { matching, member, type RuleValue, verbatim } from "./rule-value.ts";

const CLUSTER_ARN =
  /^arn:[^:]+:kafka:(?<Region>[^:]+):(?<Account>\d+):cluster\/(?<ClusterName>[^/]+)\/(?<ClusterUuid>[^/]+)$/;

const topicOf = (TopicName: RuleValue): ResourceRule =>
  filled("topic", matching(member("ClusterArn"), CLUSTER_ARN, { also: { TopicName } }));

const CLUSTER = "shop/abcd1234-0123-4567-89ab-abcdef012345-1";

/** Operation -> actions on the topic, or on all topics where the request names none; connecting to the cluster always belongs to it. */
export function onTopic(actions: { readonly [operation: string]: readonly string[] }): OperationRules {
  const rules = Object.entries(actions).map(([operation, names]): [string, OperationRules[string]] => {
    const isList = operation.startsWith("List");
    const ClusterArn = `arn:aws:kafka:us-east-1:123456789012:cluster/${CLUSTER}`;
    const topic = `arn:aws:kafka:us-east-1:123456789012:topic/${CLUSTER}/${isList ? "*" : "orders"}`;
    return [
      operation,
      {
        authorizedActions: [
          {
            action: names.map((name) => `kafka-cluster:${name}`),
            resource: topicOf(isList ? verbatim("*") : member("TopicName")),
          },
          {
            action: "kafka-cluster:Connect",
            resource: arnIn("ClusterArn"),
            origin: "dependent",
            because: "the operation connects to the cluster",
          },
        ],
        because: "operations on topics are checked with the actions of Kafka clients",
        see: "https://docs.aws.amazon.com/msk/latest/developerguide/msk-topic-operations-information.html",
        examples: [
          {
            input: { ClusterArn, ...(isList ? {} : { TopicName: "orders" }) },
            permits: [...names.map((name) => `kafka-cluster:${name} ${topic}`), `kafka-cluster:Connect ${ClusterArn}`],
          },
        ],
      },
    ];
  });
  return Object.fromEntries(rules);
}
