import { expect, test } from "vitest";
import rules from "../../src/services/redshift.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a password that the caller sets is no secret", () => {
  expect(permits("CreateCluster", { ClusterIdentifier: "sales" }).join()).not.toContain("secretsmanager:");
});

test("the key of the secret is used through Secrets Manager", () => {
  const found = permits("CreateCluster", { ClusterIdentifier: "sales", MasterPasswordSecretKmsKeyId: "1234abcd" });
  expect(found).toContain(
    "kms:GenerateDataKey arn:aws:kms:us-east-1:123456789012:key/1234abcd if kms:ViaService = secretsmanager.us-east-1.amazonaws.com",
  );
});
