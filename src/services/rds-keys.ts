/** The RDS family: the KMS key and the managed password that a request asks for are made with the caller's permissions. */
import type { OperationRule } from "./define-service.ts";
import { usesKey } from "./kms-key.ts";
import { whenMemberEquals } from "./rule-condition.ts";
import { filled } from "./rule-resource.ts";
import { unknownPart } from "./rule-value.ts";

export default [
  {
    authorizedActions: [...usesKey({ path: "KmsKeyId", actions: ["CreateGrant", "DescribeKey"], via: "rds" })],
    because: "storage, copies and exports are encrypted under the key that the request names",
    see: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.Keys.html",
    examples: [
      {
        operation: "CreateDBClusterSnapshot",
        input: { DBClusterIdentifier: "a", DBClusterSnapshotIdentifier: "b" },
        permits: [
          "rds:CreateDBClusterSnapshot arn:aws:rds:us-east-1:123456789012:cluster-snapshot:b + arn:aws:rds:us-east-1:123456789012:cluster:a",
        ],
      },
      {
        operation: "CopyDBClusterSnapshot",
        input: {
          SourceDBClusterSnapshotIdentifier: "a",
          TargetDBClusterSnapshotIdentifier: "b",
          KmsKeyId: "1234abcd-12ab-34cd-56ef-1234567890ab",
        },
        permits: [
          "rds:CopyDBClusterSnapshot arn:aws:rds:us-east-1:123456789012:cluster-snapshot:a + arn:aws:rds:us-east-1:123456789012:cluster-snapshot:b",
          "kms:CreateGrant arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab if kms:ViaService = rds.us-east-1.amazonaws.com",
          "kms:DescribeKey arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab if kms:ViaService = rds.us-east-1.amazonaws.com",
        ],
      },
    ],
  },
  {
    authorizedActions: [
      {
        action: ["secretsmanager:CreateSecret", "secretsmanager:TagResource"],
        origin: "forward-access",
        when: whenMemberEquals("ManageMasterUserPassword", true),
        resource: filled("Secret", {
          SecretId: unknownPart("rds!*", "id-assigned-by-aws", "the secret of the master user gets a name from AWS"),
        }),
      },
      ...usesKey({
        path: "MasterUserSecretKmsKeyId",
        actions: ["CreateGrant", "Decrypt", "DescribeKey", "GenerateDataKey"],
        via: "secretsmanager",
      }),
    ],
    because: "a managed master password is a secret that is made and tagged with the caller's permissions",
    see: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html",
    examples: [
      {
        operation: "ModifyDBCluster",
        input: { DBClusterIdentifier: "a", ManageMasterUserPassword: true },
        permits: [
          "rds:ModifyDBCluster arn:aws:rds:us-east-1:123456789012:cluster:a",
          "secretsmanager:CreateSecret arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!*",
          "secretsmanager:TagResource arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!*",
        ],
      },
      {
        operation: "ModifyDBCluster",
        input: { DBClusterIdentifier: "a", ManageMasterUserPassword: false },
        permits: ["rds:ModifyDBCluster arn:aws:rds:us-east-1:123456789012:cluster:a"],
      },
    ],
  },
  {
    authorizedActions: [
      {
        action: "secretsmanager:RotateSecret",
        origin: "forward-access",
        when: whenMemberEquals("RotateMasterUserPassword", true),
        resource: filled("Secret", {
          SecretId: unknownPart("rds!*", "id-assigned-by-aws", "the secret of the master user gets a name from AWS"),
        }),
      },
    ],
    because: "a managed master password is rotated as the secret that it is",
    see: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html",
    examples: [
      {
        operation: "ModifyDBInstance",
        input: { DBInstanceIdentifier: "a", RotateMasterUserPassword: true },
        permits: [
          "rds:ModifyDBInstance arn:aws:rds:us-east-1:123456789012:db:a",
          "secretsmanager:RotateSecret arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!*",
        ],
      },
    ],
  },
] satisfies readonly OperationRule[];
