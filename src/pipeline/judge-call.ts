/** Would a policy allow a call? Asked before the call reaches AWS, so by its request alone. */
import type { AssumedPlace } from "../authorize/placed-call.ts";
import type { RequiredPermission } from "../authorize/required-permission.ts";
import type { ApiCall, Denial } from "../decode/api-call.ts";
import type { FavourableDecision } from "../iam/decide-in-favour.ts";
import type { PolicyDocument } from "../iam/policy-document.ts";
import type { RequestContext } from "../iam/policy-variables.ts";

export interface Ruling {
  /** What is missing, or what a statement denies; the first of several, in the order in which the call needs them. */
  readonly denial?: Denial;
  /** Condition keys and variables of the policy that the request does not show, and that count as met. */
  readonly untested: readonly string[];
}

/** What answers have told of identities, by their id. */
export interface KnownIdentities {
  readonly accounts: ReadonlyMap<string, string>;
  readonly arns: ReadonlyMap<string, string>;
}

export type JudgeCall = (call: ApiCall, identities: KnownIdentities) => Ruling;

/**
 * Loads what explaining calls takes.
 * @throws UnknownOperatorError where the policy uses an operator that the evaluator does not know.
 */
export async function callJudge(documents: readonly PolicyDocument[], assumed: AssumedPlace): Promise<JudgeCall> {
  const [{ createAuthorizer }, { placedCall }, { decideInFavour }, { satisfyingContexts }, indexes, services] =
    await Promise.all([
      import("../authorize/authorizer.ts"),
      import("../authorize/placed-call.ts"),
      import("../iam/decide-in-favour.ts"),
      import("../synthesize/condition-block.ts"),
      import("../data/opened-indexes.ts"),
      import("../services/index.ts"),
    ]);
  const [apis, authorization] = [indexes.apiIndex(), indexes.authorizationIndex()];
  const authorize = createAuthorizer({ apis, authorization, rules: services.serviceRules });
  const decide = decideInFavour(documents);

  /** Several values of a key are alternatives: the request has one of them. */
  const decisionOn = (permission: RequiredPermission, resource: string, global: RequestContext): FavourableDecision => {
    const { action, conditions, observedConditions, origin, widened } = permission;
    const seen = satisfyingContexts(observedConditions?.[resource] ?? {})[0];
    const viaService = { "aws:ViaAWSService": [String(origin === "forward-access")] };
    const decisions = satisfyingContexts(conditions).map((fixed) =>
      decide({
        action,
        resource,
        isWidened: widened !== undefined,
        context: { ...global, ...viaService, ...seen, ...fixed },
      }),
    );
    const [first = { kind: "implicitly-denied", untested: [] }] = decisions;
    return decisions.find(({ kind }) => kind === "allowed") ?? first;
  };

  return (call, { accounts, arns }) => {
    const placed = placedCall(call, assumed, accounts);
    const principal = arns.get(call.identity);
    const global = globalContext(placed, principal);
    const untested = new Set<string>();
    for (const permission of authorize(placed)) {
      for (const resource of permission.resources) {
        const decision = decisionOn(permission, resource, global);
        for (const key of decision.untested) untested.add(key);
        if (decision.kind === "allowed") continue;
        const explicit = decision.kind === "denied" ? ({ isExplicit: true } as const) : {};
        const { action } = permission;
        const named = principal === undefined ? {} : { principal };
        return { denial: { action, resource, policyType: "identity-based", ...named, ...explicit }, untested: [] };
      }
    }
    return { untested: [...untested].sort() };
  };
}

/** The global keys that a request as AWS sees it is sure to have (IAM User Guide, "AWS global condition context keys"). */
function globalContext({ account, region }: ApiCall, principal: string | undefined): RequestContext {
  const userName = /^arn:[^:]+:iam::\d{12}:user\/(?:.*\/)?([^/]+)$/.exec(principal ?? "")?.[1];
  return {
    // Endpoints of AWS are reached by TLS, whatever stands in for them.
    "aws:SecureTransport": ["true"],
    ...(region === "" || region === "*" ? {} : { "aws:RequestedRegion": [region] }),
    ...(account === undefined ? {} : { "aws:PrincipalAccount": [account] }),
    ...(userName === undefined || principal === undefined
      ? {}
      : { "aws:PrincipalArn": [principal], "aws:username": [userName] }),
  };
}
