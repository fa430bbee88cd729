/** Amazon MSK: topics are checked with the actions of Kafka clients, on the cluster and on the topic. */
import { defineService } from "./define-service.ts";
import { onTopic } from "./kafka-topics.ts";

export default defineService({
  sdkId: "Kafka",
  operations: {
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
