/** EC2 Image Builder: names and versions make ARNs, recipes read what they are made of, builds get an instance profile. */
import { defineService } from "./define-service.ts";
import builds from "./imagebuilder-builds.ts";
import distributions from "./imagebuilder-distributions.ts";
import { NAMED_TYPES } from "./imagebuilder-names.ts";
import { passesProfileIn } from "./instance-profile.ts";
import { whenMember, whenMemberMatches } from "./rule-condition.ts";
import { arnIn, filled } from "./rule-resource.ts";
import { lowerCase, member, unknownPart } from "./rule-value.ts";

export default defineService({
  sdkId: "imagebuilder",
  resources: NAMED_TYPES,
  operations: {
    ...builds,
    ...distributions,
    CreateImageRecipe: {
      authorizedActions: [
        {
          action: "imagebuilder:CreateImageRecipe",
          resource: filled("imageRecipe", {
            ImageRecipeName: lowerCase(member("name")),
            ImageRecipeVersion: member("semanticVersion"),
          }),
        },
        {
          action: "imagebuilder:GetComponent",
          origin: "dependent",
          when: whenMember("components[].componentArn"),
          resource: arnIn("components[].componentArn"),
          because: "the components that the recipe names are read",
        },
        {
          action: "imagebuilder:GetImage",
          origin: "dependent",
          when: whenMemberMatches("parentImage", /^arn:[^:]+:imagebuilder:/),
          resource: arnIn("parentImage"),
          because: "the image that the recipe starts from is read",
        },
      ],
      because: "a recipe is named by name and version, and reads what it is made of",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2imagebuilder.html",
      examples: [
        {
          input: {
            name: "Web",
            semanticVersion: "1.0.0",
            parentImage: "arn:aws:imagebuilder:us-east-1:123456789012:image/base/1.0.0/1",
            components: [{ componentArn: "arn:aws:imagebuilder:us-east-1:123456789012:component/agent/1.0.0/1" }],
          },
          permits: [
            "imagebuilder:CreateImageRecipe arn:aws:imagebuilder:us-east-1:123456789012:image-recipe/web/1.0.0",
            "imagebuilder:GetComponent arn:aws:imagebuilder:us-east-1:123456789012:component/agent/1.0.0/1",
            "imagebuilder:GetImage arn:aws:imagebuilder:us-east-1:123456789012:image/base/1.0.0/1",
          ],
        },
        {
          input: { name: "web", semanticVersion: "1.0.0", parentImage: "ami-1" },
          permits: [
            "imagebuilder:CreateImageRecipe arn:aws:imagebuilder:us-east-1:123456789012:image-recipe/web/1.0.0",
          ],
        },
      ],
    },
    CreateContainerRecipe: {
      authorizedActions: [
        {
          action: "imagebuilder:CreateContainerRecipe",
          resource: filled("containerRecipe", {
            ContainerRecipeName: lowerCase(member("name")),
            ContainerRecipeVersion: member("semanticVersion"),
          }),
        },
        {
          action: "imagebuilder:GetComponent",
          origin: "dependent",
          when: whenMember("components[].componentArn"),
          resource: arnIn("components[].componentArn"),
          because: "the components that the recipe names are read",
        },
        {
          action: "imagebuilder:GetImage",
          origin: "dependent",
          when: whenMemberMatches("parentImage", /^arn:[^:]+:imagebuilder:/),
          resource: arnIn("parentImage"),
          because: "the image that the recipe starts from is read",
        },
      ],
      because: "a recipe is named by name and version, and reads what it is made of",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2imagebuilder.html",
      examples: [
        {
          input: {
            name: "Web",
            semanticVersion: "1.0.0",
            parentImage: "arn:aws:imagebuilder:us-east-1:123456789012:image/base/1.0.0/1",
            components: [{ componentArn: "arn:aws:imagebuilder:us-east-1:123456789012:component/agent/1.0.0/1" }],
          },
          permits: [
            "imagebuilder:CreateContainerRecipe arn:aws:imagebuilder:us-east-1:123456789012:container-recipe/web/1.0.0",
            "imagebuilder:GetComponent arn:aws:imagebuilder:us-east-1:123456789012:component/agent/1.0.0/1",
            "imagebuilder:GetImage arn:aws:imagebuilder:us-east-1:123456789012:image/base/1.0.0/1",
          ],
        },
        {
          input: { name: "web", semanticVersion: "1.0.0", parentImage: "ami-1" },
          permits: [
            "imagebuilder:CreateContainerRecipe arn:aws:imagebuilder:us-east-1:123456789012:container-recipe/web/1.0.0",
          ],
        },
      ],
    },
    CreateInfrastructureConfiguration: {
      authorizedActions: [
        {
          action: "imagebuilder:CreateInfrastructureConfiguration",
          resource: filled("infrastructureConfiguration", { ResourceId: lowerCase(member("name")) }),
        },
        {
          action: "iam:GetInstanceProfile",
          origin: "dependent",
          when: whenMember("instanceProfileName"),
          resource: filled("instance-profile", { InstanceProfileNameWithPath: member("instanceProfileName") }),
          because: "the instance profile is looked up",
        },
        passesProfileIn([], ["instanceProfileName"]),
      ],
      because: "the instance profile hands its role to the instances that build",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2imagebuilder.html",
      examples: [
        {
          input: { name: "small", instanceProfileName: "builder" },
          permits: [
            "imagebuilder:CreateInfrastructureConfiguration arn:aws:imagebuilder:us-east-1:123456789012:infrastructure-configuration/small",
            "iam:GetInstanceProfile arn:aws:iam::123456789012:instance-profile/builder",
            "iam:PassRole arn:aws:iam::123456789012:role/* if iam:PassedToService = ec2.amazonaws.com",
          ],
        },
      ],
    },
    UpdateInfrastructureConfiguration: {
      authorizedActions: [
        { action: "imagebuilder:UpdateInfrastructureConfiguration" },
        {
          action: "iam:GetInstanceProfile",
          origin: "dependent",
          when: whenMember("instanceProfileName"),
          resource: filled("instance-profile", { InstanceProfileNameWithPath: member("instanceProfileName") }),
          because: "the instance profile is looked up",
        },
        passesProfileIn([], ["instanceProfileName"]),
      ],
      because: "the instance profile hands its role to the instances that build",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2imagebuilder.html",
      examples: [
        {
          input: {
            infrastructureConfigurationArn:
              "arn:aws:imagebuilder:us-east-1:123456789012:infrastructure-configuration/small",
            instanceProfileName: "builder",
          },
          permits: [
            "imagebuilder:UpdateInfrastructureConfiguration arn:aws:imagebuilder:us-east-1:123456789012:infrastructure-configuration/small",
            "iam:GetInstanceProfile arn:aws:iam::123456789012:instance-profile/builder",
            "iam:PassRole arn:aws:iam::123456789012:role/* if iam:PassedToService = ec2.amazonaws.com",
          ],
        },
      ],
    },
    CreateComponent: {
      authorizedActions: [
        {
          action: "imagebuilder:CreateComponent",
          resource: filled("component", {
            ComponentName: lowerCase(member("name")),
            ComponentVersion: member("semanticVersion"),
            ComponentBuildVersion: unknownPart("*", "id-assigned-by-aws", "the number of the build"),
          }),
        },
      ],
      because: "a component is named by name, version and the number of its build",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2imagebuilder.html",
      examples: [
        {
          input: { name: "Agent", semanticVersion: "1.0.0", platform: "Linux" },
          permits: ["imagebuilder:CreateComponent arn:aws:imagebuilder:us-east-1:123456789012:component/agent/1.0.0/*"],
        },
      ],
    },
    CreateWorkflow: {
      authorizedActions: [
        {
          action: "imagebuilder:CreateWorkflow",
          resource: filled("workflow", {
            WorkflowType: lowerCase(member("type")),
            WorkflowName: lowerCase(member("name")),
            WorkflowVersion: member("semanticVersion"),
            WorkflowBuildVersion: unknownPart("*", "id-assigned-by-aws", "the number of the build"),
          }),
        },
      ],
      because: "a workflow is named by type, name, version and the number of its build",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2imagebuilder.html",
      examples: [
        {
          input: { name: "scan", semanticVersion: "1.0.0", type: "TEST" },
          permits: [
            "imagebuilder:CreateWorkflow arn:aws:imagebuilder:us-east-1:123456789012:workflow/test/scan/1.0.0/*",
          ],
        },
      ],
    },
  },
});
