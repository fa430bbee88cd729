/** S3: copies read their source and write their destination. */
import { operationRules } from "./define-service.ts";
import { allOf, whenMember, whenMemberEquals } from "./rule-condition.ts";
import { ENCRYPTS_UNDER_KEY, ON_COPIED_OBJECTS, READS_SOURCE } from "./s3-shared-rules.ts";

export default operationRules({
  CopyObject: {
    authorizedActions: [
      { action: "s3:PutObject" },
      ...READS_SOURCE,
      ...ON_COPIED_OBJECTS,
      {
        action: "s3:PutObjectTagging",
        when: allOf(whenMember("Tagging"), whenMemberEquals("TaggingDirective", "REPLACE")),
        origin: "dependent",
        because: "the copy gets tags of its own",
      },
      ...ENCRYPTS_UNDER_KEY,
    ],
    because: "a copy is a read of the source and a write of the destination; there is no action of its own",
    see: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html",
    examples: [
      {
        input: { Bucket: "album", Key: "b.jpg", CopySource: "/camera/2026/a%20b.jpg" },
        permits: ["s3:PutObject arn:aws:s3:::album/b.jpg", "s3:GetObject arn:aws:s3:::camera/2026/a b.jpg"],
      },
      {
        input: {
          Bucket: "album",
          Key: "b",
          CopySource: "camera%2Fa%3Fb?versionId=3",
          TaggingDirective: "REPLACE",
          Tagging: "a=b",
        },
        permits: [
          "s3:PutObject arn:aws:s3:::album/b",
          "s3:GetObjectVersion arn:aws:s3:::camera/a${?}b",
          "s3:PutObjectTagging arn:aws:s3:::album/b",
        ],
      },
      {
        input: {
          Bucket: "album",
          Key: "b",
          CopySource: "arn:aws:s3:eu-west-1:111122223333:accesspoint/family/object/a/b.jpg",
        },
        permits: [
          "s3:PutObject arn:aws:s3:::album/b",
          "s3:GetObject arn:aws:s3:eu-west-1:111122223333:accesspoint/family/object/a/b.jpg",
        ],
      },
    ],
  },
  UploadPartCopy: {
    authorizedActions: [{ action: "s3:PutObject" }, ...READS_SOURCE],
    because: "a part copied from an object reads that object and writes this one",
    see: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPartCopy.html",
    examples: [
      {
        input: { Bucket: "album", Key: "b.mov", CopySource: "camera/a.mov", UploadId: "u" },
        permits: ["s3:PutObject arn:aws:s3:::album/b.mov", "s3:GetObject arn:aws:s3:::camera/a.mov"],
      },
    ],
  },
});
