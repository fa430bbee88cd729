/**
 * The decision over everything that is attached to a principal: identity policies, intersected with a permissions
 * boundary and with session policies (IAM User Guide, "Policy evaluation logic"). Resource policies and those of an
 * organization are not part of it.
 */
import { type CompiledPolicies, compilePolicies, type EvaluationRequest, matchingStatements } from "./evaluate.ts";
import type { PolicyDocument } from "./policy-document.ts";

export interface PrincipalPolicies {
  /** Managed and inline policies of the principal; what any of them allows is allowed. */
  readonly identity: readonly PolicyDocument[];
  /** Absent: no limit. Grants nothing by itself; an empty list of statements allows nothing. */
  readonly permissionsBoundary?: PolicyDocument;
  /** The union of all that were passed for the session. Absent: no limit; an empty list allows nothing. */
  readonly session?: readonly PolicyDocument[];
}

/** The kinds of policy in the order in which AWS names them in its denials. */
export type PolicyKind = "identity" | "permissions-boundary" | "session";

export type PrincipalDecision =
  | { readonly kind: "allowed" }
  /** A Deny in policies of this kind. */
  | { readonly kind: "denied"; readonly by: PolicyKind }
  /** No Allow in policies of these kinds; each of them must have one. */
  | { readonly kind: "implicitly-denied"; readonly by: readonly PolicyKind[] };

type Evaluator = (request: EvaluationRequest) => PrincipalDecision;

/**
 * Reads the policies once, for many requests: a Deny anywhere wins, and each kind that is present must allow.
 * @throws UnknownOperatorError where a condition uses an operator that the evaluator does not know.
 */
export function compilePrincipal({ identity, permissionsBoundary, session }: PrincipalPolicies): Evaluator {
  const kinds: { readonly by: PolicyKind; readonly policies: CompiledPolicies }[] = [
    { by: "identity", policies: compilePolicies(identity) },
  ];
  if (permissionsBoundary) kinds.push({ by: "permissions-boundary", policies: compilePolicies([permissionsBoundary]) });
  if (session) kinds.push({ by: "session", policies: compilePolicies(session) });
  return (request) => {
    const effects = kinds.map(({ by, policies }) => ({
      by,
      effects: matchingStatements(policies, request).map(({ effect }) => effect),
    }));
    const denying = effects.find((kind) => kind.effects.includes("Deny"));
    if (denying !== undefined) return { kind: "denied", by: denying.by };
    const silent = effects.filter((kind) => kind.effects.length === 0).map(({ by }) => by);
    return silent.length === 0 ? { kind: "allowed" } : { kind: "implicitly-denied", by: silent };
  };
}
