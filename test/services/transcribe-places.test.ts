import { expect, test } from "vitest";
import { createAuthorizer } from "../../src/authorize/authorizer.ts";
import { openApiIndex } from "../../src/data/open-api-index.ts";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import transcribe from "../../src/services/transcribe.ts";
import { exampleCall } from "./example-call.ts";

const authorize = createAuthorizer({
  apis: openApiIndex(),
  authorization: openAuthorizationIndex(),
  rules: () => transcribe,
});

const inS3 = (input: Readonly<Record<string, unknown>>) =>
  authorize(
    exampleCall(
      { input: { TranscriptionJobName: "j", ...input }, permits: [] },
      { sdkId: "Transcribe", operation: "StartTranscriptionJob", signingName: "transcribe" },
    ),
  )
    .filter(({ origin }) => origin === "forward-access")
    .map(({ action, resources }) => `${action} ${resources.join(" ")}`);

test.each([
  [{ OutputBucketName: "texts" }, "s3:PutObject arn:aws:s3:::texts/*"],
  [{ OutputBucketName: "texts", OutputKey: "a/" }, "s3:PutObject arn:aws:s3:::texts/a/*"],
  [{ OutputBucketName: "texts", OutputKey: "b.json" }, "s3:PutObject arn:aws:s3:::texts/*"],
])("writes the text below the folder of %j", (input, permit) => {
  expect(inS3(input)).toEqual([permit]);
});

test("reads speech that is named by an S3 URI, and none that is named otherwise", () => {
  expect(inS3({ Media: { MediaFileUri: "s3://calls/a/b.wav" } })).toEqual(["s3:GetObject arn:aws:s3:::calls/a/b.wav"]);
  expect(inS3({ Media: { MediaFileUri: "https://example.com/b.wav" } })).toEqual([]);
});

test("leaves S3 to the role that the request hands over", () => {
  const JobExecutionSettings = { DataAccessRoleArn: "arn:aws:iam::123456789012:role/calls" };
  expect(inS3({ OutputBucketName: "texts", JobExecutionSettings })).toEqual([]);
});
