/** The permissions of one call under a service record, in the notation of examples. */
import { createAuthorizer } from "../../src/authorize/authorizer.ts";
import { openApiIndex } from "../../src/data/open-api-index.ts";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import type { ServiceRules } from "../../src/services/define-service.ts";
import { exampleCall, permitNotation } from "./example-call.ts";

const apis = openApiIndex();
const authorization = openAuthorizationIndex();

/** Asks about calls of one API: `permits("GetParameter", { Name: "a" })`. */
export function permitsOf(rules: ServiceRules) {
  const authorize = createAuthorizer({ apis, authorization, rules: () => rules });
  const signingName = apis.withSdkId(rules.sdkId)?.signingName ?? "";
  return (operation: string, input: { readonly [member: string]: unknown }): readonly string[] =>
    authorize(exampleCall({ input, permits: [] }, { sdkId: rules.sdkId, operation, signingName })).map(permitNotation);
}
