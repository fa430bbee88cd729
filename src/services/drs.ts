/** AWS Elastic Disaster Recovery: launch actions belong to a source server or to a template for launches. */
import { defineService } from "./define-service.ts";
import { captured, member } from "./rule-value.ts";

const SEE = "https://docs.aws.amazon.com/drs/latest/APIReference/API_PutLaunchAction.html";
const HERE = "arn:aws:drs:us-east-1:123456789012";

export default defineService({
  sdkId: "drs",
  resources: {
    SourceServerResource: {
      filledBy: [
        { SourceServerID: member("sourceServerID") },
        { SourceServerID: member("sourceServerIDs[]") },
        { SourceServerID: member("sourceServers[].sourceServerID") },
        { SourceServerID: captured(member("resourceId"), /^(s-.+)$/) },
      ],
      because: "the id of a server begins with `s-`",
      see: SEE,
      examples: [
        {
          operation: "DeleteLaunchAction",
          input: { resourceId: "s-0123", actionId: "a" },
          permits: [`drs:DeleteLaunchAction ${HERE}:source-server/s-0123`],
        },
      ],
    },
    LaunchConfigurationTemplateResource: {
      filledBy: [
        { LaunchConfigurationTemplateID: member("launchConfigurationTemplateID") },
        { LaunchConfigurationTemplateID: captured(member("resourceId"), /^(lct-.+)$/) },
      ],
      because: "the id of a template for launches begins with `lct-`",
      see: SEE,
      examples: [
        {
          operation: "ListLaunchActions",
          input: { resourceId: "lct-0123" },
          permits: [`drs:ListLaunchActions ${HERE}:launch-configuration-template/lct-0123`],
        },
      ],
    },
  },
});
