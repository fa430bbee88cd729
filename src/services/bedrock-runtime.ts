/** Amazon Bedrock's runtime: conversations are invocations of a model, and guardrails are applied on top. */
import { runsModel } from "./bedrock-models.ts";
import { defineService } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { filled } from "./rule-resource.ts";
import { member } from "./rule-value.ts";

export default defineService({
  sdkId: "Bedrock Runtime",
  operations: {
    InvokeModel: {
      authorizedActions: [
        ...runsModel("bedrock:InvokeModel", "modelId"),
        {
          action: "bedrock:ApplyGuardrail",
          resource: filled("guardrail", { GuardrailId: member("guardrailIdentifier") }),
          when: whenMember("guardrailIdentifier"),
          origin: "dependent",
          because: "a guardrail is applied",
        },
      ],
      because: "the model that runs is the resource",
      see: "https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html",
      examples: [
        {
          input: { modelId: "anthropic.claude-v2:1", guardrailIdentifier: "g1" },
          permits: [
            "bedrock:InvokeModel arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2:1",
            "bedrock:ApplyGuardrail arn:aws:bedrock:us-east-1:123456789012:guardrail/g1",
          ],
        },
        {
          input: { modelId: "arn:aws:bedrock:us-east-1:123456789012:provisioned-model/p1" },
          permits: ["bedrock:InvokeModel arn:aws:bedrock:us-east-1:123456789012:provisioned-model/p1"],
        },
      ],
    },
    InvokeModelWithResponseStream: {
      authorizedActions: [
        ...runsModel("bedrock:InvokeModelWithResponseStream", "modelId"),
        {
          action: "bedrock:ApplyGuardrail",
          resource: filled("guardrail", { GuardrailId: member("guardrailIdentifier") }),
          when: whenMember("guardrailIdentifier"),
          origin: "dependent",
          because: "a guardrail is applied",
        },
      ],
      because: "the model that runs is the resource",
      see: "https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html",
      examples: [
        {
          input: { modelId: "anthropic.claude-v2" },
          permits: [
            "bedrock:InvokeModelWithResponseStream arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2",
          ],
        },
      ],
    },
    InvokeModelWithBidirectionalStream: {
      authorizedActions: runsModel("bedrock:InvokeModel", "modelId"),
      because: "a stream in both directions is an invocation of the model",
      see: "https://docs.aws.amazon.com/nova/latest/userguide/speech-bidirection.html",
      unconfirmed: true,
      examples: [
        {
          input: { modelId: "amazon.nova-sonic-v1:0" },
          permits: ["bedrock:InvokeModel arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-sonic-v1:0"],
        },
      ],
    },
    StartAsyncInvoke: {
      authorizedActions: runsModel("bedrock:InvokeModel", "modelId"),
      because: "an asynchronous invocation is an invocation of the model",
      see: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_StartAsyncInvoke.html",
      examples: [
        {
          input: { modelId: "amazon.nova-reel-v1:0" },
          permits: ["bedrock:InvokeModel arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-reel-v1:0"],
        },
      ],
    },
    Converse: {
      authorizedActions: [
        ...runsModel("bedrock:InvokeModel", "modelId"),
        {
          action: "bedrock:ApplyGuardrail",
          resource: filled("guardrail", { GuardrailId: member("guardrailConfig.guardrailIdentifier") }),
          when: whenMember("guardrailConfig.guardrailIdentifier"),
          origin: "dependent",
          because: "a guardrail is applied",
        },
      ],
      because: "a conversation is an invocation of the model",
      see: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html",
      examples: [
        {
          input: { modelId: "us.anthropic.claude-v2", guardrailConfig: { guardrailIdentifier: "g1" } },
          permits: [
            "bedrock:InvokeModel arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-v2",
            "bedrock:InvokeModel arn:aws:bedrock:*::foundation-model/anthropic.claude-v2 if bedrock:InferenceProfileArn = arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-v2",
            "bedrock:ApplyGuardrail arn:aws:bedrock:us-east-1:123456789012:guardrail/g1",
          ],
        },
      ],
    },
    ConverseStream: {
      authorizedActions: [
        ...runsModel("bedrock:InvokeModelWithResponseStream", "modelId"),
        {
          action: "bedrock:ApplyGuardrail",
          resource: filled("guardrail", { GuardrailId: member("guardrailConfig.guardrailIdentifier") }),
          when: whenMember("guardrailConfig.guardrailIdentifier"),
          origin: "dependent",
          because: "a guardrail is applied",
        },
      ],
      because: "a streamed conversation is an invocation of the model with a streamed answer",
      see: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html",
      examples: [
        {
          input: { modelId: "anthropic.claude-v2" },
          permits: [
            "bedrock:InvokeModelWithResponseStream arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2",
          ],
        },
      ],
    },
  },
});
