/** API Gateway's connection management: each API has a host and a stage of its own, and its ARNs name both. */
import { defineAddressing } from "./define-addressing.ts";

/** See https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html */
export const apiGatewayManagementAddressing = defineAddressing({
  sdkId: "ApiGatewayManagementApi",
  hosts: [{ form: "{ApiId}.execute-api", binds: { ApiId: ["{ApiId}"] } }],
  basePath: "StageName",
});
