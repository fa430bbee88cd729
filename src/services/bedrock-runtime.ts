/** Amazon Bedrock's runtime: conversations are invocations of a model, and guardrails are applied on top. */
import { PROFILE_ID, runsModel } from "./bedrock-models.ts";
import { appliesGuardrail, byModelId, USES_SYSTEM_TOOLS } from "./bedrock-shared-rules.ts";
import { defineService } from "./define-service.ts";
import { whenMember, whenMemberMatches } from "./rule-condition.ts";
import { arnIn, either, filled } from "./rule-resource.ts";
import { captured, member, unknownPart } from "./rule-value.ts";
import { objectsBelow } from "./s3-uri.ts";

export default defineService({
  sdkId: "Bedrock Runtime",
  operations: {
    InvokeModel: {
      authorizedActions: [...runsModel("bedrock:InvokeModel", "modelId"), appliesGuardrail("guardrailIdentifier")],
      because: "the model that runs is the resource",
      see: "https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html",
      examples: [
        ...byModelId("bedrock:InvokeModel"),
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
        appliesGuardrail("guardrailIdentifier"),
      ],
      because: "the model that runs is the resource",
      see: "https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html",
      examples: byModelId("bedrock:InvokeModelWithResponseStream"),
    },
    InvokeModelWithBidirectionalStream: {
      authorizedActions: runsModel("bedrock:InvokeModel", "modelId"),
      because: "a stream in both directions is an invocation of the model",
      see: "https://docs.aws.amazon.com/nova/latest/userguide/speech-bidirection.html",
      unconfirmed: true,
      examples: byModelId("bedrock:InvokeModel"),
    },
    CountTokens: {
      authorizedActions: [
        {
          action: "bedrock:CountTokens",
          resource: either(
            arnIn("modelId"),
            filled(
              "foundation-model",
              { ResourceId: captured(member("modelId"), PROFILE_ID) },
              { ResourceId: member("modelId") },
            ),
          ),
        },
      ],
      because: "the model whose tokens are counted is the resource, whatever profile it runs through",
      see: "https://docs.aws.amazon.com/bedrock/latest/userguide/count-tokens.html",
      examples: [
        byModelId("bedrock:CountTokens")[0],
        {
          input: { modelId: "us.anthropic.claude-v2" },
          permits: ["bedrock:CountTokens arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2"],
        },
      ],
    },
    StartAsyncInvoke: {
      authorizedActions: [
        ...runsModel("bedrock:InvokeModel", "modelId"),
        {
          action: "bedrock:TagResource",
          resource: filled("async-invoke", {
            ResourceId: unknownPart("*", "id-assigned-by-aws", "AWS chooses the id of the invocation"),
          }),
          when: whenMember("tags"),
          origin: "dependent",
          because: "the new invocation is tagged",
        },
        {
          action: "s3:PutObject",
          resource: objectsBelow(member("outputDataConfig.s3OutputDataConfig.s3Uri")),
          when: whenMemberMatches("outputDataConfig.s3OutputDataConfig.s3Uri", /^s3:/),
          origin: "forward-access",
          because: "the result is written with the caller's permissions",
        },
      ],
      because: "an asynchronous invocation is an invocation of the model",
      see: "https://docs.aws.amazon.com/nova/latest/userguide/video-gen-access.html",
      examples: [
        {
          input: { modelId: "amazon.nova-reel-v1:0", tags: [{ key: "a", value: "b" }] },
          permits: [
            "bedrock:InvokeModel arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-reel-v1:0",
            "bedrock:TagResource arn:aws:bedrock:us-east-1:123456789012:async-invoke/*",
          ],
        },
        {
          input: {
            modelId: "amazon.nova-reel-v1:0",
            outputDataConfig: { s3OutputDataConfig: { s3Uri: "s3://films" } },
          },
          permits: [
            "bedrock:InvokeModel arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-reel-v1:0",
            "s3:PutObject arn:aws:s3:::films/*",
          ],
        },
      ],
    },
    Converse: {
      authorizedActions: [
        ...runsModel("bedrock:InvokeModel", "modelId"),
        appliesGuardrail("guardrailConfig.guardrailIdentifier"),
        USES_SYSTEM_TOOLS,
      ],
      because: "a conversation is an invocation of the model",
      see: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html",
      examples: [
        ...byModelId("bedrock:InvokeModel"),
        {
          input: {
            modelId: "amazon.nova-premier-v1:0",
            guardrailConfig: { guardrailIdentifier: "g1" },
            toolConfig: { tools: [{ systemTool: { name: "nova_grounding" } }, { toolSpec: { name: "weather" } }] },
          },
          permits: [
            "bedrock:InvokeModel arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-premier-v1:0",
            "bedrock:ApplyGuardrail arn:aws:bedrock:us-east-1:123456789012:guardrail/g1",
            "bedrock:InvokeTool arn:aws:bedrock::123456789012:system-tool/amazon.nova_grounding",
          ],
        },
      ],
    },
    ConverseStream: {
      authorizedActions: [
        ...runsModel("bedrock:InvokeModelWithResponseStream", "modelId"),
        appliesGuardrail("guardrailConfig.guardrailIdentifier"),
        USES_SYSTEM_TOOLS,
      ],
      because: "a streamed conversation is an invocation of the model with a streamed answer",
      see: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html",
      examples: byModelId("bedrock:InvokeModelWithResponseStream"),
    },
  },
});
