/** Amazon Bedrock's agents at run time: what a knowledge base, a reranker or an agent of the moment runs for the caller. */
import { ANSWERS, appliesGuardrail, mayRunModel, retrievesFrom } from "./bedrock-shared-rules.ts";
import { defineService } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { arnIn, everyResource } from "./rule-resource.ts";

export default defineService({
  sdkId: "Bedrock Agent Runtime",
  operations: {
    RetrieveAndGenerate: ANSWERS,
    RetrieveAndGenerateStream: ANSWERS,
    AgenticRetrieveStream: {
      authorizedActions: [
        { action: "bedrock:AgenticRetrieveStream", resource: everyResource },
        retrievesFrom("retrievers[].configuration.knowledgeBase.knowledgeBaseId"),
        ...mayRunModel(
          "agenticRetrieveConfiguration.foundationModelConfiguration.bedrockFoundationModelConfiguration.modelConfiguration.modelArn",
        ),
        ...mayRunModel(
          "agenticRetrieveConfiguration.rerankingConfiguration.bedrockRerankingConfiguration.modelConfiguration.modelArn",
        ),
        appliesGuardrail("policyConfiguration.bedrockGuardrailConfiguration.guardrailId", "forward-access"),
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
          resource: arnIn(
            "transformationConfiguration.textToSqlConfiguration.knowledgeBaseConfiguration.knowledgeBaseArn",
          ),
          when: whenMember(
            "transformationConfiguration.textToSqlConfiguration.knowledgeBaseConfiguration.knowledgeBaseArn",
          ),
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
        appliesGuardrail("guardrailConfiguration.guardrailIdentifier", "forward-access"),
      ],
      because: "an agent that lives for one request has no role, and works with the caller's permissions",
      see: "https://docs.aws.amazon.com/bedrock/latest/userguide/agents-create-inline.html",
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
      authorizedActions: [
        { action: "bedrock:Rerank", resource: everyResource },
        ...mayRunModel("rerankingConfiguration.bedrockRerankingConfiguration.modelConfiguration.modelArn"),
      ],
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
