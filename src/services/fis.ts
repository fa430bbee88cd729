/** AWS Fault Injection Service: a template is checked on the fault actions that it puts together, too. */
import { defineService } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { namedIn, newResource } from "./rule-resource.ts";

const ACTIONS = namedIn("action", "Id", "actions[].actionId");
const SEE = "https://docs.aws.amazon.com/fis/latest/userguide/security_iam_id-based-policy-examples.html";
const BECAUSE = "a template may be limited to some of the fault actions";

export default defineService({
  sdkId: "fis",
  operations: {
    CreateExperimentTemplate: {
      authorizedActions: [
        { action: "fis:CreateExperimentTemplate", resource: ACTIONS },
        { action: "fis:CreateExperimentTemplate", resource: newResource("experiment-template") },
      ],
      because: BECAUSE,
      see: SEE,
      examples: [
        {
          input: {
            actions: {
              stop: { actionId: "aws:ec2:stop-instances" },
              reboot: { actionId: "aws:ec2:reboot-instances" },
            },
            tags: { a: "b" },
          },
          permits: [
            "fis:CreateExperimentTemplate arn:aws:fis:us-east-1:123456789012:action/aws:ec2:reboot-instances + arn:aws:fis:us-east-1:123456789012:action/aws:ec2:stop-instances",
            "fis:CreateExperimentTemplate arn:aws:fis:us-east-1:123456789012:experiment-template/*",
            "fis:TagResource arn:aws:fis:us-east-1:123456789012:experiment-template/*",
          ],
        },
      ],
    },
    UpdateExperimentTemplate: {
      authorizedActions: [
        { action: "fis:UpdateExperimentTemplate", resource: namedIn("experiment-template", "Id", "id") },
        { action: "fis:UpdateExperimentTemplate", resource: ACTIONS, when: whenMember("actions") },
      ],
      because: BECAUSE,
      see: SEE,
      examples: [
        {
          input: { id: "EXT1", actions: { stop: { actionId: "aws:ec2:stop-instances" } } },
          permits: [
            "fis:UpdateExperimentTemplate arn:aws:fis:us-east-1:123456789012:action/aws:ec2:stop-instances + arn:aws:fis:us-east-1:123456789012:experiment-template/EXT1",
          ],
        },
        {
          input: { id: "EXT1" },
          permits: ["fis:UpdateExperimentTemplate arn:aws:fis:us-east-1:123456789012:experiment-template/EXT1"],
        },
      ],
    },
  },
});
