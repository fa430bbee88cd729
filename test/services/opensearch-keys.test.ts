import { expect, test } from "vitest";
import rules from "../../src/services/opensearch.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a key that AWS manages needs no grant of the caller", () => {
  const EncryptionAtRestOptions = { Enabled: true, KmsKeyId: "alias/aws/es" };
  expect(permits("CreateDomain", { DomainName: "shop", EncryptionAtRestOptions }).join()).not.toContain("kms:");
});
