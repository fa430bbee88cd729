/** Amazon EFS: two kinds of ids in one member, network interfaces of mount targets, keys of new file systems. */
import { defineService, operationRules } from "./define-service.ts";
import { usesKey } from "./kms-key.ts";
import { eitherById } from "./resource-id.ts";
import { everyResource } from "./rule-resource.ts";

export default defineService({
  sdkId: "EFS",
  operations: {
    ...eitherById(["ListTagsForResource", "TagResource", "UntagResource"], {
      servicePrefix: "elasticfilesystem",
      path: "ResourceId",
      kinds: [
        { type: "access-point", variable: "AccessPointId", id: "fsap-0123" },
        { type: "file-system", variable: "FileSystemId", id: "fs-0123" },
      ],
      because: "the id tells whether an access point or a file system is meant",
      see: "https://docs.aws.amazon.com/efs/latest/ug/API_TagResource.html",
      on: "arn:aws:elasticfilesystem:us-east-1:123456789012",
    }),
    ...operationRules({
      CreateMountTarget: {
        authorizedActions: [
          { action: "elasticfilesystem:CreateMountTarget" },
          {
            action: ["ec2:DescribeSubnets", "ec2:DescribeNetworkInterfaces", "ec2:CreateNetworkInterface"],
            resource: everyResource,
            origin: "forward-access",
            because: "the network interface of the mount target is made with the caller's permissions",
          },
        ],
        because: "a mount target is a network interface in the caller's subnet",
        see: "https://docs.aws.amazon.com/efs/latest/ug/API_CreateMountTarget.html",
        examples: [
          {
            input: { FileSystemId: "fs-0123", SubnetId: "subnet-0123" },
            permits: [
              "elasticfilesystem:CreateMountTarget arn:aws:elasticfilesystem:us-east-1:123456789012:file-system/fs-0123",
              "ec2:DescribeSubnets *",
              "ec2:DescribeNetworkInterfaces *",
              "ec2:CreateNetworkInterface *",
            ],
          },
        ],
      },
      DeleteMountTarget: {
        authorizedActions: [
          { action: "elasticfilesystem:DeleteMountTarget" },
          {
            action: "ec2:DeleteNetworkInterface",
            resource: everyResource,
            origin: "forward-access",
            because: "the network interface of the mount target is deleted with the caller's permissions",
          },
        ],
        because: "a mount target is a network interface in the caller's subnet",
        see: "https://docs.aws.amazon.com/efs/latest/ug/API_DeleteMountTarget.html",
        examples: [
          {
            input: { MountTargetId: "fsmt-0123" },
            permits: [
              "elasticfilesystem:DeleteMountTarget arn:aws:elasticfilesystem:us-east-1:123456789012:file-system/*",
              "ec2:DeleteNetworkInterface *",
            ],
          },
        ],
      },
      CreateFileSystem: {
        authorizedActions: [
          { action: "elasticfilesystem:CreateFileSystem" },
          ...usesKey({ path: "KmsKeyId", actions: ["DescribeKey", "CreateGrant"], via: "elasticfilesystem" }),
        ],
        because: "a file system under a customer managed key is granted the use of the key",
        see: "https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html",
        examples: [
          {
            input: { CreationToken: "a", Encrypted: true, KmsKeyId: "1234abcd" },
            permits: [
              "elasticfilesystem:CreateFileSystem *",
              "kms:DescribeKey arn:aws:kms:us-east-1:123456789012:key/1234abcd if kms:ViaService = elasticfilesystem.us-east-1.amazonaws.com",
              "kms:CreateGrant arn:aws:kms:us-east-1:123456789012:key/1234abcd if kms:ViaService = elasticfilesystem.us-east-1.amazonaws.com",
            ],
          },
          { input: { CreationToken: "a" }, permits: ["elasticfilesystem:CreateFileSystem *"] },
        ],
      },
    }),
  },
});
