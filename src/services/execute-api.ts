/** APIs that customers deploy on API Gateway: calling one is an action on its stage, method and path. */
import { defineService } from "./define-service.ts";
import { INVOKED, refreshesCache } from "./execute-api-paths.ts";

export default defineService({
  sdkId: "Execute API",
  otherwise: {
    authorizedActions: [
      { action: "execute-api:Invoke", resource: INVOKED },
      {
        action: "execute-api:InvalidateCache",
        resource: INVOKED,
        when: refreshesCache,
        origin: "dependent",
        because: "the request asks for the answer afresh, past the cache of the stage",
      },
    ],
    because:
      "an API is called by stage, method and path, and the path alone does not tell whether it begins with a stage",
    see: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-invoke-api.html",
    examples: [
      {
        operation: "InvokeGet",
        input: { ApiId: "a1b2c3", Path: "prod/pets/1" },
        permits: [
          "execute-api:Invoke arn:aws:execute-api:us-east-1:123456789012:a1b2c3/$default/GET/prod/pets/1 + arn:aws:execute-api:us-east-1:123456789012:a1b2c3/prod/GET/pets/1",
        ],
      },
      {
        operation: "InvokePostRoot",
        input: { ApiId: "a1b2c3" },
        permits: ["execute-api:Invoke arn:aws:execute-api:us-east-1:123456789012:a1b2c3/$default/POST/"],
      },
      {
        operation: "InvokeGet",
        input: { ApiId: "a1b2c3", Path: "prod", Upgrade: "websocket" },
        permits: ["execute-api:Invoke arn:aws:execute-api:us-east-1:123456789012:a1b2c3/prod/$connect"],
      },
      {
        operation: "InvokeGetRoot",
        input: { ApiId: "a1b2c3", CacheControl: "max-age=0" },
        permits: [
          "execute-api:Invoke arn:aws:execute-api:us-east-1:123456789012:a1b2c3/$default/GET/",
          "execute-api:InvalidateCache arn:aws:execute-api:us-east-1:123456789012:a1b2c3/$default/GET/",
        ],
      },
    ],
  },
});
