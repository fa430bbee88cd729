/** What requests to Bedrock's runtimes have in common: guardrails, tools of AWS, knowledge bases, and models that only some name. */
import { runsModel } from "./bedrock-models.ts";
import type { AuthorizedAction, OperationRule, RuleExample } from "./define-service.ts";
import { allOf, whenMember } from "./rule-condition.ts";
import { everyResource, filled } from "./rule-resource.ts";
import { captured, joined, type MemberPath, member } from "./rule-value.ts";

/** A guardrail that the member names by id or ARN is applied. */
export const appliesGuardrail = (
  path: MemberPath,
  origin: "dependent" | "forward-access" = "dependent",
): AuthorizedAction => ({
  action: "bedrock:ApplyGuardrail",
  resource: filled("guardrail", { GuardrailId: member(path) }),
  when: whenMember(path),
  origin,
  because: "a guardrail is applied",
});

const TOOL_NAME = "toolConfig.tools[].systemTool.name";

/** Tools that AWS runs itself; a request names them without their maker. */
export const USES_SYSTEM_TOOLS: AuthorizedAction = {
  action: "bedrock:InvokeTool",
  resource: filled("system-tool", {
    ResourceId: joined("amazon.", captured(member(TOOL_NAME), /^(?:amazon\.)?(.+)$/)),
  }),
  when: whenMember(TOOL_NAME),
  origin: "dependent",
  because: "the conversation may use a tool that AWS runs",
};

/** Answers from documents of a knowledge base. */
export const retrievesFrom = (path: MemberPath): AuthorizedAction => ({
  action: "bedrock:Retrieve",
  resource: filled("knowledge-base", { KnowledgeBaseId: member(path) }),
  when: whenMember(path),
  origin: "forward-access",
  because: "the answer rests on what the knowledge base holds",
});

/** The actions for a model that only some requests name. */
export const mayRunModel = (path: MemberPath): readonly AuthorizedAction[] =>
  runsModel("bedrock:InvokeModel", path, "forward-access").map((authorized) => ({
    because: "the model that the request names is run with the caller's permissions",
    ...authorized,
    when: authorized.when === undefined ? whenMember(path) : allOf(whenMember(path), authorized.when),
  }));

const CONFIGURATION = "retrieveAndGenerateConfiguration";
const FROM_BASE = `${CONFIGURATION}.knowledgeBaseConfiguration`;
const FROM_SOURCES = `${CONFIGURATION}.externalSourcesConfiguration`;

/** Retrieval and generation in one call, streamed or not. */
export const ANSWERS: OperationRule = {
  authorizedActions: [
    { action: "bedrock:RetrieveAndGenerate", resource: everyResource },
    retrievesFrom(`${FROM_BASE}.knowledgeBaseId`),
    ...mayRunModel(`${FROM_BASE}.modelArn`),
    ...mayRunModel(`${FROM_SOURCES}.modelArn`),
    appliesGuardrail(`${FROM_BASE}.generationConfiguration.guardrailConfiguration.guardrailId`, "forward-access"),
    appliesGuardrail(`${FROM_SOURCES}.generationConfiguration.guardrailConfiguration.guardrailId`, "forward-access"),
  ],
  because: "an answer from documents retrieves them and runs a model, streamed or not",
  see: "https://docs.aws.amazon.com/bedrock/latest/userguide/knowledge-base-prereq-permissions-general.html",
  examples: [
    { input: { input: { text: "why" } }, permits: ["bedrock:RetrieveAndGenerate *"] },
    {
      input: {
        input: { text: "why" },
        retrieveAndGenerateConfiguration: {
          type: "KNOWLEDGE_BASE",
          knowledgeBaseConfiguration: {
            knowledgeBaseId: "KB12345678",
            modelArn: "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2",
          },
        },
      },
      permits: [
        "bedrock:RetrieveAndGenerate *",
        "bedrock:Retrieve arn:aws:bedrock:us-east-1:123456789012:knowledge-base/KB12345678",
        "bedrock:InvokeModel arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2",
      ],
    },
  ],
};

/** A model by its id, and by the id of a profile. */
export const byModelId = (action: string, input: RuleExample["input"] = {}): readonly [RuleExample, RuleExample] => [
  {
    input: { modelId: "anthropic.claude-v2", ...input },
    permits: [`${action} arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2`],
  },
  {
    input: { modelId: "us.anthropic.claude-v2", ...input },
    permits: [
      `${action} arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-v2`,
      `${action} arn:aws:bedrock:*::foundation-model/anthropic.claude-v2 if bedrock:InferenceProfileArn = arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-v2`,
    ],
  },
];
