/** Objects in S3 that a request to another API names by bucket and key: AWS reads them with the caller's permissions. */
import type { AuthorizedAction } from "./define-service.ts";
import { allOf, unlessMember, whenMember } from "./rule-condition.ts";
import { filled } from "./rule-resource.ts";
import { type MemberPath, member } from "./rule-value.ts";

/** Where a request names an object. */
export interface ObjectPlace {
  readonly bucket: MemberPath;
  readonly key: MemberPath;
  readonly version: MemberPath;
}

/** Reading the object that is named there, in the version that is named. */
export function readsObjectAt({ bucket, key, version }: ObjectPlace): readonly AuthorizedAction[] {
  const common = {
    resource: filled("object", { BucketName: member(bucket), ObjectName: member(key) }),
    origin: "forward-access",
    because: "the object that the request names is read with the caller's permissions",
  } as const;
  const isNamed = whenMember(key);
  return [
    { ...common, action: "s3:GetObject", when: allOf(isNamed, unlessMember(version)) },
    { ...common, action: "s3:GetObjectVersion", when: allOf(isNamed, whenMember(version)) },
  ];
}

/** The same for the structure at `path` (`Bucket`, `Name`, `Version`). */
export const readsObject = (path: MemberPath): readonly AuthorizedAction[] =>
  readsObjectAt({ bucket: `${path}.Bucket`, key: `${path}.Name`, version: `${path}.Version` });
