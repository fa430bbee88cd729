/** Amazon FSx: volumes that a request names in the part that is for their kind of file system, and access points of S3 to them. */
import { type AuthorizedAction, type OperationRule, operationRules } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { bothOf, everyResource, filled, newResource, template, typed } from "./rule-resource.ts";
import { firstOf, member, unknownPart } from "./rule-value.ts";

const HERE = "arn:aws:fsx:us-east-1:123456789012";
const POINT = "arn:aws:s3:us-east-1:123456789012:accesspoint/reports";

const ITS_FILE_SYSTEM = unknownPart("*", "no-resource-in-input", "an id does not tell its file system");

const VOLUME = filled("volume", {
  FileSystemId: ITS_FILE_SYSTEM,
  VolumeId: firstOf(member("OpenZFSConfiguration.VolumeId"), member("OntapConfiguration.VolumeId")),
});

const onAccessPoint = (name: string): AuthorizedAction => ({
  action: `s3:${name}`,
  resource: template("arn:${Partition}:s3:${Region}:${Account}:accesspoint/${Name}", { Name: member("Name") }),
  origin: "forward-access",
  because: "the access point is made and deleted in S3 with the caller's permissions",
});

const CreateAndAttachS3AccessPoint: OperationRule = {
  authorizedActions: [
    { action: "fsx:CreateAndAttachS3AccessPoint", resource: VOLUME },
    onAccessPoint("CreateAccessPoint"),
    { ...onAccessPoint("GetAccessPoint"), resource: everyResource },
    { ...onAccessPoint("PutAccessPointPolicy"), when: whenMember("S3AccessPoint.Policy") },
  ],
  because: "an access point is made in S3, and attached to the volume",
  see: "https://docs.aws.amazon.com/fsx/latest/OpenZFSGuide/s3-access-points-prereqs.html",
  examples: [
    {
      input: {
        Name: "reports",
        Type: "OPENZFS",
        OpenZFSConfiguration: { VolumeId: "fsvol-1" },
        S3AccessPoint: { Policy: "{}" },
      },
      permits: [
        `fsx:CreateAndAttachS3AccessPoint ${HERE}:volume/*/fsvol-1`,
        `s3:CreateAccessPoint ${POINT}`,
        "s3:GetAccessPoint *",
        `s3:PutAccessPointPolicy ${POINT}`,
      ],
    },
    {
      input: { Name: "reports", Type: "ONTAP", OntapConfiguration: { VolumeId: "fsvol-1" } },
      permits: [
        `fsx:CreateAndAttachS3AccessPoint ${HERE}:volume/*/fsvol-1`,
        `s3:CreateAccessPoint ${POINT}`,
        "s3:GetAccessPoint *",
      ],
    },
  ],
};

const DetachAndDeleteS3AccessPoint: OperationRule = {
  authorizedActions: [
    {
      action: "fsx:DetachAndDeleteS3AccessPoint",
      resource: filled("volume", {
        FileSystemId: ITS_FILE_SYSTEM,
        VolumeId: unknownPart("*", "no-resource-in-input", "an access point does not tell its volume"),
      }),
    },
    onAccessPoint("DeleteAccessPoint"),
  ],
  because: "the name is the access point's, which is deleted in S3",
  see: "https://docs.aws.amazon.com/fsx/latest/OpenZFSGuide/s3-access-points-prereqs.html",
  examples: [
    {
      input: { Name: "reports" },
      permits: [`fsx:DetachAndDeleteS3AccessPoint ${HERE}:volume/*/*`, `s3:DeleteAccessPoint ${POINT}`],
    },
  ],
};

const CreateVolumeFromBackup: OperationRule = {
  authorizedActions: [
    {
      action: "fsx:CreateVolumeFromBackup",
      resource: bothOf(
        typed("backup"),
        newResource("volume"),
        filled("storage-virtual-machine", {
          FileSystemId: ITS_FILE_SYSTEM,
          StorageVirtualMachineId: member("OntapConfiguration.StorageVirtualMachineId"),
        }),
      ),
    },
  ],
  because: "the volume is put into the virtual machine that the request names",
  see: "https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateVolumeFromBackup.html",
  examples: [
    {
      input: { BackupId: "backup-1", Name: "v", OntapConfiguration: { StorageVirtualMachineId: "svm-1" } },
      permits: [
        `fsx:CreateVolumeFromBackup ${HERE}:backup/backup-1`,
        `fsx:CreateVolumeFromBackup ${HERE}:storage-virtual-machine/*/svm-1`,
        `fsx:CreateVolumeFromBackup ${HERE}:volume/*/*`,
      ],
    },
  ],
};

export default operationRules({ CreateAndAttachS3AccessPoint, CreateVolumeFromBackup, DetachAndDeleteS3AccessPoint });
