/** S3: ACL, tags, locks and archives of objects; a version's are read and set under actions of their own. */
import { operationRules } from "./define-service.ts";
import { usesKey } from "./kms-key.ts";
import { whenMemberEquals } from "./rule-condition.ts";
import { byVersion } from "./s3-shared-rules.ts";

export default operationRules({
  ...byVersion(
    { GetObjectAcl: "GetObjectVersionAcl", PutObjectAcl: "PutObjectVersionAcl" },
    "a version's ACL has actions of its own",
  ),
  ...byVersion(
    {
      GetObjectTagging: "GetObjectVersionTagging",
      PutObjectTagging: "PutObjectVersionTagging",
      DeleteObjectTagging: "DeleteObjectVersionTagging",
    },
    "a version's tags have actions of their own",
  ),
  ...byVersion(
    {
      GetObjectAnnotation: "GetObjectVersionAnnotation",
      PutObjectAnnotation: "PutObjectVersionAnnotation",
      DeleteObjectAnnotation: "DeleteObjectVersionAnnotation",
      ListObjectAnnotations: "ListObjectVersionAnnotations",
    },
    "a version's annotations have actions of their own",
  ),
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
    authorizedActions: [
      { action: "s3:PutObject" },
      { action: "s3:UpdateObjectEncryption" },
      ...usesKey({
        path: "ObjectEncryption.SSEKMS.KMSKeyArn",
        actions: ["Decrypt", "Encrypt", "GenerateDataKey", "ReEncryptFrom", "ReEncryptTo"],
        via: "s3",
      }),
    ],
    because: "changing an object's encryption writes it anew",
    see: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_UpdateObjectEncryption.html",
    examples: [
      {
        input: { Bucket: "album", Key: "a" },
        permits: ["s3:PutObject arn:aws:s3:::album/a", "s3:UpdateObjectEncryption arn:aws:s3:::album/a"],
      },
      {
        input: {
          Bucket: "album",
          Key: "a",
          ObjectEncryption: { SSEKMS: { KMSKeyArn: "arn:aws:kms:us-east-1:123456789012:key/1234abcd" } },
        },
        permits: [
          "s3:PutObject arn:aws:s3:::album/a",
          "s3:UpdateObjectEncryption arn:aws:s3:::album/a",
          ...["Decrypt", "Encrypt", "GenerateDataKey", "ReEncryptFrom", "ReEncryptTo"].map(
            (name) =>
              `kms:${name} arn:aws:kms:us-east-1:123456789012:key/1234abcd if kms:ViaService = s3.us-east-1.amazonaws.com`,
          ),
        ],
      },
    ],
  },
});
