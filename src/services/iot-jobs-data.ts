/** AWS IoT Jobs data plane: starting a command is an action of AWS IoT itself. */
import { authorizedAs, defineService } from "./define-service.ts";
import { arnIn, bothOf } from "./rule-resource.ts";

export default defineService({
  sdkId: "IoT Jobs Data Plane",
  operations: {
    ...authorizedAs(
      { StartCommandExecution: "StartCommandExecution" },
      {
        servicePrefix: "iot",
        resource: bothOf(arnIn("commandArn"), arnIn("targetArn")),
        because: "a command is checked as an action of AWS IoT, on the command and on the device",
        see: "https://docs.aws.amazon.com/iot/latest/developerguide/iot-remote-command-execution-start-monitor.html",
        example: {
          input: {
            commandArn: "arn:aws:iot:us-east-1:123456789012:command/open",
            targetArn: "arn:aws:iot:us-east-1:123456789012:thing/door",
          },
          on: "arn:aws:iot:us-east-1:123456789012:command/open + arn:aws:iot:us-east-1:123456789012:thing/door",
        },
      },
    ),
  },
});
