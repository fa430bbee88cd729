/** Amazon MSK: clusters use the caller's network, topics are checked with the actions of Kafka clients, on the cluster and on the topic. */
import { defineService } from "./define-service.ts";
import clusters from "./kafka-clusters.ts";
import { onTopic } from "./kafka-topics.ts";

export default defineService({
  sdkId: "Kafka",
  operations: {
    ...clusters,
    ...onTopic({
      CreateTopic: ["CreateTopic"],
      DeleteTopic: ["DeleteTopic", "DescribeTopic"],
      DescribeTopic: ["DescribeTopic", "DescribeTopicDynamicConfiguration"],
      DescribeTopicPartitions: ["DescribeTopic", "DescribeTopicDynamicConfiguration"],
      UpdateTopic: ["AlterTopic", "AlterTopicDynamicConfiguration", "DescribeTopic"],
      ListTopics: ["DescribeTopic"],
    }),
  },
});
