/** S3: ACL, tags, locks and archives of objects; a version's are read and set under actions of their own. */
import { operationRules } from "./define-service.ts";
import { unlessMember, whenMember, whenMemberEquals } from "./rule-condition.ts";

export default operationRules({
  GetObjectAcl: {
    authorizedActions: [
      { action: "s3:GetObjectAcl", when: unlessMember("VersionId") },
      { action: "s3:GetObjectVersionAcl", when: whenMember("VersionId") },
    ],
    because: "a version's ACL has an action of its own",
    see: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAcl.html",
    examples: [
      {
        input: { Bucket: "album", Key: "a", VersionId: "3" },
        permits: ["s3:GetObjectVersionAcl arn:aws:s3:::album/a"],
      },
    ],
  },
  PutObjectAcl: {
    authorizedActions: [
      { action: "s3:PutObjectAcl", when: unlessMember("VersionId") },
      { action: "s3:PutObjectVersionAcl", when: whenMember("VersionId") },
    ],
    because: "a version's ACL has an action of its own",
    see: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectAcl.html",
    examples: [
      { input: { Bucket: "album", Key: "a", ACL: "private" }, permits: ["s3:PutObjectAcl arn:aws:s3:::album/a"] },
      {
        input: { Bucket: "album", Key: "a", VersionId: "3" },
        permits: ["s3:PutObjectVersionAcl arn:aws:s3:::album/a"],
      },
    ],
  },
  GetObjectTagging: {
    authorizedActions: [
      { action: "s3:GetObjectTagging", when: unlessMember("VersionId") },
      { action: "s3:GetObjectVersionTagging", when: whenMember("VersionId") },
    ],
    because: "a version's tags have an action of their own",
    see: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectTagging.html",
    examples: [
      {
        input: { Bucket: "album", Key: "a", VersionId: "3" },
        permits: ["s3:GetObjectVersionTagging arn:aws:s3:::album/a"],
      },
    ],
  },
  PutObjectTagging: {
    authorizedActions: [
      { action: "s3:PutObjectTagging", when: unlessMember("VersionId") },
      { action: "s3:PutObjectVersionTagging", when: whenMember("VersionId") },
    ],
    because: "a version's tags have an action of their own",
    see: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectTagging.html",
    examples: [
      {
        input: { Bucket: "album", Key: "a", VersionId: "3" },
        permits: ["s3:PutObjectVersionTagging arn:aws:s3:::album/a"],
      },
    ],
  },
  DeleteObjectTagging: {
    authorizedActions: [
      { action: "s3:DeleteObjectTagging", when: unlessMember("VersionId") },
      { action: "s3:DeleteObjectVersionTagging", when: whenMember("VersionId") },
    ],
    because: "a version's tags have an action of their own",
    see: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjectTagging.html",
    examples: [
      {
        input: { Bucket: "album", Key: "a", VersionId: "3" },
        permits: ["s3:DeleteObjectVersionTagging arn:aws:s3:::album/a"],
      },
    ],
  },
  PutObjectRetention: {
    authorizedActions: [
      { action: "s3:PutObjectRetention" },
      {
        action: "s3:BypassGovernanceRetention",
        when: whenMemberEquals("BypassGovernanceRetention", true),
        origin: "dependent",
        because: "the request overrides a governance lock",
      },
    ],
    because: "shortening a governance lock needs the permission to bypass it",
    see: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectRetention.html",
    examples: [
      {
        input: { Bucket: "album", Key: "a", BypassGovernanceRetention: true },
        permits: ["s3:PutObjectRetention arn:aws:s3:::album/a", "s3:BypassGovernanceRetention arn:aws:s3:::album/a"],
      },
    ],
  },
  GetObjectTorrent: {
    authorizedActions: [{ action: "s3:GetObject" }],
    because: "a torrent file is authorized like the object it describes",
    see: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectTorrent.html",
    examples: [{ input: { Bucket: "album", Key: "a" }, permits: ["s3:GetObject arn:aws:s3:::album/a"] }],
  },
  UpdateObjectEncryption: {
    authorizedActions: [{ action: "s3:PutObject" }, { action: "s3:UpdateObjectEncryption" }],
    because: "changing an object's encryption writes it anew",
    see: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_UpdateObjectEncryption.html",
    examples: [
      {
        input: { Bucket: "album", Key: "a" },
        permits: ["s3:PutObject arn:aws:s3:::album/a", "s3:UpdateObjectEncryption arn:aws:s3:::album/a"],
      },
    ],
  },
});
