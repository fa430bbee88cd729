import { expect, test } from "vitest";
import rules from "../../src/services/fsx.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);
const HERE = "arn:aws:fsx:us-east-1:123456789012";

test("a volume from a backup needs a virtual machine only where the request names one", () => {
  expect(permits("CreateVolumeFromBackup", { BackupId: "backup-1", Name: "v" })).toEqual([
    `fsx:CreateVolumeFromBackup ${HERE}:backup/backup-1`,
    `fsx:CreateVolumeFromBackup ${HERE}:volume/*/*`,
  ]);
});
