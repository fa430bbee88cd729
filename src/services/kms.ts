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
      because: "a key is named by its id or ARN",
      see: "https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id",
      examples: [
        {
          operation: "EnableKey",
          input: { KeyId: "1234abcd-12ab-34cd-56ef-1234567890ab" },
          permits: ["kms:EnableKey arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"],
        },
        {
          operation: "Encrypt",
          input: { KeyId: "arn:aws:kms:eu-west-1:111122223333:key/mrk-1234" },
          permits: ["kms:Encrypt arn:aws:kms:eu-west-1:111122223333:key/mrk-1234"],
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
