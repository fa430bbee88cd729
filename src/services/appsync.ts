/** AWS AppSync: source and merged APIs are named by id or ARN, and associating them is checked on both sides. */
import { defineService } from "./define-service.ts";
import { filled } from "./rule-resource.ts";
import { captured, member } from "./rule-value.ts";

export default defineService({
  sdkId: "AppSync",
  resources: {
    graphqlapi: {
      filledBy: [{ GraphQLAPIId: member("apiId") }],
      because: "an API is named by its id",
      see: "https://docs.aws.amazon.com/appsync/latest/devguide/security_iam_service-with-iam.html",
      examples: [
        {
          operation: "GetGraphqlApi",
          input: { apiId: "a1" },
          permits: ["appsync:GetGraphqlApi arn:aws:appsync:us-east-1:123456789012:apis/a1"],
        },
      ],
    },
    sourceApiAssociation: {
      filledBy: [
        {
          MergedGraphQLAPIId: captured(member("mergedApiIdentifier"), /^(?:arn:.*:apis\/)?([^/:]+)$/),
          Associationid: member("associationId"),
        },
      ],
      because: "an association with a source lies below the merged API",
      see: "https://docs.aws.amazon.com/appsync/latest/devguide/merged-api.html",
      examples: [
        {
          operation: "StartSchemaMerge",
          input: { mergedApiIdentifier: "arn:aws:appsync:us-east-1:123456789012:apis/m1", associationId: "x1" },
          permits: ["appsync:StartSchemaMerge arn:aws:appsync:us-east-1:123456789012:apis/m1/sourceApiAssociations/x1"],
        },
      ],
    },
    mergedApiAssociation: {
      filledBy: [
        {
          SourceGraphQLAPIId: captured(member("sourceApiIdentifier"), /^(?:arn:.*:apis\/)?([^/:]+)$/),
          Associationid: member("associationId"),
        },
      ],
      because: "an association with a merged API lies below the source",
      see: "https://docs.aws.amazon.com/appsync/latest/devguide/merged-api.html",
      examples: [
        {
          operation: "DisassociateMergedGraphqlApi",
          input: { sourceApiIdentifier: "s1", associationId: "x1" },
          permits: [
            "appsync:DisassociateMergedGraphqlApi arn:aws:appsync:us-east-1:123456789012:apis/s1/mergedApiAssociations/x1",
          ],
        },
      ],
    },
  },
  operations: {
    AssociateSourceGraphqlApi: {
      authorizedActions: [
        {
          action: "appsync:AssociateSourceGraphqlApi",
          resource: filled("graphqlapi", { GraphQLAPIId: member("mergedApiIdentifier") }),
        },
        {
          action: "appsync:AssociateMergedGraphqlApi",
          resource: filled("graphqlapi", { GraphQLAPIId: member("sourceApiIdentifier") }),
          origin: "dependent",
          because: "the source API agrees to the association too",
        },
      ],
      because: "an association is checked on the source and on the merged API",
      see: "https://docs.aws.amazon.com/appsync/latest/devguide/merged-api.html",
      examples: [
        {
          input: { sourceApiIdentifier: "s1", mergedApiIdentifier: "arn:aws:appsync:us-east-1:111122223333:apis/m1" },
          permits: [
            "appsync:AssociateSourceGraphqlApi arn:aws:appsync:us-east-1:111122223333:apis/m1",
            "appsync:AssociateMergedGraphqlApi arn:aws:appsync:us-east-1:123456789012:apis/s1",
          ],
        },
      ],
    },
    AssociateMergedGraphqlApi: {
      authorizedActions: [
        {
          action: "appsync:AssociateMergedGraphqlApi",
          resource: filled("graphqlapi", { GraphQLAPIId: member("sourceApiIdentifier") }),
        },
        {
          action: "appsync:AssociateSourceGraphqlApi",
          resource: filled("graphqlapi", { GraphQLAPIId: member("mergedApiIdentifier") }),
          origin: "dependent",
          because: "the merged API agrees to the association too",
        },
      ],
      because: "an association is checked on the source and on the merged API",
      see: "https://docs.aws.amazon.com/appsync/latest/devguide/merged-api.html",
      examples: [
        {
          input: { sourceApiIdentifier: "s1", mergedApiIdentifier: "arn:aws:appsync:us-east-1:111122223333:apis/m1" },
          permits: [
            "appsync:AssociateSourceGraphqlApi arn:aws:appsync:us-east-1:111122223333:apis/m1",
            "appsync:AssociateMergedGraphqlApi arn:aws:appsync:us-east-1:123456789012:apis/s1",
          ],
        },
      ],
    },
  },
});
