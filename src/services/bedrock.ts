/** Amazon Bedrock's control plane: of the kinds of models that the reference lists a request names one. */
import { namedModel, onNamedModel } from "./bedrock-named-models.ts";
import { defineService } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { arnIn, bothOf, either, filled, newResource, typed } from "./rule-resource.ts";
import { captured, member } from "./rule-value.ts";

export default defineService({
  sdkId: "Bedrock",
  operations: {
    GetFoundationModel: onNamedModel("GetFoundationModel", "modelIdentifier"),
    CreateModelInvocationJob: onNamedModel("CreateModelInvocationJob", "modelId"),
    UpdateProvisionedModelThroughput: {
      authorizedActions: [
        {
          action: "bedrock:UpdateProvisionedModelThroughput",
          resource: bothOf(typed("provisioned-model"), namedModel("desiredModelId")),
        },
      ],
      because: "throughput is moved to the model that the request names, if it names one",
      see: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_UpdateProvisionedModelThroughput.html",
      examples: [
        {
          input: {
            provisionedModelId: "arn:aws:bedrock:us-east-1:123456789012:provisioned-model/p1",
            desiredProvisionedModelName: "new",
          },
          permits: [
            "bedrock:UpdateProvisionedModelThroughput arn:aws:bedrock:us-east-1:123456789012:provisioned-model/p1",
          ],
        },
      ],
    },
    CreateProvisionedModelThroughput: {
      authorizedActions: [
        { action: "bedrock:CreateProvisionedModelThroughput", resource: namedModel("modelId") },
        {
          action: "bedrock:TagResource",
          resource: newResource("provisioned-model"),
          when: whenMember("tags"),
          origin: "dependent",
          because: "the new throughput is tagged",
        },
      ],
      because: "throughput is provisioned for the model that the request names",
      see: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CreateProvisionedModelThroughput.html",
      examples: [
        {
          input: { modelId: "amazon.titan-text-express-v1", tags: [{ key: "a", value: "b" }] },
          permits: [
            "bedrock:CreateProvisionedModelThroughput arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-text-express-v1",
            "bedrock:TagResource arn:aws:bedrock:us-east-1:123456789012:provisioned-model/*",
          ],
        },
      ],
    },
    CreateModelCustomizationJob: {
      authorizedActions: [
        { action: "bedrock:CreateModelCustomizationJob", resource: namedModel("baseModelIdentifier") },
        {
          action: "bedrock:TagResource",
          resource: newResource("model-customization-job"),
          when: whenMember("jobTags"),
          origin: "dependent",
          because: "the new job is tagged",
        },
        {
          action: "bedrock:TagResource",
          resource: newResource("custom-model"),
          when: whenMember("customModelTags"),
          origin: "dependent",
          because: "the new model is tagged",
        },
      ],
      because: "the job and the model that it makes are tagged apart",
      see: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CreateModelCustomizationJob.html",
      examples: [
        {
          input: {
            jobName: "j",
            baseModelIdentifier: "amazon.titan-text-express-v1",
            customModelTags: [{ key: "a", value: "b" }],
          },
          permits: [
            "bedrock:CreateModelCustomizationJob arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-text-express-v1",
            "bedrock:TagResource arn:aws:bedrock:us-east-1:123456789012:custom-model/*",
          ],
        },
      ],
    },
    CreateModelCopyJob: {
      authorizedActions: [
        { action: "bedrock:CreateModelCopyJob", resource: arnIn("sourceModelArn") },
        {
          action: "bedrock:TagResource",
          resource: newResource("custom-model"),
          when: whenMember("targetModelTags"),
          origin: "dependent",
          because: "the copy is tagged",
        },
      ],
      because: "a copy is made of the model that the request names",
      see: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CreateModelCopyJob.html",
      examples: [
        {
          input: {
            sourceModelArn: "arn:aws:bedrock:us-west-2:123456789012:custom-model/amazon.titan/abc",
            targetModelTags: [{ key: "a", value: "b" }],
          },
          permits: [
            "bedrock:CreateModelCopyJob arn:aws:bedrock:us-west-2:123456789012:custom-model/amazon.titan/abc",
            "bedrock:TagResource arn:aws:bedrock:us-east-1:123456789012:custom-model/*",
          ],
        },
      ],
    },
    GetInferenceProfile: {
      authorizedActions: [
        {
          action: "bedrock:GetInferenceProfile",
          resource: either(
            arnIn("inferenceProfileIdentifier"),
            filled("inference-profile", {
              ResourceId: captured(member("inferenceProfileIdentifier"), /^([a-z-]+\..+)$/),
            }),
            filled("application-inference-profile", { ResourceId: member("inferenceProfileIdentifier") }),
          ),
        },
      ],
      because: "the id of a profile of AWS names its geography and model, that of an application's profile does not",
      see: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GetInferenceProfile.html",
      examples: [
        {
          input: { inferenceProfileIdentifier: "us.anthropic.claude-v2" },
          permits: [
            "bedrock:GetInferenceProfile arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-v2",
          ],
        },
        {
          input: { inferenceProfileIdentifier: "p1" },
          permits: [
            "bedrock:GetInferenceProfile arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/p1",
          ],
        },
      ],
    },
    DeleteInferenceProfile: {
      authorizedActions: [
        {
          action: "bedrock:DeleteInferenceProfile",
          resource: either(
            arnIn("inferenceProfileIdentifier"),
            filled("application-inference-profile", { ResourceId: member("inferenceProfileIdentifier") }),
          ),
        },
      ],
      because: "only profiles of an application can be deleted",
      see: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_DeleteInferenceProfile.html",
      examples: [
        {
          input: { inferenceProfileIdentifier: "p1" },
          permits: [
            "bedrock:DeleteInferenceProfile arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/p1",
          ],
        },
      ],
    },
    CreateInferenceProfile: {
      authorizedActions: [
        {
          action: "bedrock:CreateInferenceProfile",
          resource: bothOf(arnIn("modelSource.copyFrom"), newResource("application-inference-profile")),
        },
      ],
      because: "a profile of an application copies a model, or a profile of AWS",
      see: "https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-create.html",
      examples: [
        {
          input: {
            inferenceProfileName: "p",
            modelSource: { copyFrom: "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2" },
          },
          permits: [
            "bedrock:CreateInferenceProfile arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2",
            "bedrock:CreateInferenceProfile arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/*",
          ],
        },
      ],
    },
    CreatePromptRouter: {
      authorizedActions: [
        {
          action: "bedrock:CreatePromptRouter",
          resource: bothOf(namedModel("models[].modelArn"), namedModel("fallbackModel.modelArn")),
        },
      ],
      because: "a router chooses among the models that the request names",
      see: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CreatePromptRouter.html",
      examples: [
        {
          input: {
            promptRouterName: "r",
            models: [{ modelArn: "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-v2" }],
            fallbackModel: { modelArn: "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2" },
          },
          permits: [
            "bedrock:CreatePromptRouter arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-v2 + arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2",
          ],
        },
      ],
    },
    CreateEvaluationJob: {
      authorizedActions: [
        {
          action: "bedrock:CreateEvaluationJob",
          resource: namedModel("inferenceConfig.models[].bedrockModel.modelIdentifier"),
        },
      ],
      because: "an evaluation runs the models that the request names",
      see: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CreateEvaluationJob.html",
      examples: [
        {
          input: { inferenceConfig: { models: [{ bedrockModel: { modelIdentifier: "anthropic.claude-v2" } }] } },
          permits: ["bedrock:CreateEvaluationJob arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2"],
        },
      ],
    },
  },
});
