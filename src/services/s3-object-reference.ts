/** Objects in S3 that a request to another API names by bucket and key: AWS reads them with the caller's permissions. */
import type { AuthorizedAction } from "./define-service.ts";
import { allOf, unlessMember, whenMember } from "./rule-condition.ts";
import { filled } from "./rule-resource.ts";
import { type MemberPath, member } from "./rule-value.ts";

/** Reading the object of the structure at `path` (`Bucket`, `Name`, `Version`), in the version that it names. */
export function readsObject(path: MemberPath): readonly AuthorizedAction[] {
  const common = {
    resource: filled("object", { BucketName: member(`${path}.Bucket`), ObjectName: member(`${path}.Name`) }),
    origin: "forward-access",
    because: "the object that the request names is read with the caller's permissions",
  } as const;
  const isNamed = whenMember(`${path}.Name`);
  return [
    { ...common, action: "s3:GetObject", when: allOf(isNamed, unlessMember(`${path}.Version`)) },
    { ...common, action: "s3:GetObjectVersion", when: allOf(isNamed, whenMember(`${path}.Version`)) },
  ];
}
