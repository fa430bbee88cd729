/**
 * What may go wrong with permissions that are granted on purpose: combinations by which whoever has them gains more, and
 * actions that open secrets, keys or roles. Which these are stands in `services/`; here is how a policy is held against them.
 */
import { actionKey } from "./action.ts";
import { parseArn } from "./arn.ts";
import type { Statement } from "./policy-document.ts";
import { valuesOf } from "./statement.ts";
import { hasWildcard, matchesPattern } from "./wildcard.ts";

export interface PolicyRisk {
  readonly kind: "privilege-escalation" | "sensitive-grant";
  /** One action of each list is needed. A `sensitive-grant` counts only where a wildcard stands for its resource's name and no condition narrows it. */
  readonly actions: readonly (readonly string[])[];
  /** What the permissions let one do, behind "lets one …". */
  readonly because: string;
  readonly see: string;
}

export interface Grant {
  readonly action: string;
  readonly resource: string;
  /** A condition narrows it. */
  readonly isConditional?: boolean;
}

/** A risk with the grants that make it, in the order of its lists. */
export interface FoundRisk<Of extends Grant> {
  readonly risk: PolicyRisk;
  readonly grants: readonly Of[];
  /** One of the resources is not named but matched, so that it is not only those that somebody chose. */
  readonly isWide: boolean;
}

/** Actions may hold wildcards. A grant of every action is a finding of its own, and none here. */
export function risksIn<Of extends Grant>(
  grants: readonly Of[],
  risks: readonly PolicyRisk[],
): readonly FoundRisk<Of>[] {
  const byAction = new Map<string, Of[]>();
  for (const grant of grants) {
    const key = actionKey(grant.action);
    if (key === "*" || key === "*:*") continue;
    const same = byAction.get(key);
    if (same === undefined) byAction.set(key, [grant]);
    else same.push(grant);
  }
  const patterns = [...byAction].filter(([key]) => hasWildcard(key));
  const granting = (action: string): readonly Of[] => {
    const key = actionKey(action);
    return [
      byAction.get(key) ?? [],
      ...patterns.filter(([one]) => matchesPattern(one, key)).map(([, of]) => of),
    ].flat();
  };
  return risks.flatMap((risk) => {
    const groups = risk.actions.map((alternatives) => alternatives.flatMap(granting));
    const counted = risk.kind === "sensitive-grant" ? groups.map((group) => group.filter(isOpen)) : groups;
    if (counted.some((group) => group.length === 0)) return [];
    const found = [...new Set(counted.flat())];
    return [{ risk, grants: found, isWide: found.some(isWide) }];
  });
}

const isOpen = (grant: Grant): boolean => isWide(grant) && grant.isConditional !== true;

/** `*`, or an ARN of which nothing but its type is named. */
function isWide({ resource }: Grant): boolean {
  const [type = "*", ...names] = (parseArn(resource)?.resource ?? "*").split(/[/:]/);
  return (names.length === 0 ? [type] : names).every((name) => /^[*?]+$/.test(name));
}

/** Every action on every resource that the statements allow, as they are written. */
export function allowedGrants(statements: readonly Statement[]): readonly Grant[] {
  return statements
    .filter(({ Effect }) => Effect === "Allow")
    .flatMap(({ Action, Resource, Condition }) =>
      valuesOf(Action).flatMap((action) =>
        valuesOf(Resource).map((resource) => ({ action, resource, isConditional: Condition !== undefined })),
      ),
    );
}
