/** AWS IoT Greengrass, second version: deployments have no group, and the action's group is the first version's. */
import { authorizedAs, defineService } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { everyResource, filled, newResource } from "./rule-resource.ts";
import { unknownPart } from "./rule-value.ts";

export default defineService({
  sdkId: "GreengrassV2",
  operations: {
    CreateDeployment: {
      authorizedActions: [
        { action: "greengrass:CreateDeployment", resource: everyResource },
        {
          action: "greengrass:TagResource",
          resource: filled("deployment", {
            DeploymentId: unknownPart("*", "id-assigned-by-aws", "the id of the new deployment"),
          }),
          when: whenMember("tags"),
          origin: "dependent",
          because: "the new deployment is tagged",
        },
      ],
      because: "a deployment of the second version is for a thing or a thing group, not for a group of the first",
      see: "https://docs.aws.amazon.com/greengrass/v2/APIReference/API_CreateDeployment.html",
      examples: [
        {
          input: { targetArn: "arn:aws:iot:us-east-1:123456789012:thing/door", tags: { team: "web" } },
          permits: [
            "greengrass:CreateDeployment *",
            "greengrass:TagResource arn:aws:greengrass:us-east-1:123456789012:deployments:*",
          ],
        },
        {
          input: { targetArn: "arn:aws:iot:us-east-1:123456789012:thing/door" },
          permits: ["greengrass:CreateDeployment *"],
        },
      ],
    },
    ...authorizedAs(
      { ListDeployments: "ListDeployments" },
      {
        servicePrefix: "greengrass",
        resource: everyResource,
        because: "deployments of the second version belong to no group",
        see: "https://docs.aws.amazon.com/greengrass/v2/APIReference/API_ListDeployments.html",
        example: { input: {}, on: "*" },
      },
    ),
  },
  makes: { CreateComponentVersion: newResource("componentVersion") },
});
