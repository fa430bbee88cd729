/** S3: parts that several operations share: what headers ask for, the source of a copy, the list of a deletion. */
import type { AuthorizedAction, OperationRule, OperationRules } from "./define-service.ts";
import { usesKey } from "./kms-key.ts";
import { anyOf, unless, unlessMember, whenMember, whenMemberMatches } from "./rule-condition.ts";
import { arnFrom, either, filled } from "./rule-resource.ts";
import { captured, type FillRecord, joined, matching, member, type RuleValue, unknownPart } from "./rule-value.ts";

const dependent = (action: string, members: readonly string[], because: string): AuthorizedAction => ({
  action,
  when: anyOf(...members.map(whenMember)),
  origin: "dependent",
  because,
});

const GRANTS = ["ACL", "GrantFullControl", "GrantRead", "GrantReadACP", "GrantWriteACP"];

const ACL_GIVEN = dependent("s3:PutObjectAcl", GRANTS, "the request sets the object's ACL");
const TAGS_GIVEN = dependent("s3:PutObjectTagging", ["Tagging"], "the request sets the object's tags");
const RETENTION_GIVEN = dependent(
  "s3:PutObjectRetention",
  ["ObjectLockMode", "ObjectLockRetainUntilDate"],
  "the request locks the object until a date",
);
const HOLD_GIVEN = dependent(
  "s3:PutObjectLegalHold",
  ["ObjectLockLegalHoldStatus"],
  "the request places a legal hold on the object",
);

export const ON_NEW_OBJECTS: readonly AuthorizedAction[] = [ACL_GIVEN, TAGS_GIVEN, RETENTION_GIVEN, HOLD_GIVEN];

/** The same without tags, which copies treat on their own. */
export const ON_COPIED_OBJECTS: readonly AuthorizedAction[] = [ACL_GIVEN, RETENTION_GIVEN, HOLD_GIVEN];

export const WRITES_IF_MATCH: AuthorizedAction = dependent(
  "s3:GetObject",
  ["IfMatch"],
  "a write on condition of the object's ETag reads it",
);

export const ENCRYPTS_UNDER_KEY: readonly AuthorizedAction[] = usesKey({
  path: "SSEKMSKeyId",
  actions: ["GenerateDataKey"],
  via: "s3",
});

export const ENCRYPTS_PARTS_UNDER_KEY: readonly AuthorizedAction[] = usesKey({
  path: "SSEKMSKeyId",
  actions: ["GenerateDataKey", "Decrypt"],
  via: "s3",
});

/** A bucket's own name: no ARN, and no alias of an access point in its place. */
export const BUCKET_NAME = /^(?!arn:)(?!.*(?:-s3alias|\.mrap)$)(.+)$/;

const ALIAS = /^(?!arn:)(.+)-[a-z0-9]+-s3alias$/;
const BEHIND_ALIAS = unknownPart("*", "name-behind-alias", "an alias holds the first part of the access point's name");

/** An access point in the bucket's place that is named by alias, of one region or of several. */
export const ACCESS_POINT_ALIASES: readonly FillRecord[] = [
  { AccessPointName: joined(captured(member("Bucket"), ALIAS), BEHIND_ALIAS) },
  { Region: "", AccessPointName: captured(member("Bucket"), /^(?!arn:)([^/]+\.mrap)$/) },
];

/** The same for an object behind it. */
export const ACCESS_POINT_OBJECTS = (key: RuleValue): readonly FillRecord[] =>
  ACCESS_POINT_ALIASES.map((fill) => ({ ...fill, ObjectName: key }));

const VERSIONED_SOURCE = whenMemberMatches("CopySource", /\?versionId=/);

const COPY_SOURCE = either(
  filled(
    "accesspointobject",
    matching(
      member("CopySource"),
      /^\/?arn(?::|%3A)[^:%]+(?::|%3A)s3(?::|%3A)(?<Region>[^:%]*)(?::|%3A)(?<Account>\d+)(?::|%3A)accesspoint(?:\/|%2F)(?<AccessPointName>[^/%]+)(?:\/|%2F)object(?:\/|%2F)(?<ObjectName>[^?]+)/i,
      { percentEncoded: true },
    ),
  ),
  filled(
    "object",
    matching(member("CopySource"), /^(?:\/|%2F)?(?<BucketName>[^/?%]+)(?:\/|%2F)(?<ObjectName>[^?]+)/i, {
      percentEncoded: true,
    }),
  ),
);

/** Reading the object that `CopySource` names: `bucket/key`, `/bucket/key` or an access point's ARN, percent-encoded. */
export const READS_SOURCE: readonly AuthorizedAction[] = [
  {
    action: "s3:GetObject",
    resource: COPY_SOURCE,
    when: unless(VERSIONED_SOURCE),
    because: "a copy reads its source",
  },
  {
    action: "s3:GetObjectVersion",
    resource: COPY_SOURCE,
    when: VERSIONED_SOURCE,
    because: "a copy reads the version of its source that it names",
  },
];

const BUCKET = member("Bucket");
const LISTED_KEY = member("Delete.Objects[].Key");

/** Each object of a list of deletions; behind an Object Lambda access point that is authorized as a whole. */
export const LISTED_OBJECT = {
  forEach: "Delete.Objects[]",
  resource: either(
    arnFrom(captured(BUCKET, /^(arn:[^:]+:s3-object-lambda:.+)$/)),
    arnFrom(
      joined(
        captured(BUCKET, /^(arn:[^:]+:s3(?:-outposts)?:[^:]*:\d*:(?:.+\/)?accesspoint\/[^/]+)$/),
        "/object/",
        LISTED_KEY,
      ),
    ),
    filled("accesspointobject", ...ACCESS_POINT_OBJECTS(LISTED_KEY)),
    filled("object", { BucketName: captured(BUCKET, BUCKET_NAME), ObjectName: LISTED_KEY }),
  ),
} as const;

/** Operations on an object or, with `VersionId`, on a version of it under an action of its own: operation -> action for versions. */
export function byVersion(actions: { readonly [operation: string]: string }, because: string): OperationRules {
  return Object.fromEntries(
    Object.entries(actions).map(([operation, versioned]): [string, OperationRule] => [
      operation,
      {
        authorizedActions: [
          { action: `s3:${operation}`, when: unlessMember("VersionId") },
          { action: `s3:${versioned}`, when: whenMember("VersionId") },
        ],
        because,
        see: `https://docs.aws.amazon.com/AmazonS3/latest/API/API_${operation}.html`,
        examples: [
          { input: { Bucket: "album", Key: "a" }, permits: [`s3:${operation} arn:aws:s3:::album/a`] },
          { input: { Bucket: "album", Key: "a", VersionId: "3" }, permits: [`s3:${versioned} arn:aws:s3:::album/a`] },
        ],
      },
    ]),
  );
}
