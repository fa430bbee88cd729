/** What a reviewer must know of what the calls need: permissions that open secrets or roles, or lead to further permissions. */
import { alikeRisks, riskText } from "../iam/lint-risks.ts";
import { type Grant, type PolicyRisk, risksIn } from "../iam/policy-risk.ts";
import { groupBy, sortedNumbers } from "./order.ts";
import type { Finding } from "./policy-set.ts";
import type { Requirement } from "./requirement.ts";

interface NeededGrant extends Grant {
  readonly calls: readonly number[];
}

/** In the order of the risks. An escalation by means of named resources alone is told, and no more. */
export function riskFindings(requirements: readonly Requirement[], risks: readonly PolicyRisk[]): readonly Finding[] {
  const grants = requirements.map(({ action, resource, conditionKey, calls }): NeededGrant => {
    return { action, resource, isConditional: conditionKey !== "", calls };
  });
  const found = risksIn(grants, risks).map((one) => ({ ...one, grants: onePerAction(one.grants) }));
  return alikeRisks(found).flatMap((alike): Finding[] => {
    const [first] = alike;
    if (first === undefined) return [];
    return [
      {
        code: first.risk.kind,
        severity: first.isWide ? "warning" : "info",
        message: riskText(alike),
        calls: sortedNumbers(alike.flatMap((one) => one.grants.flatMap(({ calls }) => calls))),
      },
    ];
  });
}

function onePerAction(grants: readonly NeededGrant[]): readonly NeededGrant[] {
  return [...groupBy(grants, ({ action }) => action).values()].flatMap((same) => {
    const [first] = same;
    return first === undefined ? [] : [{ ...first, calls: same.flatMap(({ calls }) => calls) }];
  });
}
