/** Amazon Bedrock's agents at run time: what a knowledge base, a reranker or an agent of the moment runs for the caller. */
import { appliesGuardrail, runsModel } from "./bedrock-models.ts";
import { type AuthorizedAction, defineService, type OperationRule } from "./define-service.ts";
import { allOf, whenMember } from "./rule-condition.ts";
import { arnIn, everyResource, filled } from "./rule-resource.ts";
import { type MemberPath, member } from "./rule-value.ts";

const CONFIGURATION = "retrieveAndGenerateConfiguration";
const FROM_BASE = `${CONFIGURATION}.knowledgeBaseConfiguration`;
const FROM_SOURCES = `${CONFIGURATION}.externalSourcesConfiguration`;

const retrievesFrom = (path: MemberPath): AuthorizedAction => ({
  action: "bedrock:Retrieve",
  resource: filled("knowledge-base", { KnowledgeBaseId: member(path) }),
  when: whenMember(path),
  origin: "dependent",
  because: "the answer rests on what the knowledge base holds",
});

/** The actions for a model that only some requests name. */
const mayRunModel = (path: MemberPath): readonly AuthorizedAction[] =>
  runsModel("bedrock:InvokeModel", path, "forward-access").map((authorized) => ({
    because: "the model that the request names is run with the caller's permissions",
    ...authorized,
    when: authorized.when === undefined ? whenMember(path) : allOf(whenMember(path), authorized.when),
  }));

const ANSWERS: OperationRule = {
  authorizedActions: [
    { action: "bedrock:RetrieveAndGenerate", resource: everyResource },
    retrievesFrom(`${FROM_BASE}.knowledgeBaseId`),
    ...mayRunModel(`${FROM_BASE}.modelArn`),
    ...mayRunModel(`${FROM_SOURCES}.modelArn`),
    appliesGuardrail(`${FROM_BASE}.generationConfiguration.guardrailConfiguration.guardrailId`),
    appliesGuardrail(`${FROM_SOURCES}.generationConfiguration.guardrailConfiguration.guardrailId`),
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

const RERANKER = "rerankingConfiguration.bedrockRerankingConfiguration.modelConfiguration.modelArn";
const QUERIED_BASE = "transformationConfiguration.textToSqlConfiguration.knowledgeBaseConfiguration.knowledgeBaseArn";
const AGENTIC = "agenticRetrieveConfiguration";
const THINKING_MODEL = `${AGENTIC}.foundationModelConfiguration.bedrockFoundationModelConfiguration.modelConfiguration`;

export default defineService({
  sdkId: "Bedrock Agent Runtime",
  operations: {
    RetrieveAndGenerate: ANSWERS,
    RetrieveAndGenerateStream: ANSWERS,
    AgenticRetrieveStream: {
      authorizedActions: [
        { action: "bedrock:AgenticRetrieveStream", resource: everyResource },
        retrievesFrom("retrievers[].configuration.knowledgeBase.knowledgeBaseId"),
        ...mayRunModel(`${THINKING_MODEL}.modelArn`),
        ...mayRunModel(`${AGENTIC}.${RERANKER}`),
        appliesGuardrail("policyConfiguration.bedrockGuardrailConfiguration.guardrailId"),
      ],
      because: "an agent that looks for documents retrieves them from each knowledge base, and runs a model to think",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html",
      examples: [
        {
          input: { retrievers: [{ configuration: { knowledgeBase: { knowledgeBaseId: "KB12345678" } } }] },
          permits: [
            "bedrock:AgenticRetrieveStream *",
            "bedrock:Retrieve arn:aws:bedrock:us-east-1:123456789012:knowledge-base/KB12345678",
          ],
        },
      ],
    },
    GetDocumentContent: {
      authorizedActions: [
        { action: "bedrock:GetDocumentContent", resource: everyResource },
        retrievesFrom("knowledgeBaseId"),
      ],
      because: "a document is retrieved from its knowledge base",
      see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html",
      examples: [
        {
          input: { knowledgeBaseId: "KB12345678", dataSourceId: "DS12345678", documentId: "d1" },
          permits: [
            "bedrock:GetDocumentContent *",
            "bedrock:Retrieve arn:aws:bedrock:us-east-1:123456789012:knowledge-base/KB12345678",
          ],
        },
      ],
    },
    GenerateQuery: {
      authorizedActions: [
        { action: "bedrock:GenerateQuery", resource: everyResource },
        {
          action: "bedrock:GetKnowledgeBase",
          resource: arnIn(QUERIED_BASE),
          when: whenMember(QUERIED_BASE),
          origin: "dependent",
          because: "the knowledge base that the query is for is read",
        },
      ],
      because: "a query is written for a structured knowledge base",
      see: "https://docs.aws.amazon.com/bedrock/latest/userguide/knowledge-base-generate-query.html",
      examples: [
        {
          input: {
            transformationConfiguration: {
              textToSqlConfiguration: {
                knowledgeBaseConfiguration: {
                  knowledgeBaseArn: "arn:aws:bedrock:us-east-1:123456789012:knowledge-base/KB12345678",
                },
              },
            },
          },
          permits: [
            "bedrock:GenerateQuery *",
            "bedrock:GetKnowledgeBase arn:aws:bedrock:us-east-1:123456789012:knowledge-base/KB12345678",
          ],
        },
      ],
    },
    InvokeInlineAgent: {
      authorizedActions: [
        { action: "bedrock:InvokeInlineAgent", resource: everyResource },
        ...mayRunModel("foundationModel"),
        retrievesFrom("knowledgeBases[].knowledgeBaseId"),
        appliesGuardrail("guardrailConfiguration.guardrailIdentifier"),
      ],
      because: "an agent that lives for one request has no role, and works with the caller's permissions",
      see: "https://docs.aws.amazon.com/bedrock/latest/userguide/inline-agent-prereq.html",
      examples: [
        {
          input: { foundationModel: "anthropic.claude-v2", knowledgeBases: [{ knowledgeBaseId: "KB12345678" }] },
          permits: [
            "bedrock:InvokeInlineAgent *",
            "bedrock:InvokeModel arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2",
            "bedrock:Retrieve arn:aws:bedrock:us-east-1:123456789012:knowledge-base/KB12345678",
          ],
        },
      ],
    },
    Rerank: {
      authorizedActions: [{ action: "bedrock:Rerank", resource: everyResource }, ...mayRunModel(RERANKER)],
      because: "a reranking model puts the documents in order",
      see: "https://docs.aws.amazon.com/bedrock/latest/userguide/rerank-prereq.html",
      examples: [
        {
          input: {
            rerankingConfiguration: {
              bedrockRerankingConfiguration: {
                modelConfiguration: { modelArn: "arn:aws:bedrock:us-west-2::foundation-model/cohere.rerank-v3-5:0" },
              },
            },
          },
          permits: [
            "bedrock:Rerank *",
            "bedrock:InvokeModel arn:aws:bedrock:us-west-2::foundation-model/cohere.rerank-v3-5:0",
          ],
        },
      ],
    },
  },
});
