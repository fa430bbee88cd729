/** What the lint of a policy is held against: AWS's tables, and what our records of the APIs know beside them. */
import type { LintContext } from "../iam/lint-finding.ts";
import type { AuthorizedAction, ServiceRules } from "../services/define-service.ts";

/** Loads the records and opens the tables. */
export async function lintContext(): Promise<LintContext> {
  const [
    indexes,
    { actionNames },
    { SERVICES },
    { servicePrefixOf },
    { POLICY_RISKS },
    { SESSION_KEYS },
    { SHARED_PREFIXES },
  ] = await Promise.all([
    import("../data/opened-indexes.ts"),
    import("../services/define-service.ts"),
    import("../services/index.ts"),
    import("../services/service-prefixes.ts"),
    import("../services/policy-risks.ts"),
    import("../services/session-keys.ts"),
    import("../services/shared-prefixes.ts"),
  ]);
  const apis = indexes.apiIndex();
  const prefixOf = ({ sdkId }: ServiceRules): string => servicePrefixOf(apis.withSdkId(sdkId)?.signingName ?? "");
  return {
    tables: indexes.authorizationIndex(),
    risks: POLICY_RISKS,
    sessionKeys: SESSION_KEYS,
    sharedPrefixes: SHARED_PREFIXES,
    actionsOfOperation: (servicePrefix, operation) =>
      SERVICES.filter((rules) => prefixOf(rules) === servicePrefix)
        .map((rules) => [...new Set(actionsOf(rules, operation).flatMap(actionNames))])
        .find((actions) => actions.length > 0) ?? [],
  };
}

/** What AWS always or sometimes checks for the call itself, without what follows from its input. */
function actionsOf({ operations = {} }: ServiceRules, operation: string): readonly AuthorizedAction[] {
  const name = Object.keys(operations).find((one) => one.toLowerCase() === operation.toLowerCase());
  const rule = name === undefined ? undefined : operations[name];
  const direct = rule?.authorizedActions.filter(({ origin }) => origin === undefined) ?? [];
  const always = direct.filter(({ when }) => when === undefined);
  return always.length > 0 ? always : direct;
}
