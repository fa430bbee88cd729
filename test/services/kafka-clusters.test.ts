import { expect, test } from "vitest";
import rules from "../../src/services/kafka.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a cluster without a key of its own uses none", () => {
  expect(permits("CreateCluster", { ClusterName: "orders" }).join()).not.toContain("kms:");
});

test("a replicator between clusters that are not of MSK looks up none", () => {
  expect(permits("CreateReplicator", { ReplicatorName: "copy" }).join()).not.toContain("DescribeClusterV2");
});
