import { expect, test } from "vitest";
import ssm from "../../src/services/ssm.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(ssm);

test("targets by id and by tag are told apart", () => {
  expect(
    permits("StartAccessRequest", {
      Targets: [
        { Key: "InstanceIds", Values: ["mi-0123456789abcdef0"] },
        { Key: "tag:role", Values: ["i-0123456789abcdef0"] },
      ],
    }),
  ).toEqual([
    "ssm:StartAccessRequest arn:aws:ssm:us-east-1:123456789012:managed-instance/mi-0123456789abcdef0",
    "ssm:StartAccessRequest arn:aws:ec2:us-east-1:123456789012:instance/* + arn:aws:ssm:us-east-1:123456789012:managed-instance/*",
  ]);
});

test("the star among ids means every node", () => {
  expect(permits("StartAccessRequest", { Targets: [{ Key: "InstanceIds", Values: ["*"] }] })).toEqual([
    "ssm:StartAccessRequest arn:aws:ec2:us-east-1:123456789012:instance/* + arn:aws:ssm:us-east-1:123456789012:managed-instance/*",
  ]);
});
