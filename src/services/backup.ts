/** AWS Backup: a vault is mounted in the storage of backups, under a key that the caller lets it use. */
import { defineService } from "./define-service.ts";
import { usesKey } from "./kms-key.ts";
import { everyResource } from "./rule-resource.ts";

const VAULT = "arn:aws:backup:us-east-1:123456789012:backup-vault:vault";
const KEY = "arn:aws:kms:us-east-1:123456789012:key/1234abcd";
const VIA = "if kms:ViaService = backup.us-east-1.amazonaws.com";

const KEY_ACTIONS = ["CreateGrant", "DescribeKey", "RetireGrant", "Decrypt", "GenerateDataKey"];

export default defineService({
  sdkId: "Backup",
  operations: {
    CreateBackupVault: {
      authorizedActions: [
        { action: "backup:CreateBackupVault" },
        {
          action: "backup-storage:MountCapsule",
          resource: everyResource,
          origin: "forward-access",
          because: "the vault is mounted in the storage of backups",
        },
        ...usesKey({ path: "EncryptionKeyArn", actions: KEY_ACTIONS, via: "backup" }),
      ],
      because: "a vault takes a place in the storage of backups, and the use of its key",
      see: "https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault.html",
      examples: [
        {
          input: { BackupVaultName: "vault", EncryptionKeyArn: KEY },
          permits: [
            `backup:CreateBackupVault ${VAULT}`,
            "backup-storage:MountCapsule *",
            ...KEY_ACTIONS.map((name) => `kms:${name} ${KEY} ${VIA}`),
          ],
        },
        {
          input: { BackupVaultName: "vault" },
          permits: [`backup:CreateBackupVault ${VAULT}`, "backup-storage:MountCapsule *"],
        },
      ],
    },
  },
});
