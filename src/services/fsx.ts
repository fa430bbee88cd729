/** Amazon FSx: file systems and backups under a key that the request names. */
import { defineService } from "./define-service.ts";
import deletions from "./fsx-deletions.ts";
import volumes from "./fsx-volumes.ts";
import { usesKey } from "./kms-key.ts";

export default defineService({
  sdkId: "FSx",
  operations: { ...deletions, ...volumes },
  besides: [
    {
      authorizedActions: [...usesKey({ path: "KmsKeyId", actions: ["CreateGrant", "DescribeKey"], via: "fsx" })],
      because: "what is made under a customer managed key is granted the use of the key",
      see: "https://docs.aws.amazon.com/fsx/latest/LustreGuide/encryption-at-rest.html",
      examples: [
        {
          operation: "CopyBackup",
          input: { SourceBackupId: "backup-0123", KmsKeyId: "1234abcd" },
          permits: [
            "fsx:CopyBackup arn:aws:fsx:us-east-1:123456789012:backup/backup-0123",
            "kms:CreateGrant arn:aws:kms:us-east-1:123456789012:key/1234abcd if kms:ViaService = fsx.us-east-1.amazonaws.com",
            "kms:DescribeKey arn:aws:kms:us-east-1:123456789012:key/1234abcd if kms:ViaService = fsx.us-east-1.amazonaws.com",
          ],
        },
      ],
    },
  ],
});
