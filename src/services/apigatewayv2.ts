/** Amazon API Gateway, HTTP and WebSocket APIs: the action is the HTTP method, the resource the path without `/v2`. */
import { defineService, httpMethod } from "./define-service.ts";
import { requestPath } from "./rule-resource.ts";

export default defineService({
  sdkId: "ApiGatewayV2",
  otherwise: {
    authorizedActions: [
      {
        action: httpMethod("apigateway"),
        resource: requestPath("arn:${Partition}:apigateway:${Region}::${Path}", /^\/v2(?=\/)/),
      },
    ],
    because: "managing APIs is authorized by HTTP method and path",
    see: "https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html",
    examples: [
      {
        operation: "CreateRoute",
        input: { ApiId: "a1b2c3", RouteKey: "GET /photos" },
        permits: ["apigateway:POST arn:aws:apigateway:us-east-1::/apis/a1b2c3/routes"],
      },
    ],
  },
});
