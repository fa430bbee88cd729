/** Amazon EC2: volumes and snapshots under a key that the request names are encrypted with the caller's permissions. */
import type { OperationRule } from "./define-service.ts";
import { usesKey } from "./kms-key.ts";
import { whenMatches } from "./rule-condition.ts";
import { ofCall } from "./rule-value.ts";

export default [
  {
    authorizedActions: [
      ...usesKey({
        path: "KmsKeyId",
        actions: [
          "CreateGrant",
          "Decrypt",
          "DescribeKey",
          "GenerateDataKeyWithoutPlaintext",
          "ReEncryptFrom",
          "ReEncryptTo",
        ],
        via: "ec2",
        when: whenMatches(ofCall("operation"), /^(?:CreateVolume|CopySnapshot|CopyImage|ImportImage|ImportSnapshot)$/),
      }),
      ...usesKey({
        path: "BlockDeviceMappings[].Ebs.KmsKeyId",
        actions: [
          "CreateGrant",
          "Decrypt",
          "DescribeKey",
          "GenerateDataKeyWithoutPlaintext",
          "ReEncryptFrom",
          "ReEncryptTo",
        ],
        via: "ec2",
        when: whenMatches(ofCall("operation"), /^RunInstances$/),
      }),
    ],
    because: "the new volume or snapshot is encrypted under the key that the request names",
    see: "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption-requirements.html",
    examples: [
      {
        operation: "CreateVolume",
        input: { AvailabilityZone: "us-east-1a", Encrypted: true, KmsKeyId: "1234abcd" },
        permits: [
          "ec2:CreateVolume arn:aws:ec2:us-east-1:123456789012:volume/*",
          "kms:CreateGrant arn:aws:kms:us-east-1:123456789012:key/1234abcd if kms:ViaService = ec2.us-east-1.amazonaws.com",
          "kms:Decrypt arn:aws:kms:us-east-1:123456789012:key/1234abcd if kms:ViaService = ec2.us-east-1.amazonaws.com",
          "kms:DescribeKey arn:aws:kms:us-east-1:123456789012:key/1234abcd if kms:ViaService = ec2.us-east-1.amazonaws.com",
          "kms:GenerateDataKeyWithoutPlaintext arn:aws:kms:us-east-1:123456789012:key/1234abcd if kms:ViaService = ec2.us-east-1.amazonaws.com",
          "kms:ReEncryptFrom arn:aws:kms:us-east-1:123456789012:key/1234abcd if kms:ViaService = ec2.us-east-1.amazonaws.com",
          "kms:ReEncryptTo arn:aws:kms:us-east-1:123456789012:key/1234abcd if kms:ViaService = ec2.us-east-1.amazonaws.com",
        ],
      },
      {
        operation: "ModifyEbsDefaultKmsKeyId",
        input: { KmsKeyId: "1234abcd" },
        permits: ["ec2:ModifyEbsDefaultKmsKeyId *"],
      },
    ],
  },
] satisfies readonly OperationRule[];
