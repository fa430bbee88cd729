import { expect, test } from "vitest";
import batch from "../../src/services/batch.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(batch);

test("takes the account of an instance profile from its ARN", () => {
  const instanceRole = "arn:aws:iam::111122223333:instance-profile/nodes";
  const input = { computeEnvironmentName: "nightly", computeResources: { instanceRole } };
  expect(permits("CreateComputeEnvironment", input)).toContain(
    "iam:PassRole arn:aws:iam::111122223333:role/* if iam:PassedToService = ec2.amazonaws.com",
  );
});

test("passes nothing where an environment is only switched off", () => {
  expect(permits("UpdateComputeEnvironment", { computeEnvironment: "nightly", state: "DISABLED" })).toEqual([
    "batch:UpdateComputeEnvironment arn:aws:batch:us-east-1:123456789012:compute-environment/nightly",
  ]);
});
