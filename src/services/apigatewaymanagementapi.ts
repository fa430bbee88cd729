/** API Gateway's connection management: one action, on the connections of an API's stage, by HTTP method. */
import { defineService } from "./define-service.ts";
import { joined, member, ofCall, unknownPart } from "./rule-value.ts";

export default defineService({
  sdkId: "ApiGatewayManagementApi",
  resources: {
    "execute-api-general": {
      filledBy: [
        {
          ApiId: member("ApiId"),
          Stage: member("StageName"),
          Method: ofCall("http-method"),
          ApiSpecificResourcePath: joined(
            "@connections/",
            unknownPart("*", "id-assigned-by-aws", "a connection's id lives as long as the connection"),
          ),
        },
      ],
      because: "connections are named below the stage and the method; their ids come and go",
      see: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-control-access-iam.html",
      examples: [
        {
          operation: "PostToConnection",
          input: { ApiId: "a1b2c3", StageName: "prod", ConnectionId: "L0SM9cOFvHcCIhw=" },
          permits: [
            "execute-api:ManageConnections arn:aws:execute-api:us-east-1:123456789012:a1b2c3/prod/POST/@connections/*",
          ],
        },
      ],
    },
  },
  otherwise: {
    authorizedActions: [{ action: "execute-api:ManageConnections" }],
    because: "all that is done to a connection is one action",
    see: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-control-access-iam.html",
    examples: [
      {
        operation: "DeleteConnection",
        input: { ApiId: "a1b2c3", StageName: "prod", ConnectionId: "L0SM9cOFvHcCIhw=" },
        permits: [
          "execute-api:ManageConnections arn:aws:execute-api:us-east-1:123456789012:a1b2c3/prod/DELETE/@connections/*",
        ],
      },
    ],
  },
});
