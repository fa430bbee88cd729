/** Amazon Transcribe: jobs read and write S3 for the caller. */
import { defineService } from "./define-service.ts";
import { readsSpeech, writesText } from "./transcribe-places.ts";
import vocabularies from "./transcribe-vocabularies.ts";

export default defineService({
  sdkId: "Transcribe",
  operations: {
    ...vocabularies,
    StartTranscriptionJob: {
      authorizedActions: [
        { action: "transcribe:StartTranscriptionJob" },
        readsSpeech("JobExecutionSettings.DataAccessRoleArn"),
        writesText("JobExecutionSettings.DataAccessRoleArn"),
      ],
      because: "a job without a role works with the caller's permissions",
      see: "https://docs.aws.amazon.com/transcribe/latest/dg/security_iam_id-based-policy-examples.html",
      examples: [
        {
          input: {
            TranscriptionJobName: "j",
            Media: { MediaFileUri: "s3://calls/a.wav" },
            OutputBucketName: "texts",
            OutputKey: "calls/j.json",
          },
          permits: [
            "transcribe:StartTranscriptionJob *",
            "s3:GetObject arn:aws:s3:::calls/a.wav",
            "s3:PutObject arn:aws:s3:::texts/calls/*",
          ],
        },
        {
          input: {
            TranscriptionJobName: "j",
            Media: { MediaFileUri: "s3://calls/a.wav" },
            JobExecutionSettings: { DataAccessRoleArn: "arn:aws:iam::123456789012:role/calls" },
          },
          permits: [
            "transcribe:StartTranscriptionJob *",
            "iam:PassRole arn:aws:iam::123456789012:role/calls if iam:PassedToService = transcribe.amazonaws.com",
          ],
        },
      ],
    },
  },
});
