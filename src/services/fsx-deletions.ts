/** Amazon FSx: what is deleted may leave a last backup, with tags of its own. */
import { type OperationRule, operationRules } from "./define-service.ts";
import { tagsInside } from "./nested-tags.ts";
import { allOf, anyOf, type RuleCondition, unless, whenMember, whenMemberEquals } from "./rule-condition.ts";
import { bothOf, newResource, typed } from "./rule-resource.ts";

const HERE = "arn:aws:fsx:us-east-1:123456789012";

const skips = (configuration: string): RuleCondition =>
  whenMemberEquals(`${configuration}.SkipFinalBackup`, true, "true");

/** File systems for Windows leave one unless the request says otherwise, the others only if it says so. */
const LEAVES_BACKUP = anyOf(
  allOf(whenMember("WindowsConfiguration"), unless(skips("WindowsConfiguration"))),
  ...["LustreConfiguration", "OpenZFSConfiguration"].map((configuration) =>
    whenMemberEquals(`${configuration}.SkipFinalBackup`, false, "false"),
  ),
);

const tagsBackup = (configuration: string) =>
  tagsInside({ action: "fsx:TagResource", type: "backup", tags: `${configuration}.FinalBackupTags[]` });

const DeleteFileSystem: OperationRule = {
  authorizedActions: [
    { action: "fsx:DeleteFileSystem", resource: typed("file-system") },
    {
      action: "fsx:CreateBackup",
      resource: bothOf(typed("file-system"), newResource("backup")),
      when: LEAVES_BACKUP,
      origin: "dependent",
      because: "a last backup of the file system is made",
    },
    ...["WindowsConfiguration", "LustreConfiguration", "OpenZFSConfiguration"].map(tagsBackup),
  ],
  because: "a file system may leave a last backup",
  see: "https://docs.aws.amazon.com/fsx/latest/APIReference/API_DeleteFileSystem.html",
  examples: [
    {
      input: { FileSystemId: "fs-1", WindowsConfiguration: { FinalBackupTags: [{ Key: "team", Value: "web" }] } },
      permits: [
        `fsx:DeleteFileSystem ${HERE}:file-system/fs-1`,
        `fsx:CreateBackup ${HERE}:file-system/fs-1`,
        `fsx:CreateBackup ${HERE}:backup/*`,
        `fsx:TagResource ${HERE}:backup/*`,
      ],
    },
    {
      input: { FileSystemId: "fs-1", WindowsConfiguration: { SkipFinalBackup: true } },
      permits: [`fsx:DeleteFileSystem ${HERE}:file-system/fs-1`],
    },
    {
      input: { FileSystemId: "fs-1", LustreConfiguration: { SkipFinalBackup: false } },
      permits: [
        `fsx:DeleteFileSystem ${HERE}:file-system/fs-1`,
        `fsx:CreateBackup ${HERE}:file-system/fs-1`,
        `fsx:CreateBackup ${HERE}:backup/*`,
      ],
    },
  ],
};

/** Volumes of ONTAP leave a last backup unless the request says otherwise. */
const DeleteVolume: OperationRule = {
  authorizedActions: [
    { action: "fsx:DeleteVolume", resource: typed("volume") },
    tagsBackup("OntapConfiguration"),
    {
      action: "fsx:BypassSnaplockEnterpriseRetention",
      resource: typed("volume"),
      when: whenMemberEquals("OntapConfiguration.BypassSnaplockEnterpriseRetention", true, "true"),
      origin: "dependent",
      because: "files whose retention has not ended are deleted",
    },
  ],
  because: "a volume may leave a last backup, and hold files that are still retained",
  see: "https://docs.aws.amazon.com/fsx/latest/APIReference/API_DeleteVolume.html",
  examples: [
    {
      input: {
        VolumeId: "fsvol-1",
        OntapConfiguration: {
          BypassSnaplockEnterpriseRetention: true,
          FinalBackupTags: [{ Key: "team", Value: "web" }],
        },
      },
      permits: [
        `fsx:DeleteVolume ${HERE}:volume/*/fsvol-1`,
        `fsx:BypassSnaplockEnterpriseRetention ${HERE}:volume/*/fsvol-1`,
        `fsx:TagResource ${HERE}:backup/*`,
      ],
    },
    { input: { VolumeId: "fsvol-1" }, permits: [`fsx:DeleteVolume ${HERE}:volume/*/fsvol-1`] },
  ],
};

export default operationRules({ DeleteFileSystem, DeleteVolume });
