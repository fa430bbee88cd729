/** S3: deletions are authorized for each key, versions under an action of their own. */
import { operationRules } from "./define-service.ts";
import { unlessMember, whenMember, whenMemberEquals, whenMemberMatches } from "./rule-condition.ts";
import { LISTED_OBJECT } from "./s3-shared-rules.ts";

export default operationRules({
  DeleteObject: {
    authorizedActions: [
      { action: "s3:DeleteObject", when: unlessMember("VersionId") },
      { action: "s3:DeleteObjectVersion", when: whenMember("VersionId") },
      {
        action: "s3:BypassGovernanceRetention",
        when: whenMemberEquals("BypassGovernanceRetention", true),
        origin: "dependent",
        because: "the request overrides a governance lock",
      },
      {
        action: "s3:GetObject",
        when: whenMemberMatches("IfMatch", /^(?!\*$)/),
        origin: "dependent",
        because: "a deletion on condition of the object's ETag reads it",
      },
    ],
    because: "a version is deleted with s3:DeleteObjectVersion instead of s3:DeleteObject",
    see: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html",
    examples: [
      { input: { Bucket: "album", Key: "a.jpg" }, permits: ["s3:DeleteObject arn:aws:s3:::album/a.jpg"] },
      {
        input: { Bucket: "album", Key: "a.jpg", VersionId: "3", BypassGovernanceRetention: true },
        permits: [
          "s3:DeleteObjectVersion arn:aws:s3:::album/a.jpg",
          "s3:BypassGovernanceRetention arn:aws:s3:::album/a.jpg",
        ],
      },
      {
        input: { Bucket: "album", Key: "a.jpg", IfMatch: '"0123"' },
        permits: ["s3:DeleteObject arn:aws:s3:::album/a.jpg", "s3:GetObject arn:aws:s3:::album/a.jpg"],
      },
    ],
  },
  DeleteObjects: {
    authorizedActions: [
      { ...LISTED_OBJECT, action: "s3:DeleteObject", when: unlessMember("Delete.Objects[].VersionId") },
      { ...LISTED_OBJECT, action: "s3:DeleteObjectVersion", when: whenMember("Delete.Objects[].VersionId") },
      {
        ...LISTED_OBJECT,
        action: "s3:BypassGovernanceRetention",
        when: whenMemberEquals("BypassGovernanceRetention", true),
        origin: "dependent",
        because: "the request overrides a governance lock",
      },
      {
        ...LISTED_OBJECT,
        action: "s3:GetObject",
        when: whenMemberMatches("Delete.Objects[].ETag", /^(?!\*$)/),
        origin: "dependent",
        because: "a deletion on condition of the object's ETag reads it",
      },
    ],
    because: "every key in the list is authorized on its own; there is no action for the list",
    see: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html",
    examples: [
      {
        input: {
          Bucket: "album",
          BypassGovernanceRetention: false,
          Delete: { Objects: [{ Key: "a.jpg" }, { Key: "b.jpg", VersionId: "3" }] },
        },
        permits: ["s3:DeleteObject arn:aws:s3:::album/a.jpg", "s3:DeleteObjectVersion arn:aws:s3:::album/b.jpg"],
      },
      {
        input: { Bucket: "album", Delete: { Objects: [{ Key: "a.jpg", ETag: '"0123"' }, { Key: "b.jpg" }] } },
        permits: [
          "s3:DeleteObject arn:aws:s3:::album/a.jpg + arn:aws:s3:::album/b.jpg",
          "s3:GetObject arn:aws:s3:::album/a.jpg",
        ],
      },
      {
        input: {
          Bucket: "arn:aws:s3:us-east-1:111122223333:accesspoint/family",
          Delete: { Objects: [{ Key: "a.jpg" }] },
        },
        permits: ["s3:DeleteObject arn:aws:s3:us-east-1:111122223333:accesspoint/family/object/a.jpg"],
      },
    ],
  },
});
