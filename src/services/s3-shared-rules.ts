/** S3: parts that several operations share: what headers ask for, the source of a copy, the list of a deletion. */
import type { AuthorizedAction } from "./define-service.ts";
import { usesKey } from "./kms-key.ts";
import { anyOf, unless, whenMember, whenMemberMatches } from "./rule-condition.ts";
import { either, filled } from "./rule-resource.ts";
import { captured, matching, member } from "./rule-value.ts";

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

const ACCESS_POINT = /^arn:[^:]+:s3:(?<Region>[^:]*):(?<Account>\d*):accesspoint[/:](?<AccessPointName>[^/:]+)$/;
const LISTED_KEY = { ObjectName: member("Delete.Objects[].Key") };

/** Each object of a list of deletions. */
export const LISTED_OBJECT = {
  forEach: "Delete.Objects[]",
  resource: either(
    filled("accesspointobject", matching(member("Bucket"), ACCESS_POINT, { also: LISTED_KEY })),
    filled("object", { BucketName: captured(member("Bucket"), /^(?!arn:)(.+)$/), ...LISTED_KEY }),
  ),
} as const;
