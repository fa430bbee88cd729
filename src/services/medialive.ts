/** AWS Elemental MediaLive: a channel is created on the inputs that are attached to it. */
import { defineService } from "./define-service.ts";
import { bothOf, filled, newResource } from "./rule-resource.ts";
import { member } from "./rule-value.ts";

export default defineService({
  sdkId: "MediaLive",
  operations: {
    CreateChannel: {
      authorizedActions: [
        {
          action: "medialive:CreateChannel",
          resource: bothOf(newResource("channel"), filled("input", { InputId: member("InputAttachments[].InputId") })),
        },
      ],
      because: "a new channel is authorized on the inputs that it takes",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselementalmedialive.html",
      examples: [
        {
          input: { Name: "c", InputAttachments: [{ InputId: "1" }, { InputId: "2" }] },
          permits: [
            "medialive:CreateChannel arn:aws:medialive:us-east-1:123456789012:channel:*",
            "medialive:CreateChannel arn:aws:medialive:us-east-1:123456789012:input:1 + arn:aws:medialive:us-east-1:123456789012:input:2",
          ],
        },
      ],
    },
  },
});
