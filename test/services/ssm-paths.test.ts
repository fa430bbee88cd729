import { expect, test } from "vitest";
import ssm from "../../src/services/ssm.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(ssm);

test("the root is all parameters of the account", () => {
  expect(permits("GetParametersByPath", { Path: "/" })).toEqual([
    "ssm:GetParametersByPath arn:aws:ssm:us-east-1:123456789012:parameter/*",
  ]);
});

test("a path that only begins like AWS's own belongs to the account", () => {
  expect(permits("GetParametersByPath", { Path: "/aws/services" })).toEqual([
    "ssm:GetParametersByPath arn:aws:ssm:us-east-1:123456789012:parameter/aws/services + arn:aws:ssm:us-east-1:123456789012:parameter/aws/services/*",
  ]);
});

test("only parameters that refer to a secret need the secret", () => {
  expect(permits("GetParameter", { Name: "/aws/reference/secretsmanager/db:live" })).toContain(
    "secretsmanager:GetSecretValue arn:aws:secretsmanager:us-east-1:123456789012:secret:db-??????",
  );
  expect(permits("GetParameters", { Names: ["/aws/reference/other/db"] })).toHaveLength(1);
});
