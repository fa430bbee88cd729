/** Amazon Chime SDK media pipelines: the tasks that listen in run on a media pipeline. */
import { authorizedAs, defineService } from "./define-service.ts";
import { filled, newResource } from "./rule-resource.ts";
import { captured, member } from "./rule-value.ts";

export default defineService({
  sdkId: "Chime SDK Media Pipelines",
  makes: {
    CreateMediaCapturePipeline: newResource("media-pipeline"),
    CreateMediaConcatenationPipeline: newResource("media-pipeline"),
    CreateMediaLiveConnectorPipeline: newResource("media-pipeline"),
  },
  operations: authorizedAs(
    {
      GetSpeakerSearchTask: "GetSpeakerSearchTask",
      GetVoiceToneAnalysisTask: "GetVoiceToneAnalysisTask",
      StartSpeakerSearchTask: "StartSpeakerSearchTask",
      StartVoiceToneAnalysisTask: "StartVoiceToneAnalysisTask",
      StopSpeakerSearchTask: "StopSpeakerSearchTask",
      StopVoiceToneAnalysisTask: "StopVoiceToneAnalysisTask",
    },
    {
      servicePrefix: "chime",
      resource: filled("media-pipeline", {
        MediaPipelineId: captured(member("Identifier"), /^(?:arn:.+:media-pipeline\/)?([^:/]+)$/),
      }),
      because: "the identifier is the id or the ARN of a media insights pipeline",
      see: "https://docs.aws.amazon.com/chime-sdk/latest/APIReference/API_media-pipelines-chime_StartSpeakerSearchTask.html",
      example: {
        input: { Identifier: "p1" },
        on: "arn:aws:chime:us-east-1:123456789012:media-pipeline/p1",
      },
    },
  ),
});
