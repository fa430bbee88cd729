/** AWS KMS: permissions are on keys; an alias in a request is a condition, never a resource. */
import { defineService } from "./define-service.ts";
import { onKeyOrAlias } from "./kms-key.ts";
import keys from "./kms-keys.ts";
import { captured, member } from "./rule-value.ts";

export default defineService({
  sdkId: "KMS",
  resources: {
    key: {
      filledBy: [
        { KeyId: captured(member("KeyId"), /^(?!.*alias\/)(.+)$/) },
        { KeyId: captured(member("TargetKeyId"), /^(?!.*alias\/)(.+)$/) },
      ],
      because: "the key that an alias is made for is named as its target, by id or ARN",
      see: "https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html",
      examples: [
        {
          operation: "CreateAlias",
          input: { AliasName: "alias/photos", TargetKeyId: "arn:aws:kms:us-east-1:123456789012:key/1234abcd" },
          permits: [
            "kms:CreateAlias arn:aws:kms:us-east-1:123456789012:alias/photos + arn:aws:kms:us-east-1:123456789012:key/1234abcd",
          ],
        },
        {
          operation: "CreateAlias",
          input: { AliasName: "alias/photos", TargetKeyId: "1234abcd" },
          permits: [
            "kms:CreateAlias arn:aws:kms:us-east-1:123456789012:alias/photos + arn:aws:kms:us-east-1:123456789012:key/1234abcd",
          ],
        },
      ],
    },
    alias: {
      filledBy: [{ Alias: captured(member("AliasName"), /^alias\/(.+)$/) }],
      because: "alias names are given with their prefix",
      see: "https://docs.aws.amazon.com/kms/latest/developerguide/alias-access.html",
      examples: [
        {
          operation: "CreateAlias",
          input: { AliasName: "alias/a/b", TargetKeyId: "1234abcd" },
          permits: [
            "kms:CreateAlias arn:aws:kms:us-east-1:123456789012:alias/a/b + arn:aws:kms:us-east-1:123456789012:key/1234abcd",
          ],
        },
      ],
    },
  },
  operations: {
    ...onKeyOrAlias([
      "Encrypt",
      "Decrypt",
      "GenerateDataKey",
      "GenerateDataKeyWithoutPlaintext",
      "GenerateDataKeyPair",
      "GenerateDataKeyPairWithoutPlaintext",
      "GenerateMac",
      "VerifyMac",
      "Sign",
      "Verify",
      "DeriveSharedSecret",
      "GetPublicKey",
      "DescribeKey",
    ]),
    ...keys,
  },
});
