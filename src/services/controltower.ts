/** AWS Control Tower: what is enabled gets an id of its own, whatever control it enables. */
import { defineService } from "./define-service.ts";
import { newResource } from "./rule-resource.ts";

export default defineService({
  sdkId: "ControlTower",
  operations: {
    EnableControl: {
      authorizedActions: [{ action: "controltower:EnableControl", resource: newResource("EnabledControl") }],
      because: "a control that is enabled on a target gets an id of its own",
      see: "https://docs.aws.amazon.com/controltower/latest/APIReference/API_EnableControl.html",
      examples: [
        {
          input: {
            controlIdentifier: "arn:aws:controltower:us-east-1::control/AWS-GR_LOG_GROUP_POLICY",
            targetIdentifier: "arn:aws:organizations::123456789012:ou/o-a1b2/ou-c3d4",
          },
          permits: ["controltower:EnableControl arn:aws:controltower:us-east-1:123456789012:enabledcontrol/*"],
        },
      ],
    },
  },
});
