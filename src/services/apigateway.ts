/** Amazon API Gateway, REST APIs: the action is the HTTP method, the resource the path of the request. */

import domains from "./apigateway-domains.ts";
import { makesTagged, onPath, REST_PATH } from "./apigateway-paths.ts";
import restApis from "./apigateway-rest-apis.ts";
import { defineService } from "./define-service.ts";

export default defineService({
  sdkId: "API Gateway",
  otherwise: {
    authorizedActions: [onPath(REST_PATH)],
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
  operations: {
    ...restApis,
    ...domains,
    ...makesTagged({
      path: REST_PATH,
      tags: "tags",
      by: {
        CreateApiKey: [{}, "/apikeys"],
        CreateStage: [{ restApiId: "a1b2c3", stageName: "prod", deploymentId: "d1" }, "/restapis/a1b2c3/stages"],
        CreateUsagePlan: [{ name: "gold" }, "/usageplans"],
        CreateVpcLink: [{ name: "inner" }, "/vpclinks"],
        GenerateClientCertificate: [{}, "/clientcertificates"],
      },
    }),
  },
});
