import { expect, test } from "vitest";
import rules from "../../src/services/secretsmanager.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a list of secrets by name, by ARN and by part of one loses none", () => {
  const HERE = "arn:aws:secretsmanager:us-east-1:123456789012:secret";
  const reads = permits("BatchGetSecretValue", { SecretIdList: ["db", `${HERE}:key-a1B2c3`, `${HERE}:mail`] });
  expect(reads).toEqual([
    "secretsmanager:BatchGetSecretValue *",
    `secretsmanager:GetSecretValue ${HERE}:db-?????? + ${HERE}:mail-??????`,
    `secretsmanager:GetSecretValue ${HERE}:key-a1B2c3`,
  ]);
});
