/** AWS CodeDeploy: a deployment reads its configuration, and registers the revision that it deploys. */
import { defineService } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { either, filled, typed } from "./rule-resource.ts";
import { member, unknownPart } from "./rule-value.ts";

const HERE = "arn:aws:codedeploy:us-east-1:123456789012";

export default defineService({
  sdkId: "CodeDeploy",
  operations: {
    CreateDeployment: {
      authorizedActions: [
        { action: "codedeploy:CreateDeployment" },
        {
          action: "codedeploy:GetDeploymentConfig",
          resource: either(
            filled("deploymentconfig", { DeploymentConfigurationName: member("deploymentConfigName") }),
            filled("deploymentconfig", {
              DeploymentConfigurationName: unknownPart(
                "*",
                "no-resource-in-input",
                "without a name that of the deployment group is meant",
              ),
            }),
          ),
          origin: "dependent",
          because: "the deployment's configuration is read",
        },
        {
          action: ["codedeploy:GetApplicationRevision", "codedeploy:RegisterApplicationRevision"],
          resource: typed("application"),
          when: whenMember("revision"),
          origin: "dependent",
          because: "the revision is registered with the application",
        },
      ],
      because: "a deployment reads its configuration, and registers its revision",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscodedeploy.html",
      examples: [
        {
          input: { applicationName: "shop", deploymentGroupName: "prod", revision: { revisionType: "S3" } },
          permits: [
            `codedeploy:CreateDeployment ${HERE}:deploymentgroup:shop/prod`,
            `codedeploy:GetDeploymentConfig ${HERE}:deploymentconfig:*`,
            `codedeploy:GetApplicationRevision ${HERE}:application:shop`,
            `codedeploy:RegisterApplicationRevision ${HERE}:application:shop`,
          ],
        },
        {
          input: {
            applicationName: "shop",
            deploymentGroupName: "prod",
            deploymentConfigName: "CodeDeployDefault.OneAtATime",
          },
          permits: [
            `codedeploy:CreateDeployment ${HERE}:deploymentgroup:shop/prod`,
            `codedeploy:GetDeploymentConfig ${HERE}:deploymentconfig:CodeDeployDefault.OneAtATime`,
          ],
        },
      ],
    },
  },
});
