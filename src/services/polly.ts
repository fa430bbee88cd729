/** Amazon Polly: speech that is synthesized in the background is put into S3, and announced, with the caller's permissions. */
import { defineService } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { arnIn, filled } from "./rule-resource.ts";
import { firstOf, joined, member, unknownPart } from "./rule-value.ts";

export default defineService({
  sdkId: "Polly",
  operations: {
    StartSpeechSynthesisTask: {
      authorizedActions: [
        { action: "polly:StartSpeechSynthesisTask" },
        {
          action: "s3:PutObject",
          resource: filled("object", {
            BucketName: member("OutputS3BucketName"),
            ObjectName: joined(
              firstOf(member("OutputS3KeyPrefix"), ""),
              unknownPart("*", "key-chosen-by-aws", "the key ends in the id of the task"),
            ),
          }),
          when: whenMember("OutputS3BucketName"),
          origin: "forward-access",
          because: "the speech is put into the bucket with the caller's permissions",
        },
        {
          action: "sns:Publish",
          resource: arnIn("SnsTopicArn"),
          when: whenMember("SnsTopicArn"),
          origin: "forward-access",
          because: "the end of the task is announced with the caller's permissions",
        },
      ],
      because: "the task writes its result for the caller",
      see: "https://docs.aws.amazon.com/polly/latest/dg/asynchronous.html",
      examples: [
        {
          input: { OutputS3BucketName: "speech", OutputS3KeyPrefix: "news/", VoiceId: "Joanna" },
          permits: ["polly:StartSpeechSynthesisTask *", "s3:PutObject arn:aws:s3:::speech/news/*"],
        },
        {
          input: { OutputS3BucketName: "speech", SnsTopicArn: "arn:aws:sns:us-east-1:123456789012:done" },
          permits: [
            "polly:StartSpeechSynthesisTask *",
            "s3:PutObject arn:aws:s3:::speech/*",
            "sns:Publish arn:aws:sns:us-east-1:123456789012:done",
          ],
        },
      ],
    },
  },
});
