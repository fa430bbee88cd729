import { expect, test } from "vitest";
import kafka from "../../src/services/kafka.ts";
import { permitsOf } from "./permits-of.ts";

const CLUSTER = "shop/abcd1234-0123-4567-89ab-abcdef012345-1";
const ClusterArn = `arn:aws:kafka:eu-west-1:111122223333:cluster/${CLUSTER}`;

test("a topic lies in its cluster's account and region", () => {
  expect(permitsOf(kafka)("CreateTopic", { ClusterArn, TopicName: "orders" })).toEqual([
    `kafka-cluster:CreateTopic arn:aws:kafka:eu-west-1:111122223333:topic/${CLUSTER}/orders`,
    `kafka-cluster:Connect ${ClusterArn}`,
  ]);
});

test("a list of topics is of all topics of the cluster", () => {
  expect(permitsOf(kafka)("ListTopics", { ClusterArn })[0]).toBe(
    `kafka-cluster:DescribeTopic arn:aws:kafka:eu-west-1:111122223333:topic/${CLUSTER}/*`,
  );
});
