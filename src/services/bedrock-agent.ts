/** Amazon Bedrock's agents: stores of other makers, and documents that go into a knowledge base one by one. */
import { defineService } from "./define-service.ts";
import { anyOf, whenMember } from "./rule-condition.ts";
import { everyResource } from "./rule-resource.ts";
import { firstOf, member } from "./rule-value.ts";

export default defineService({
  sdkId: "Bedrock Agent",
  operations: {
    ...Object.fromEntries(
      (
        [
          ["CreateKnowledgeBase", "*"],
          ["UpdateKnowledgeBase", "arn:aws:bedrock:us-east-1:123456789012:knowledge-base/KB12345678"],
        ] as const
      ).map(([operation, base]) => [
        operation,
        {
          authorizedActions: [
            { action: `bedrock:${operation}` },
            {
              action: "bedrock:AssociateThirdPartyKnowledgeBase",
              resource: everyResource,
              when: anyOf(
                whenMember("storageConfiguration.pineconeConfiguration"),
                whenMember("storageConfiguration.redisEnterpriseCloudConfiguration"),
                whenMember("storageConfiguration.mongoDbAtlasConfiguration"),
              ),
              conditions: {
                StringEquals: {
                  "bedrock:ThirdPartyKnowledgeBaseCredentialsSecretArn": firstOf(
                    member("storageConfiguration.pineconeConfiguration.credentialsSecretArn"),
                    member("storageConfiguration.redisEnterpriseCloudConfiguration.credentialsSecretArn"),
                    member("storageConfiguration.mongoDbAtlasConfiguration.credentialsSecretArn"),
                  ),
                },
              },
              origin: "dependent",
              because: "the knowledge base is kept in a store of another maker",
            },
          ],
          because: "a store of another maker is associated with the knowledge base",
          see: "https://docs.aws.amazon.com/bedrock/latest/userguide/security_iam_id-based-policy-examples-agent.html",
          examples: [
            {
              input: {
                knowledgeBaseId: "KB12345678",
                storageConfiguration: {
                  pineconeConfiguration: {
                    credentialsSecretArn: "arn:aws:secretsmanager:us-east-1:123456789012:secret:p-a1B2c3",
                  },
                },
              },
              permits: [
                `bedrock:${operation} ${base}`,
                "bedrock:AssociateThirdPartyKnowledgeBase * if bedrock:ThirdPartyKnowledgeBaseCredentialsSecretArn = arn:aws:secretsmanager:us-east-1:123456789012:secret:p-a1B2c3",
              ],
            },
            {
              input: { knowledgeBaseId: "KB12345678", storageConfiguration: { rdsConfiguration: {} } },
              permits: [`bedrock:${operation} ${base}`],
            },
          ],
        } as const,
      ]),
    ),
    ...Object.fromEntries(
      ["IngestKnowledgeBaseDocuments", "DeleteKnowledgeBaseDocuments"].map((operation) => [
        operation,
        {
          authorizedActions: [
            { action: `bedrock:${operation}` },
            {
              action: "bedrock:StartIngestionJob",
              origin: "dependent",
              because: "documents are taken in or out by an ingestion",
            },
          ],
          because: "a change of documents is an ingestion, too",
          see: "https://docs.aws.amazon.com/bedrock/latest/userguide/kb-direct-ingestion.html",
          examples: [
            {
              input: { knowledgeBaseId: "KB12345678", dataSourceId: "DS12345678" },
              permits: [operation, "StartIngestionJob"].map(
                (name) => `bedrock:${name} arn:aws:bedrock:us-east-1:123456789012:knowledge-base/KB12345678`,
              ),
            },
          ],
        } as const,
      ]),
    ),
  },
});
