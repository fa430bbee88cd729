/** APIs that customers deploy on AppSync: a document is checked by type and field, an event by the namespace of its channel. */
import { defineService } from "./define-service.ts";
import { graphqlActions } from "./graphql-fields.ts";
import { filled } from "./rule-resource.ts";
import { captured, member, unknownPart } from "./rule-value.ts";

export default defineService({
  sdkId: "AppSync API",
  operations: {
    ExecuteGraphQL: {
      authorizedActions: graphqlActions(
        "appsync:GraphQL",
        "query",
        unknownPart("*", "no-resource-in-input", "the name of an endpoint is not the API's id"),
      ),
      because: "a document is checked on the fields that it asks for",
      see: "https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html",
      examples: [
        {
          input: { query: "query Q($id: ID!) { getPost(id: $id) { id title author { name } } }" },
          permits: ["appsync:GraphQL arn:aws:appsync:us-east-1:123456789012:apis/*/types/Query/fields/getPost"],
        },
        {
          input: { query: 'mutation { put: putPost(title: "{a}") { id } }' },
          permits: ["appsync:GraphQL arn:aws:appsync:us-east-1:123456789012:apis/*/types/Mutation/fields/putPost"],
        },
        {
          input: { query: "{ getPost { id } listPosts { id } }" },
          permits: ["appsync:GraphQL arn:aws:appsync:us-east-1:123456789012:apis/*/types/Query/fields/*"],
        },
      ],
    },
    PublishEvents: {
      authorizedActions: [
        {
          action: "appsync:EventPublish",
          resource: filled("channelNamespace", {
            ApiId: unknownPart("*", "no-resource-in-input", "the name of an endpoint is not the API's id"),
            ChannelNamespaceName: captured(member("channel"), /^\/?([^/]+)/),
          }),
        },
      ],
      because: "events are published to the namespace that begins the channel",
      see: "https://docs.aws.amazon.com/appsync/latest/eventapi/configure-event-api-auth.html",
      examples: [
        {
          input: { channel: "/orders/new" },
          permits: ["appsync:EventPublish arn:aws:appsync:us-east-1:123456789012:apis/*/channelNamespace/orders"],
        },
      ],
    },
  },
});
