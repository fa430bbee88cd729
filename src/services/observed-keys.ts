/**
 * Condition keys whose values a request itself gives, beyond those that the rules fix: what `--conditions tight` binds a
 * policy to. Partition keys of items (`LeadingKeys`) are not among them: a recording that held them would hold the
 * user's data, and a line for every item.
 */
import type { MemberPath } from "./rule-value.ts";

export interface ObservedKey {
  readonly sdkId: string;
  readonly operations: readonly string[];
  /** Actions for which AWS evaluates the key. */
  readonly actions: readonly string[];
  /** As the Service Authorization Reference lists it; where it ends in `${…}`, a key for each entry of the map at `path`. */
  readonly key: string;
  readonly path: MemberPath;
  /** One clause, lower case, no final period. */
  readonly because: string;
  readonly see: `https://${string}`;
  readonly examples: readonly [ObservedKeyExample, ...ObservedKeyExample[]];
}

export interface ObservedKeyExample {
  readonly input: { readonly [member: string]: unknown };
  /** Condition key -> its one value. */
  readonly fixes: { readonly [key: string]: string };
}

const ENCRYPTION_CONTEXT = {
  sdkId: "KMS",
  key: "kms:EncryptionContext:${EncryptionContextKey}",
  because: "the encryption context of a request is authenticated, logged, and no secret",
  see: "https://docs.aws.amazon.com/kms/latest/developerguide/encrypt_context.html",
} as const;

const DATA_KEYS = [
  "GenerateDataKey",
  "GenerateDataKeyPair",
  "GenerateDataKeyPairWithoutPlaintext",
  "GenerateDataKeyWithoutPlaintext",
];
const WITH_CONTEXT = ["Decrypt", "Encrypt", ...DATA_KEYS];

export const OBSERVED_KEYS: readonly ObservedKey[] = [
  {
    sdkId: "S3",
    operations: ["ListObjects", "ListObjectsV2", "ListObjectVersions"],
    actions: ["s3:ListBucket", "s3:ListBucketVersions"],
    key: "s3:prefix",
    path: "Prefix",
    because: "who lists what begins with a prefix need not see the rest of the bucket",
    see: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html",
    examples: [{ input: { Bucket: "album", Prefix: "2026/" }, fixes: { "s3:prefix": "2026/" } }],
  },
  {
    ...ENCRYPTION_CONTEXT,
    operations: WITH_CONTEXT,
    actions: WITH_CONTEXT.map((name) => `kms:${name}`),
    path: "EncryptionContext",
    examples: [
      {
        input: { KeyId: "0f3a", EncryptionContext: { tenant: "a", "aws:s3:arn": "b" } },
        fixes: { "kms:EncryptionContext:aws:s3:arn": "b", "kms:EncryptionContext:tenant": "a" },
      },
    ],
  },
  {
    ...ENCRYPTION_CONTEXT,
    operations: ["ReEncrypt"],
    actions: ["kms:ReEncryptFrom"],
    path: "SourceEncryptionContext",
    examples: [
      {
        input: { SourceKeyId: "0f3a", DestinationKeyId: "0f3b", SourceEncryptionContext: { tenant: "a" } },
        fixes: { "kms:EncryptionContext:tenant": "a" },
      },
    ],
  },
  {
    ...ENCRYPTION_CONTEXT,
    operations: ["ReEncrypt"],
    actions: ["kms:ReEncryptTo"],
    path: "DestinationEncryptionContext",
    examples: [
      {
        input: { SourceKeyId: "0f3a", DestinationKeyId: "0f3b", DestinationEncryptionContext: { tenant: "b" } },
        fixes: { "kms:EncryptionContext:tenant": "b" },
      },
    ],
  },
  {
    sdkId: "STS",
    operations: ["AssumeRole"],
    actions: ["sts:AssumeRole"],
    key: "sts:ExternalId",
    path: "ExternalId",
    because: "the external id names on whose behalf the role is assumed, and is no secret",
    see: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html",
    examples: [
      {
        input: { RoleArn: "arn:aws:iam::111122223333:role/partner", RoleSessionName: "s", ExternalId: "shop-7" },
        fixes: { "sts:ExternalId": "shop-7" },
      },
    ],
  },
];

/** Tags in requests. AWS asks for no secrets in tags, because they are shown to many (https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html). */
export const REQUEST_TAGS = {
  /** Both end in what the tag is called, or name all tags of the request (IAM User Guide, "AWS global condition context keys"). */
  valueKey: "aws:RequestTag/${TagKey}",
  namesKey: "aws:TagKeys",
  /** Top-level members that hold a map, or a list in one of the forms. */
  members: ["Tags", "tags", "TagList", "tagList", "ResourceTags", "resourceTags"],
  forms: [
    ["Key", "Value"],
    ["key", "value"],
    ["TagKey", "TagValue"],
    ["tagKey", "tagValue"],
  ],
  /** A list of tags for each type of what is made. */
  byType: { member: "TagSpecifications", type: "ResourceType", tags: "Tags" },
  /** Names of tags that are taken away. */
  removed: ["TagKeys", "tagKeys"],
  see: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html",
} as const;

/** The name of an interface endpoint is in the host name unless its private DNS name is used. */
export const OBSERVED_ENDPOINT = {
  key: "aws:SourceVpce",
  /** The first group is the endpoint's id. */
  hostname: /(?:^|\.)(vpce-(?:[0-9a-f]{8}|[0-9a-f]{17}))-[^.]+\.(?:[^.]+\.)+vpce\.amazonaws\.com(?:\.cn)?$/,
  see: "https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html",
} as const;

/** The endpoint that the host name tells; undefined for nearly all. */
export const observedEndpoint = (hostname: string): string | undefined =>
  hostname.includes(".vpce.") ? OBSERVED_ENDPOINT.hostname.exec(hostname)?.[1] : undefined;

const tagPaths = (member: string): readonly string[] => [
  `${member}[]`,
  ...REQUEST_TAGS.forms.flatMap((names) => names.map((name) => `${member}[].${name}`)),
];

const { byType } = REQUEST_TAGS;
const TAG_PATHS: readonly MemberPath[] = [
  ...REQUEST_TAGS.members.flatMap(tagPaths),
  ...REQUEST_TAGS.removed.map((member) => `${member}[]`),
  `${byType.member}[].${byType.type}`,
  ...tagPaths(`${byType.member}[].${byType.tags}`),
];

/** What decoding must keep so that these keys are known. */
export function observedKeyPaths(sdkId: string, operation: string): readonly MemberPath[] {
  const rows = observedKeysOf(sdkId, operation);
  return [...rows.map(({ key, path }) => (key.endsWith("}") ? `${path}[]` : path)), ...TAG_PATHS];
}

export const observedKeysOf = (sdkId: string, operation: string): readonly ObservedKey[] =>
  OBSERVED_KEYS.filter((row) => row.sdkId === sdkId && row.operations.includes(operation));
