/** Observed permissions taken apart into single requirements, each once, whatever the number and order of calls. */
import type { Widening } from "../authorize/required-permission.ts";
import { actionKey } from "../iam/action.ts";
import type { ConditionBlock } from "../iam/condition.ts";
import { covers, hasWildcard, type Pattern, parsePattern } from "../iam/wildcard.ts";
import { canonicalConditions, conditionKey, isImpliedBy, singleAlternatives } from "./condition-block.ts";
import type { ObservedPermission } from "./observed-permission.ts";
import { compareText, groupBy, sortedNumbers, sortedTexts } from "./order.ts";

/** One action on one resource under some conditions, and the calls that need it. */
export interface Requirement {
  readonly action: string;
  readonly resource: string;
  readonly conditions: ConditionBlock;
  /** Equal for equal conditions; empty for none. */
  readonly conditionKey: string;
  readonly accessLevel: string | undefined;
  /** At least one call needs it by a rule or table, not only by the operation's name. */
  readonly isVerified: boolean;
  readonly calls: readonly number[];
  readonly deniedCalls: readonly number[];
  readonly widenings: readonly { readonly widening: Widening; readonly calls: readonly number[] }[];
}

interface Part {
  readonly observed: ObservedPermission;
  readonly resource: string;
  readonly conditions: ConditionBlock;
  readonly conditionKey: string;
}

/** Sorted by action, resource and conditions. Equal actions in different case are one, in the spelling that sorts first. */
export function requirementsOf(observed: readonly ObservedPermission[]): readonly Requirement[] {
  const parts = observed.flatMap((one): Part[] => {
    const alternatives = alternativesOf(one.permission.conditions);
    return alternatives.flatMap((conditions) => {
      const key = conditionKey(conditions);
      return one.permission.resources.map((resource) => ({ observed: one, resource, conditions, conditionKey: key }));
    });
  });
  const spellings = new Map<string, string>();
  for (const action of sortedTexts(observed.map(({ permission }) => permission.action))) {
    if (!spellings.has(actionKey(action))) spellings.set(actionKey(action), action);
  }
  const keyOf = ({ observed: { permission }, resource, conditionKey }: Part): string =>
    [actionKey(permission.action), resource, conditionKey].join("\n");
  return [...groupBy(parts, keyOf)]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, same]) => requirementOf(same, spellings))
    .filter((requirement) => requirement !== undefined);
}

/** Most permissions have no condition: one answer for all of them. */
function alternativesOf(conditions: ConditionBlock): readonly ConditionBlock[] {
  return Object.keys(conditions).length === 0 ? UNCONDITIONAL : singleAlternatives(canonicalConditions(conditions));
}

const UNCONDITIONAL: readonly ConditionBlock[] = [{}];

function requirementOf(parts: readonly Part[], spellings: ReadonlyMap<string, string>): Requirement | undefined {
  const [first] = parts;
  if (first === undefined) return undefined;
  const permissions = parts.map(({ observed }) => observed.permission);
  const { action } = first.observed.permission;
  return {
    action: spellings.get(actionKey(action)) ?? action,
    resource: first.resource,
    conditions: first.conditions,
    conditionKey: first.conditionKey,
    accessLevel: sortedTexts(permissions.flatMap(({ accessLevel }) => accessLevel ?? []))[0],
    isVerified: permissions.some(({ verified }) => verified),
    calls: callsOf(parts),
    deniedCalls: callsOf(parts.filter(({ observed }) => observed.outcome === "denied")),
    widenings: hasWildcard(first.resource) ? wideningsOf(parts) : NONE,
  };
}

function callsOf(parts: readonly Part[]): readonly number[] {
  const [first, second] = parts;
  if (first === undefined) return NONE;
  return second === undefined ? [first.observed.call] : sortedNumbers(parts.map(({ observed }) => observed.call));
}

/** One object for all: a long recording has many requirements. */
const NONE: readonly [] = [];

function wideningsOf(parts: readonly Part[]): Requirement["widenings"] {
  const widened = parts.filter(({ observed }) => observed.permission.widened !== undefined);
  const byWidening = groupBy(widened, ({ observed }) => JSON.stringify(wideningText(observed.permission.widened)));
  return [...byWidening]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([, same]) => {
      const widening = same[0]?.observed.permission.widened;
      return widening === undefined ? [] : [{ widening, calls: callsOf(same) }];
    });
}

const wideningText = (widening: Widening | undefined) => [widening?.reason, widening?.detail];

/** Without the requirements that another one of the same action grants as well; the order stays. */
export function withoutCovered(requirements: readonly Requirement[]): readonly Requirement[] {
  const byAction = groupBy(requirements, ({ action }) => action);
  const covered = new Set<Requirement>();
  for (const same of byAction.values()) {
    const wide = same
      .filter(({ resource }, index) => hasWildcard(resource) || isRepeated(same, index))
      .map((requirement) => ({ requirement, pattern: parsePattern(requirement.resource) }));
    if (wide.length === 0) continue;
    for (const requirement of same) {
      const pattern = parsePattern(requirement.resource);
      if (wide.some((other) => isCoveredBy(requirement, pattern, other))) covered.add(requirement);
    }
  }
  return requirements.filter((requirement) => !covered.has(requirement));
}

/** Requirements are sorted, so those of one resource stand side by side. */
function isRepeated(same: readonly Requirement[], index: number): boolean {
  const resource = same[index]?.resource;
  return same[index - 1]?.resource === resource || same[index + 1]?.resource === resource;
}

interface Wide {
  readonly requirement: Requirement;
  readonly pattern: Pattern;
}

function isCoveredBy(requirement: Requirement, pattern: Pattern, wide: Wide): boolean {
  const other = wide.requirement;
  if (
    other === requirement ||
    !covers(wide.pattern, pattern) ||
    !isImpliedBy(other.conditions, requirement.conditions)
  ) {
    return false;
  }
  const isMutual = covers(pattern, wide.pattern) && isImpliedBy(requirement.conditions, other.conditions);
  return !isMutual || sortKey(other) < sortKey(requirement);
}

const sortKey = ({ resource, conditionKey }: Requirement): string => `${resource}\n${conditionKey}`;
