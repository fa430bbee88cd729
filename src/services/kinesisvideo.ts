/** Amazon Kinesis Video Streams: tags of a new stream have an action of their own. */
import { defineService } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";

export default defineService({
  sdkId: "Kinesis Video",
  operations: {
    CreateStream: {
      authorizedActions: [
        { action: "kinesisvideo:CreateStream" },
        {
          action: "kinesisvideo:TagStream",
          when: whenMember("Tags"),
          origin: "dependent",
          because: "the new stream is tagged",
        },
      ],
      because: "tags of a new stream need the action that tags streams",
      see: "https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/API_CreateStream.html",
      examples: [
        {
          input: { StreamName: "door", Tags: { team: "web" } },
          permits: [
            "kinesisvideo:CreateStream arn:aws:kinesisvideo:us-east-1:123456789012:stream/door/*",
            "kinesisvideo:TagStream arn:aws:kinesisvideo:us-east-1:123456789012:stream/door/*",
          ],
        },
        {
          input: { StreamName: "door" },
          permits: ["kinesisvideo:CreateStream arn:aws:kinesisvideo:us-east-1:123456789012:stream/door/*"],
        },
      ],
    },
  },
});
