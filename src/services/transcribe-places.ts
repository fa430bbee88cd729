/** Where Amazon Transcribe reads speech and puts text: with the caller's permissions, unless the request hands it a role. */
import type { AuthorizedAction } from "./define-service.ts";
import { allOf, unlessMember, whenMember, whenMemberMatches } from "./rule-condition.ts";
import { filled } from "./rule-resource.ts";
import { captured, firstOf, joined, type MemberPath, member, unknownPart } from "./rule-value.ts";
import { objectAt } from "./s3-uri.ts";

/** `role`: the member with the role that is used instead of the caller's permissions. */
export const readsSpeech = (role: MemberPath): AuthorizedAction => ({
  action: "s3:GetObject",
  resource: objectAt(member("Media.MediaFileUri")),
  when: allOf(unlessMember(role), whenMemberMatches("Media.MediaFileUri", /^s3:\/\/[^/]+\/./)),
  origin: "forward-access",
  because: "the speech is read with the caller's permissions",
});

/** The text, and a file that Transcribe tries out whether it may write there. */
export const writesText = (role: MemberPath): AuthorizedAction => ({
  action: "s3:PutObject",
  resource: filled("object", {
    BucketName: member("OutputBucketName"),
    ObjectName: joined(
      firstOf(captured(member("OutputKey"), /^(.*\/)/), ""),
      unknownPart("*", "key-chosen-by-aws", "a file that tries the access stands beside the text"),
    ),
  }),
  when: allOf(unlessMember(role), whenMember("OutputBucketName")),
  origin: "forward-access",
  because: "the text is put into the bucket with the caller's permissions",
});
