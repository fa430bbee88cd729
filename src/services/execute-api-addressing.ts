/** APIs that customers deploy on API Gateway: the host names the API, behind the endpoint of a VPC too. */
import { defineAddressing } from "./define-addressing.ts";

/** See https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-test-invoke-url.html */
export const executeApiAddressing = defineAddressing({
  sdkId: "Execute API",
  hosts: [
    { form: "{ApiId}-vpce-{VpceId}.execute-api", binds: { ApiId: ["{ApiId}"] } },
    { form: "{ApiId}.execute-api", binds: { ApiId: ["{ApiId}"] } },
  ],
});
