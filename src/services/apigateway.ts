/** Amazon API Gateway, REST APIs: the action is the HTTP method, the resource the path of the request. */
import { defineService, httpMethod } from "./define-service.ts";
import { requestPath } from "./rule-resource.ts";

export default defineService({
  sdkId: "API Gateway",
  otherwise: {
    authorizedActions: [
      {
        action: httpMethod("apigateway"),
        resource: requestPath("arn:${Partition}:apigateway:${Region}::${Path}"),
      },
    ],
    because: "managing APIs is authorized by HTTP method and path",
    see: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-create-and-manage-api.html",
    examples: [
      {
        operation: "GetResources",
        input: { restApiId: "a1b2c3" },
        permits: ["apigateway:GET arn:aws:apigateway:us-east-1::/restapis/a1b2c3/resources"],
      },
      {
        operation: "TagResource",
        input: { resourceArn: "arn:aws:apigateway:us-east-1::/restapis/a1b2c3", tags: {} },
        permits: [
          "apigateway:PUT arn:aws:apigateway:us-east-1::/tags/arn%3Aaws%3Aapigateway%3Aus-east-1%3A%3A%2Frestapis%2Fa1b2c3",
        ],
      },
    ],
  },
});
