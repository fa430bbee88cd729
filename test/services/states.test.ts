import { expect, test } from "vitest";
import rules from "../../src/services/states.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("executions below a map run keep their label", () => {
  const executionArn = "arn:aws:states:us-east-1:123456789012:execution:orders/each:0a1b";
  expect(permits("StopExecution", { executionArn })).toEqual([`states:StopExecution ${executionArn}`]);
});

test("an execution's history is read by one ARN, that of the request", () => {
  const executionArn = "arn:aws:states:us-east-1:123456789012:express:orders:0a1b:2c3d";
  expect(permits("GetExecutionHistory", { executionArn })).toEqual([`states:GetExecutionHistory ${executionArn}`]);
});
