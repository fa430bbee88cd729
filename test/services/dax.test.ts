import { expect, test } from "vitest";
import rules from "../../src/services/dax.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("empty tags ask for nothing", () => {
  expect(permits("CreateCluster", { ClusterName: "main", Tags: [] })).toEqual([
    "dax:CreateCluster arn:aws:dax:us-east-1:123456789012:cache/main",
  ]);
});
