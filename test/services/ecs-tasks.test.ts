import { expect, test } from "vitest";
import ecs from "../../src/services/ecs.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(ecs);

test("passes a role that a run overrides by its name", () => {
  const input = { taskDefinition: "web:3", overrides: { executionRoleArn: "pulls" } };
  expect(permits("StartTask", input)).toContain(
    "iam:PassRole arn:aws:iam::123456789012:role/pulls if iam:PassedToService = ecs-tasks.amazonaws.com",
  );
});

test("runs in no other cluster than the one whose ARN is given", () => {
  const cluster = "arn:aws:ecs:us-east-1:123456789012:cluster/prod";
  expect(permits("RunTask", { cluster, taskDefinition: "web:3" }).slice(0, 1)).toEqual([
    `ecs:RunTask arn:aws:ecs:us-east-1:123456789012:task-definition/web:3 if ecs:cluster = ${cluster}`,
  ]);
});

test("a service that keeps its task definition passes no role", () => {
  expect(permits("UpdateService", { service: "web", forceNewDeployment: true })).toEqual([
    "ecs:UpdateService arn:aws:ecs:us-east-1:123456789012:service/default/web",
  ]);
});
