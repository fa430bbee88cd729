import { expect, test } from "vitest";
import rules from "../../src/services/backup.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a key that is called by an alias is any key of that alias", () => {
  expect(permits("CreateBackupVault", { BackupVaultName: "vault", EncryptionKeyArn: "alias/vaults" })).toContain(
    "kms:RetireGrant arn:aws:kms:us-east-1:123456789012:key/* if kms:ResourceAliases = alias/vaults if kms:ViaService = backup.us-east-1.amazonaws.com",
  );
});
