/**
 * The lint of a policy, ours or a foreign one: names that AWS does not have, elements that do nothing, grants that open more
 * than they say. Judges what is written; what was observed is the business of `merge/check-policy.ts`.
 */
import { lintActions } from "./lint-actions.ts";
import { lintConditions } from "./lint-conditions.ts";
import { lintElements, lintSids, lintSize, lintVersion } from "./lint-document.ts";
import type { LintContext, LintedPolicy, LintFinding } from "./lint-finding.ts";
import { lintResources } from "./lint-resources.ts";
import { lintRisks } from "./lint-risks.ts";

/** The policy as a whole first, then statement by statement; equal faults of one statement are told once. */
export function lintPolicy(policy: LintedPolicy, context: LintContext): readonly LintFinding[] {
  const ofStatements = policy.statements.flatMap(({ statement, isComputed }, index) => [
    ...(isComputed ? [] : lintElements(statement, index)),
    ...lintActions(statement, index, context),
    ...lintResources({ statement, isComputed }, index, context),
    ...lintConditions(statement, index, context),
  ]);
  const found = [
    ...lintVersion(policy),
    ...lintSize(policy, context),
    ...ofStatements,
    ...lintSids(policy),
    ...lintRisks(policy, context),
  ];
  const once = new Map(found.map((one) => [`${one.statement}\n${one.code}\n${one.message}`, one]));
  return [...once.values()].sort((one, other) => (one.statement ?? -1) - (other.statement ?? -1));
}
