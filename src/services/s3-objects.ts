/** S3: writing and reading objects, whole or in parts. */
import { authorizedAs, operationRules } from "./define-service.ts";
import { unlessMember, whenMember } from "./rule-condition.ts";
import { ENCRYPTS_PARTS_UNDER_KEY, ENCRYPTS_UNDER_KEY, ON_NEW_OBJECTS, WRITES_IF_MATCH } from "./s3-shared-rules.ts";

export default operationRules({
  PutObject: {
    authorizedActions: [{ action: "s3:PutObject" }, ...ON_NEW_OBJECTS, WRITES_IF_MATCH, ...ENCRYPTS_UNDER_KEY],
    because: "headers that set an ACL, tags, locks or a key ask for further actions, and only they",
    see: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html",
    examples: [
      { input: { Bucket: "album", Key: "a.jpg" }, permits: ["s3:PutObject arn:aws:s3:::album/a.jpg"] },
      {
        input: { Bucket: "album", Key: "a.jpg", ACL: "private", Tagging: "a=b", IfNoneMatch: "*" },
        permits: [
          "s3:PutObject arn:aws:s3:::album/a.jpg",
          "s3:PutObjectAcl arn:aws:s3:::album/a.jpg",
          "s3:PutObjectTagging arn:aws:s3:::album/a.jpg",
        ],
      },
      {
        input: { Bucket: "album", Key: "a", ObjectLockMode: "GOVERNANCE", ObjectLockLegalHoldStatus: "ON" },
        permits: [
          "s3:PutObject arn:aws:s3:::album/a",
          "s3:PutObjectRetention arn:aws:s3:::album/a",
          "s3:PutObjectLegalHold arn:aws:s3:::album/a",
        ],
      },
      {
        input: { Bucket: "album", Key: "a", IfMatch: '"0123"' },
        permits: ["s3:PutObject arn:aws:s3:::album/a", "s3:GetObject arn:aws:s3:::album/a"],
      },
      {
        input: {
          Bucket: "album",
          Key: "a",
          ServerSideEncryption: "aws:kms",
          SSEKMSKeyId: "arn:aws:kms:us-east-1:111122223333:key/1234abcd",
        },
        permits: [
          "s3:PutObject arn:aws:s3:::album/a",
          "kms:GenerateDataKey arn:aws:kms:us-east-1:111122223333:key/1234abcd if kms:ViaService = s3.us-east-1.amazonaws.com",
        ],
      },
      {
        input: { Bucket: "album", Key: "a", ServerSideEncryption: "aws:kms", SSEKMSKeyId: "alias/album" },
        permits: [
          "s3:PutObject arn:aws:s3:::album/a",
          "kms:GenerateDataKey arn:aws:kms:us-east-1:123456789012:key/* if kms:ResourceAliases = alias/album if kms:ViaService = s3.us-east-1.amazonaws.com",
        ],
      },
    ],
  },
  CreateMultipartUpload: {
    authorizedActions: [{ action: "s3:PutObject" }, ...ON_NEW_OBJECTS, ...ENCRYPTS_PARTS_UNDER_KEY],
    because: "an upload in parts is authorized as s3:PutObject; its parts are decrypted to be joined",
    see: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html#mpuAndPermissions",
    examples: [
      {
        input: { Bucket: "album", Key: "a.mov", Tagging: "a=b" },
        permits: ["s3:PutObject arn:aws:s3:::album/a.mov", "s3:PutObjectTagging arn:aws:s3:::album/a.mov"],
      },
      {
        input: { Bucket: "album", Key: "a", SSEKMSKeyId: "1234abcd-12ab-34cd-56ef-1234567890ab" },
        permits: [
          "s3:PutObject arn:aws:s3:::album/a",
          "kms:GenerateDataKey arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab if kms:ViaService = s3.us-east-1.amazonaws.com",
          "kms:Decrypt arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab if kms:ViaService = s3.us-east-1.amazonaws.com",
        ],
      },
    ],
  },
  CompleteMultipartUpload: {
    authorizedActions: [{ action: "s3:PutObject" }, WRITES_IF_MATCH],
    because: "joining the parts is authorized as s3:PutObject",
    see: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html#mpuAndPermissions",
    examples: [
      { input: { Bucket: "album", Key: "a.mov", UploadId: "u" }, permits: ["s3:PutObject arn:aws:s3:::album/a.mov"] },
      {
        input: { Bucket: "album", Key: "a.mov", UploadId: "u", IfMatch: '"0123"' },
        permits: ["s3:PutObject arn:aws:s3:::album/a.mov", "s3:GetObject arn:aws:s3:::album/a.mov"],
      },
    ],
  },
  GetObject: {
    authorizedActions: [
      { action: "s3:GetObject", when: unlessMember("VersionId") },
      { action: "s3:GetObjectVersion", when: whenMember("VersionId") },
    ],
    because: "a version is read with s3:GetObjectVersion instead of s3:GetObject",
    see: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html",
    examples: [
      { input: { Bucket: "album", Key: "a.jpg" }, permits: ["s3:GetObject arn:aws:s3:::album/a.jpg"] },
      {
        input: { Bucket: "album", Key: "a.jpg", VersionId: "3" },
        permits: ["s3:GetObjectVersion arn:aws:s3:::album/a.jpg"],
      },
    ],
  },
  HeadObject: {
    authorizedActions: [
      { action: "s3:GetObject", when: unlessMember("VersionId") },
      { action: "s3:GetObjectVersion", when: whenMember("VersionId") },
    ],
    because: "a HEAD request is authorized like GET",
    see: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html",
    examples: [
      { input: { Bucket: "album", Key: "a.jpg" }, permits: ["s3:GetObject arn:aws:s3:::album/a.jpg"] },
      {
        input: { Bucket: "album", Key: "a.jpg", VersionId: "3" },
        permits: ["s3:GetObjectVersion arn:aws:s3:::album/a.jpg"],
      },
    ],
  },
  GetObjectAttributes: {
    authorizedActions: [
      { action: "s3:GetObject", when: unlessMember("VersionId") },
      { action: "s3:GetObjectAttributes", when: unlessMember("VersionId") },
      { action: "s3:GetObjectVersion", when: whenMember("VersionId") },
      { action: "s3:GetObjectVersionAttributes", when: whenMember("VersionId") },
    ],
    because: "attributes are read with the object's own read action and one for attributes",
    see: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAttributes.html",
    examples: [
      {
        input: { Bucket: "album", Key: "a.jpg" },
        permits: ["s3:GetObject arn:aws:s3:::album/a.jpg", "s3:GetObjectAttributes arn:aws:s3:::album/a.jpg"],
      },
      {
        input: { Bucket: "album", Key: "a.jpg", VersionId: "3" },
        permits: [
          "s3:GetObjectVersion arn:aws:s3:::album/a.jpg",
          "s3:GetObjectVersionAttributes arn:aws:s3:::album/a.jpg",
        ],
      },
    ],
  },
  ...authorizedAs(
    { UploadPart: "PutObject", SelectObjectContent: "GetObject", ListParts: "ListMultipartUploadParts" },
    {
      servicePrefix: "s3",
      because: "the operation is authorized under the action of the object it works on",
      see: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html",
      example: { input: { Bucket: "album", Key: "a.csv" }, on: "arn:aws:s3:::album/a.csv" },
    },
  ),
});
