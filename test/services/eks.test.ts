import { expect, test } from "vitest";
import rules from "../../src/services/eks.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("an entry for a user passes nothing, whatever its type says", () => {
  const principalArn = "arn:aws:iam::123456789012:user/ana";
  expect(permits("CreateAccessEntry", { clusterName: "prod", principalArn, type: "EC2_LINUX" })).toEqual([
    "eks:CreateAccessEntry arn:aws:eks:us-east-1:123456789012:cluster/prod",
  ]);
});

test("the entry of a role below a path is any of its account and cluster", () => {
  const principalArn = "arn:aws:iam::123456789012:role/team/nodes";
  expect(permits("DescribeAccessEntry", { clusterName: "prod", principalArn })).toEqual([
    "eks:DescribeAccessEntry arn:aws:eks:us-east-1:123456789012:access-entry/prod/role/123456789012/*/*",
  ]);
});
