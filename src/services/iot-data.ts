/** AWS IoT data plane: a message that stays on its topic needs more than one that passes. */
import { defineService } from "./define-service.ts";
import shadows from "./iot-shadows.ts";
import { whenMemberEquals } from "./rule-condition.ts";

export default defineService({
  sdkId: "IoT Data Plane",
  operations: {
    ...shadows,
    Publish: {
      authorizedActions: [
        { action: "iot:Publish" },
        {
          action: "iot:RetainPublish",
          when: whenMemberEquals("retain", true),
          origin: "dependent",
          because: "the message is retained on the topic",
        },
      ],
      because: "publishing a retained message has an action of its own",
      see: "https://docs.aws.amazon.com/iot/latest/developerguide/iot-policy-actions.html",
      examples: [
        {
          input: { topic: "house/door", retain: true },
          permits: [
            "iot:Publish arn:aws:iot:us-east-1:123456789012:topic/house/door",
            "iot:RetainPublish arn:aws:iot:us-east-1:123456789012:topic/house/door",
          ],
        },
        {
          input: { topic: "house/door", retain: false },
          permits: ["iot:Publish arn:aws:iot:us-east-1:123456789012:topic/house/door"],
        },
      ],
    },
  },
});
