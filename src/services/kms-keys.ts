/** AWS KMS: making keys and aliases, and moving data from one key to another. */
import { operationRules } from "./define-service.ts";
import { reEncrypts } from "./kms-key.ts";
import { whenMember } from "./rule-condition.ts";
import { filled, typed, untoldResource } from "./rule-resource.ts";
import { captured, member, unknownPart } from "./rule-value.ts";

export default operationRules({
  ReEncrypt: {
    authorizedActions: [
      ...reEncrypts("ReEncryptFrom", "SourceKeyId", "source"),
      ...reEncrypts("ReEncryptTo", "DestinationKeyId", "key"),
    ],
    because: "re-encryption decrypts under one key and encrypts under another; there is no action of its own",
    see: "https://docs.aws.amazon.com/kms/latest/APIReference/API_ReEncrypt.html",
    examples: [
      {
        input: { SourceKeyId: "1234abcd", DestinationKeyId: "alias/archive" },
        permits: [
          "kms:ReEncryptFrom arn:aws:kms:us-east-1:123456789012:key/1234abcd",
          "kms:ReEncryptTo arn:aws:kms:us-east-1:123456789012:key/* if kms:RequestAlias = alias/archive",
        ],
      },
      {
        input: { DestinationKeyId: "arn:aws:kms:eu-west-1:111122223333:key/5678" },
        permits: [
          "kms:ReEncryptFrom arn:aws:kms:us-east-1:123456789012:key/*",
          "kms:ReEncryptTo arn:aws:kms:eu-west-1:111122223333:key/5678",
        ],
      },
      {
        input: { DestinationKeyId: "alias/archive" },
        answeredKeys: {
          source: "arn:aws:kms:us-east-1:123456789012:key/1234abcd",
          key: "arn:aws:kms:us-east-1:123456789012:key/5678",
        },
        permits: [
          "kms:ReEncryptFrom arn:aws:kms:us-east-1:123456789012:key/1234abcd",
          "kms:ReEncryptTo arn:aws:kms:us-east-1:123456789012:key/5678",
        ],
      },
    ],
  },
  CreateKey: {
    authorizedActions: [
      { action: "kms:CreateKey" },
      {
        action: "kms:TagResource",
        resource: untoldResource("id-assigned-by-aws", "the key has no id before it is made"),
        when: whenMember("Tags"),
        origin: "dependent",
        because: "the new key is tagged",
      },
      {
        action: "kms:PutKeyPolicy",
        resource: untoldResource("id-assigned-by-aws", "the key has no id before it is made"),
        when: whenMember("Policy"),
        origin: "dependent",
        because: "the new key gets a policy of its own",
      },
    ],
    because: "tags and a policy of the new key have actions of their own",
    see: "https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html",
    examples: [
      { input: {}, permits: ["kms:CreateKey *"] },
      {
        input: { Tags: [{ TagKey: "a", TagValue: "b" }], Policy: "{}" },
        permits: ["kms:CreateKey *", "kms:TagResource *", "kms:PutKeyPolicy *"],
      },
    ],
  },
  ReplicateKey: {
    authorizedActions: [
      { action: "kms:ReplicateKey" },
      { action: "kms:CreateKey", origin: "dependent", because: "the replica is a key that is made in its region" },
      {
        action: "kms:TagResource",
        resource: filled("key", {
          Region: member("ReplicaRegion"),
          KeyId: captured(member("KeyId"), /(?:^|\/)([^/:]+)$/),
        }),
        when: whenMember("Tags"),
        origin: "dependent",
        because: "the replica is tagged; it shares its primary key's id",
      },
    ],
    because: "a replica is made, and tagged, in its own region",
    see: "https://docs.aws.amazon.com/kms/latest/APIReference/API_ReplicateKey.html",
    examples: [
      {
        input: { KeyId: "mrk-1234abcd", ReplicaRegion: "eu-west-1" },
        permits: ["kms:ReplicateKey arn:aws:kms:us-east-1:123456789012:key/mrk-1234abcd", "kms:CreateKey *"],
      },
      {
        input: {
          KeyId: "arn:aws:kms:us-east-1:123456789012:key/mrk-1234abcd",
          ReplicaRegion: "eu-west-1",
          Tags: [{ TagKey: "a", TagValue: "b" }],
        },
        permits: [
          "kms:ReplicateKey arn:aws:kms:us-east-1:123456789012:key/mrk-1234abcd",
          "kms:CreateKey *",
          "kms:TagResource arn:aws:kms:eu-west-1:123456789012:key/mrk-1234abcd",
        ],
      },
    ],
  },
  UpdateAlias: {
    authorizedActions: [
      { action: "kms:UpdateAlias" },
      {
        action: "kms:UpdateAlias",
        resource: filled("key", { KeyId: unknownPart("*", "key-behind-alias", "the key that the alias leaves") }),
        conditions: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": member("AliasName") } },
      },
    ],
    because: "moving an alias is authorized on the alias, on its old key and on its new one",
    see: "https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdateAlias.html",
    examples: [
      {
        input: { AliasName: "alias/photos", TargetKeyId: "1234abcd" },
        permits: [
          "kms:UpdateAlias arn:aws:kms:us-east-1:123456789012:alias/photos + arn:aws:kms:us-east-1:123456789012:key/1234abcd",
          "kms:UpdateAlias arn:aws:kms:us-east-1:123456789012:key/* if kms:ResourceAliases = alias/photos",
        ],
      },
    ],
  },
  DeleteAlias: {
    authorizedActions: [
      { action: "kms:DeleteAlias", resource: typed("alias") },
      {
        action: "kms:DeleteAlias",
        resource: filled("key", { KeyId: unknownPart("*", "key-behind-alias", "an alias does not tell its key") }),
        conditions: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": member("AliasName") } },
      },
    ],
    because: "deleting an alias is authorized on the alias and on its key",
    see: "https://docs.aws.amazon.com/kms/latest/APIReference/API_DeleteAlias.html",
    examples: [
      {
        input: { AliasName: "alias/photos" },
        permits: [
          "kms:DeleteAlias arn:aws:kms:us-east-1:123456789012:alias/photos",
          "kms:DeleteAlias arn:aws:kms:us-east-1:123456789012:key/* if kms:ResourceAliases = alias/photos",
        ],
      },
    ],
  },
});
