/**
 * A policy of the team against what was observed: what the calls need and it does not allow, and what it allows and no call
 * needed. Judged by the evaluator, never by how it is written.
 */
import { actionKey } from "../iam/action.ts";
import { parseArn } from "../iam/arn.ts";
import type { Statement } from "../iam/policy-document.ts";
import { valuesOf } from "../iam/statement.ts";
import { covers, hasWildcard, type Pattern, parsePattern } from "../iam/wildcard.ts";
import { atMost, grantsOf, isGrantedWithin, judgeOf, meaningfulGrants, openKeys } from "./grants.ts";
import {
  ACCESS_LEVELS,
  type AccessLevel,
  type CheckTables,
  highestLevel,
  type KnownAction,
  knownActions,
} from "./known-actions.ts";
import type { FoundPolicy, FoundStatement, Region } from "./policy-file.ts";

export interface Missing {
  readonly action: string;
  readonly resource: string;
  readonly condition?: Statement["Condition"];
  /**
   * `denied`: a Deny applies, so that no Allow helps. `perhaps-denied`: one applies unless a condition key has some value.
   * `uncertain`: only a statement in which the file computes a part may allow it, or one that the file takes from elsewhere.
   */
  readonly why: "not-allowed" | "denied" | "perhaps-denied" | "uncertain";
  /** The condition keys that say whether it is denied. */
  readonly keys?: readonly string[];
  /** The limit (boundary, session policy, policy of the organization) that does not allow it; absent: the policy itself. */
  readonly within?: string;
  /** Of the statement that denies or may allow it, else of the policy. */
  readonly region: Region;
}

export interface Excess {
  /** As the policy writes them; `NotAction` and `NotResource` with their own name before the values. */
  readonly action: string;
  readonly resource: string;
  /**
   * `unused`: no call needed any of it. `wide-action`: the pattern names more actions than were needed. `wide-resource`: the
   * pattern holds more resources than were needed. `inverted`: it cannot be taken apart.
   */
  readonly why: "unused" | "wide-action" | "wide-resource" | "inverted";
  /** The most that it allows without need. */
  readonly level: AccessLevel;
  /** Actions allowed without need, as AWS spells them, in order; empty where no table knows the action. */
  readonly actions: readonly string[];
  readonly sid?: string;
  readonly region: Region;
}

export interface PolicyCheck {
  /** Permissions that the calls need. */
  readonly needed: number;
  readonly missing: readonly Missing[];
  /** The highest access level first, then in the order of the file. */
  readonly excess: readonly Excess[];
  /** Statements whose actions the file computes: whether they allow more than was needed is not known. */
  readonly unknown: readonly Pick<Excess, "sid" | "region">[];
}

/** A policy that has to allow the calls as well, and grants nothing. */
export interface Limit {
  /** For people: its file. */
  readonly name: string;
  readonly policy: FoundPolicy;
}

export interface CheckContext {
  readonly tables: CheckTables;
  readonly limits?: readonly Limit[];
}

/** `needed`: one action on one resource each. */
export function checkPolicy(
  policy: FoundPolicy,
  needed: readonly Statement[],
  { tables, limits = [] }: CheckContext,
): PolicyCheck {
  const denied = policy.statements
    .filter(({ statement, isComputed }) => !isComputed && statement.Effect === "Deny" && !statement.Condition)
    .flatMap(({ statement }) => grantsOf(statement));
  const observed = { needed: byAction(needed), denied, tables, actionsOf: actionsFinder(tables) };
  const excess = policy.statements
    .filter(({ statement }) => statement.Effect === "Allow")
    .flatMap((found) => excessOf(found, observed));
  const rank = ({ level }: Excess): number => -ACCESS_LEVELS.indexOf(level);
  return {
    needed: needed.length,
    missing: [
      ...missingFrom(policy, needed),
      ...limits.flatMap((limit) =>
        missingFrom(limit.policy, needed).map((one) => ({ ...one, within: limit.name, region: policy.region })),
      ),
    ],
    excess: [...excess].sort((one, other) => rank(one) - rank(other)),
    unknown: policy.statements
      .filter(({ statement, unknownActions }) => statement.Effect === "Allow" && unknownActions !== undefined)
      .map(placeOf),
  };
}

function missingFrom({ statements, region, isPartial }: FoundPolicy, needed: readonly Statement[]): readonly Missing[] {
  const certain = judgeOf(statements);
  const judged = (effect: Statement["Effect"], isComputed: boolean) =>
    statements
      .filter((found) => found.statement.Effect === effect && found.isComputed === isComputed)
      .map((found) => ({ found, judge: judgeOf([atMost(found)]) }));
  const [denies, computed] = [judged("Deny", false), judged("Allow", true)];
  return needed.flatMap((grant): Missing[] => {
    const condition = grant.Condition === undefined ? {} : { condition: grant.Condition };
    const [action = "", resource = ""] = [valuesOf(grant.Action)[0], valuesOf(grant.Resource)[0]];
    const lacking = { action, resource, ...condition };
    const denying = denies
      .filter(({ judge }) => judge.denies(grant))
      .map(({ found }) => ({ region: found.region, keys: openKeys(found.statement, grant) }))
      .sort((one, other) => one.keys.length - other.keys.length)[0];
    if (denying?.keys.length === 0) return [{ ...lacking, why: "denied", region: denying.region }];
    if (!certain.allows(grant)) {
      const cause = computed.find(({ judge }) => judge.allows(grant))?.found;
      const isOpen = cause !== undefined || isPartial === true;
      return [{ ...lacking, why: isOpen ? "uncertain" : "not-allowed", region: cause?.region ?? region }];
    }
    return denying === undefined ? [] : [{ ...lacking, why: "perhaps-denied", ...denying }];
  });
}

/** An action on a resource, compiled once for many comparisons. */
interface Patterns {
  readonly action: Pattern;
  readonly resource: Pattern;
  readonly key: string;
  /** Of the resource, without account, region and partition. */
  readonly name: string;
}

function patternsOf({ Action, Resource }: Statement): Patterns {
  const [action = "", resource = ""] = [valuesOf(Action)[0], valuesOf(Resource)[0]];
  const key = actionKey(action === "*:*" ? "*" : action);
  return { action: parsePattern(key), resource: parsePattern(resource), key, name: nameIn(resource) };
}

/** Few actions are needed on many resources, and comparing actions first is what makes a check fast. */
function byAction(needed: readonly Statement[]): readonly (readonly Patterns[])[] {
  const groups = new Map<string, Patterns[]>();
  for (const one of needed.map(patternsOf)) {
    const same = groups.get(one.key);
    if (same === undefined) groups.set(one.key, [one]);
    else same.push(one);
  }
  return [...groups.values()];
}

interface Observed {
  readonly needed: readonly (readonly Patterns[])[];
  /** What Deny statements take away without conditions. */
  readonly denied: readonly Statement[];
  readonly tables: CheckTables;
  readonly actionsOf: (pattern: string) => readonly KnownAction[];
}

/** Remembers what it has found: `*` names all actions that there are, and policies say it more than once. */
function actionsFinder(tables: CheckTables): Observed["actionsOf"] {
  const found = new Map<string, readonly KnownAction[]>();
  return (pattern) => {
    const known = found.get(pattern) ?? knownActions(pattern, tables);
    found.set(pattern, known);
    return known;
  };
}

const placeOf = ({ statement: { Sid }, region }: FoundStatement): Pick<Excess, "sid" | "region"> => ({
  ...(Sid === undefined ? {} : { sid: Sid }),
  region,
});

function excessOf(found: FoundStatement, observed: Observed): readonly Excess[] {
  const { NotAction, NotResource, Action, Resource } = found.statement;
  const place = placeOf(found);
  if (NotAction !== undefined || NotResource !== undefined) {
    const action =
      NotAction === undefined ? valuesOf(Action).join(", ") : `NotAction ${valuesOf(NotAction).join(", ")}`;
    const resource = NotResource === undefined ? valuesOf(Resource) : ["NotResource", ...valuesOf(NotResource)];
    const inverted = { action, resource: resource.join(" "), why: "inverted", actions: [] } as const;
    const levels = valuesOf(Action).flatMap((one) => observed.actionsOf(one).map(({ level }) => level));
    return [{ ...inverted, level: highestLevel(levels) ?? "Permissions management", ...place }];
  }
  const pairs = meaningfulGrants(
    { Effect: "Allow", Action: Action ?? [], Resource: Resource ?? [] },
    observed.tables.mayApply,
  );
  return pairs.flatMap((pair): Excess[] => {
    const [action = "", resource = ""] = [valuesOf(pair.Action)[0], valuesOf(pair.Resource)[0]];
    if (found.unknownActions?.includes(action) === true) return [];
    const excess = excessOfPair(pair, found.isComputed, observed);
    return excess === undefined ? [] : [{ action, resource, ...excess, ...place }];
  });
}

/** Of one action and one resource as they are written; conditions narrow what is allowed, and are not counted for it. */
function excessOfPair(
  pair: Statement,
  isComputed: boolean,
  { needed, denied, tables, actionsOf }: Observed,
): Pick<Excess, "why" | "level" | "actions"> | undefined {
  if (denied.some((grant) => isGrantedWithin(grant, pair))) return undefined;
  const [action = ""] = valuesOf(pair.Action);
  const allowed = patternsOf(pair);
  const used = needed
    .filter(([first]) => first !== undefined && covers(allowed.action, first.action))
    .flatMap((same) => (isComputed ? same : same.filter((one) => covers(allowed.resource, one.resource))));
  const keys = new Set(used.map(({ key }) => key));
  const [resource = ""] = valuesOf(pair.Resource);
  const named = actionsOf(action);
  const applying = named.filter((one) => tables.mayApply(one.action, resource));
  const known = applying.length > 0 ? applying : named;
  const unused = known.filter((one) => !keys.has(actionKey(one.action)));
  const of = (actions: typeof known): Pick<Excess, "level" | "actions"> => ({
    level: highestLevel(actions.map(({ level }) => level)) ?? "Write",
    actions: actions.map((one) => one.action),
  });
  if (used.length === 0) return { why: "unused", ...of(known) };
  if (hasWildcard(action) && unused.length > 0) return { why: "wide-action", ...of(unused) };
  const isWide = !isComputed && hasWildcard(allowed.name) && !used.some(({ name }) => name === allowed.name);
  return isWide ? { why: "wide-resource", ...of(known) } : undefined;
}

/** Account, region and partition do not count: a template that is deployed elsewhere leaves them open. */
const nameIn = (resource: string): string => parseArn(resource)?.resource ?? resource;
