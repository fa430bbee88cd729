/** URLs of Lambda functions: the host has an id of its own, which does not tell the function. */
import { defineAddressing } from "./define-addressing.ts";

/** See https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html */
export const lambdaUrlAddressing = defineAddressing({
  sdkId: "Lambda Function URL",
  hosts: [{ form: "{UrlId}.lambda-url", binds: { UrlId: ["{UrlId}"] } }],
});
