/** EC2 Image Builder: what an image is built from is read with the caller's permissions. */
import { operationRules } from "./define-service.ts";
import { passesRoleNamed } from "./named-role.ts";
import { whenMember } from "./rule-condition.ts";
import { arnIn, filled } from "./rule-resource.ts";
import { captured, firstOf, lowerCase, member, unknownPart } from "./rule-value.ts";

export default operationRules({
  CreateImage: {
    authorizedActions: [
      {
        action: "imagebuilder:CreateImage",
        resource: filled("image", {
          ImageName: captured(firstOf(member("imageRecipeArn"), member("containerRecipeArn")), /\/([^/]+)\/[^/]+$/),
          ImageVersion: captured(firstOf(member("imageRecipeArn"), member("containerRecipeArn")), /\/([^/]+)$/),
          ImageBuildVersion: unknownPart("*", "id-assigned-by-aws", "the number of the build"),
        }),
      },
      {
        action: "imagebuilder:GetImageRecipe",
        origin: "dependent",
        when: whenMember("imageRecipeArn"),
        resource: arnIn("imageRecipeArn"),
        because: "the image recipe that the request names is read",
      },
      {
        action: "imagebuilder:GetContainerRecipe",
        origin: "dependent",
        when: whenMember("containerRecipeArn"),
        resource: arnIn("containerRecipeArn"),
        because: "the container recipe that the request names is read",
      },
      {
        action: "imagebuilder:GetInfrastructureConfiguration",
        origin: "dependent",
        when: whenMember("infrastructureConfigurationArn"),
        resource: arnIn("infrastructureConfigurationArn"),
        because: "the infrastructure configuration that the request names is read",
      },
      {
        action: "imagebuilder:GetDistributionConfiguration",
        origin: "dependent",
        when: whenMember("distributionConfigurationArn"),
        resource: arnIn("distributionConfigurationArn"),
        because: "the distribution configuration that the request names is read",
      },
      {
        action: "imagebuilder:GetWorkflow",
        origin: "dependent",
        when: whenMember("workflows[].workflowArn"),
        resource: arnIn("workflows[].workflowArn"),
        because: "the workflow that the request names is read",
      },
      passesRoleNamed("executionRole", "imagebuilder.amazonaws.com"),
    ],
    because: "what an image is built from is read with the caller's permissions",
    see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2imagebuilder.html",
    examples: [
      {
        input: {
          imageRecipeArn: "arn:aws:imagebuilder:us-east-1:123456789012:image-recipe/web/1.0.0",
          infrastructureConfigurationArn:
            "arn:aws:imagebuilder:us-east-1:123456789012:infrastructure-configuration/small",
          workflows: [{ workflowArn: "arn:aws:imagebuilder:us-east-1:123456789012:workflow/build/a/1.0.0/1" }],
          executionRole: "builder",
        },
        permits: [
          "imagebuilder:CreateImage arn:aws:imagebuilder:us-east-1:123456789012:image/web/1.0.0/*",
          "imagebuilder:GetImageRecipe arn:aws:imagebuilder:us-east-1:123456789012:image-recipe/web/1.0.0",
          "imagebuilder:GetInfrastructureConfiguration arn:aws:imagebuilder:us-east-1:123456789012:infrastructure-configuration/small",
          "imagebuilder:GetWorkflow arn:aws:imagebuilder:us-east-1:123456789012:workflow/build/a/1.0.0/1",
          "iam:PassRole arn:aws:iam::123456789012:role/builder if iam:PassedToService = imagebuilder.amazonaws.com",
        ],
      },
    ],
  },
  CreateImagePipeline: {
    authorizedActions: [
      {
        action: "imagebuilder:CreateImagePipeline",
        resource: filled("imagePipeline", { ImagePipelineName: lowerCase(member("name")) }),
      },
      {
        action: "imagebuilder:GetImageRecipe",
        origin: "dependent",
        when: whenMember("imageRecipeArn"),
        resource: arnIn("imageRecipeArn"),
        because: "the image recipe that the request names is read",
      },
      {
        action: "imagebuilder:GetContainerRecipe",
        origin: "dependent",
        when: whenMember("containerRecipeArn"),
        resource: arnIn("containerRecipeArn"),
        because: "the container recipe that the request names is read",
      },
      {
        action: "imagebuilder:GetInfrastructureConfiguration",
        origin: "dependent",
        when: whenMember("infrastructureConfigurationArn"),
        resource: arnIn("infrastructureConfigurationArn"),
        because: "the infrastructure configuration that the request names is read",
      },
      {
        action: "imagebuilder:GetDistributionConfiguration",
        origin: "dependent",
        when: whenMember("distributionConfigurationArn"),
        resource: arnIn("distributionConfigurationArn"),
        because: "the distribution configuration that the request names is read",
      },
      {
        action: "imagebuilder:GetWorkflow",
        origin: "dependent",
        when: whenMember("workflows[].workflowArn"),
        resource: arnIn("workflows[].workflowArn"),
        because: "the workflow that the request names is read",
      },
      passesRoleNamed("executionRole", "imagebuilder.amazonaws.com"),
    ],
    because: "what an image is built from is read with the caller's permissions",
    see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2imagebuilder.html",
    examples: [
      {
        input: {
          name: "web",
          imageRecipeArn: "arn:aws:imagebuilder:us-east-1:123456789012:image-recipe/web/1.0.0",
          infrastructureConfigurationArn:
            "arn:aws:imagebuilder:us-east-1:123456789012:infrastructure-configuration/small",
          workflows: [{ workflowArn: "arn:aws:imagebuilder:us-east-1:123456789012:workflow/build/a/1.0.0/1" }],
          executionRole: "builder",
        },
        permits: [
          "imagebuilder:CreateImagePipeline arn:aws:imagebuilder:us-east-1:123456789012:image-pipeline/web",
          "imagebuilder:GetImageRecipe arn:aws:imagebuilder:us-east-1:123456789012:image-recipe/web/1.0.0",
          "imagebuilder:GetInfrastructureConfiguration arn:aws:imagebuilder:us-east-1:123456789012:infrastructure-configuration/small",
          "imagebuilder:GetWorkflow arn:aws:imagebuilder:us-east-1:123456789012:workflow/build/a/1.0.0/1",
          "iam:PassRole arn:aws:iam::123456789012:role/builder if iam:PassedToService = imagebuilder.amazonaws.com",
        ],
      },
    ],
  },
  UpdateImagePipeline: {
    authorizedActions: [
      { action: "imagebuilder:UpdateImagePipeline", resource: arnIn("imagePipelineArn") },
      {
        action: "imagebuilder:GetImageRecipe",
        origin: "dependent",
        when: whenMember("imageRecipeArn"),
        resource: arnIn("imageRecipeArn"),
        because: "the image recipe that the request names is read",
      },
      {
        action: "imagebuilder:GetContainerRecipe",
        origin: "dependent",
        when: whenMember("containerRecipeArn"),
        resource: arnIn("containerRecipeArn"),
        because: "the container recipe that the request names is read",
      },
      {
        action: "imagebuilder:GetInfrastructureConfiguration",
        origin: "dependent",
        when: whenMember("infrastructureConfigurationArn"),
        resource: arnIn("infrastructureConfigurationArn"),
        because: "the infrastructure configuration that the request names is read",
      },
      {
        action: "imagebuilder:GetDistributionConfiguration",
        origin: "dependent",
        when: whenMember("distributionConfigurationArn"),
        resource: arnIn("distributionConfigurationArn"),
        because: "the distribution configuration that the request names is read",
      },
      {
        action: "imagebuilder:GetWorkflow",
        origin: "dependent",
        when: whenMember("workflows[].workflowArn"),
        resource: arnIn("workflows[].workflowArn"),
        because: "the workflow that the request names is read",
      },
      passesRoleNamed("executionRole", "imagebuilder.amazonaws.com"),
    ],
    because: "what an image is built from is read with the caller's permissions",
    see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2imagebuilder.html",
    examples: [
      {
        input: {
          imagePipelineArn: "arn:aws:imagebuilder:us-east-1:123456789012:image-pipeline/web",
          imageRecipeArn: "arn:aws:imagebuilder:us-east-1:123456789012:image-recipe/web/1.0.0",
          infrastructureConfigurationArn:
            "arn:aws:imagebuilder:us-east-1:123456789012:infrastructure-configuration/small",
          workflows: [{ workflowArn: "arn:aws:imagebuilder:us-east-1:123456789012:workflow/build/a/1.0.0/1" }],
          executionRole: "builder",
        },
        permits: [
          "imagebuilder:UpdateImagePipeline arn:aws:imagebuilder:us-east-1:123456789012:image-pipeline/web",
          "imagebuilder:GetImageRecipe arn:aws:imagebuilder:us-east-1:123456789012:image-recipe/web/1.0.0",
          "imagebuilder:GetInfrastructureConfiguration arn:aws:imagebuilder:us-east-1:123456789012:infrastructure-configuration/small",
          "imagebuilder:GetWorkflow arn:aws:imagebuilder:us-east-1:123456789012:workflow/build/a/1.0.0/1",
          "iam:PassRole arn:aws:iam::123456789012:role/builder if iam:PassedToService = imagebuilder.amazonaws.com",
        ],
      },
    ],
  },
});
