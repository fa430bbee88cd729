/** Which actions a pattern of a policy names, and what they may do: as much of the Service Authorization Reference as that takes. */
import { parseAction } from "../iam/action.ts";
import { hasWildcard, matchesPattern } from "../iam/wildcard.ts";
import type { MayApply } from "./grants.ts";

/** The least harmful first. */
export const ACCESS_LEVELS = ["List", "Read", "Tagging", "Write", "Permissions management"] as const;
export type AccessLevel = (typeof ACCESS_LEVELS)[number];

/** The index of the pipeline fits. */
export interface ActionTables {
  readonly servicePrefixes: ReadonlySet<string>;
  load(
    servicePrefix: string,
  ):
    | { readonly actions: ReadonlyMap<string, { readonly name: string; readonly accessLevel: AccessLevel }> }
    | undefined;
}

export interface KnownAction {
  /** As AWS spells it. */
  readonly action: string;
  readonly level: AccessLevel;
}

/** What a check knows of AWS. */
export interface CheckTables extends ActionTables {
  readonly mayApply: MayApply;
}

/** All that the pattern names, in the order of the tables; none for an action that they do not know. */
export function knownActions(pattern: string, tables: ActionTables): readonly KnownAction[] {
  if (pattern === "*" || pattern === "*:*")
    return [...tables.servicePrefixes].flatMap((prefix) => of(prefix, "*", tables));
  const parsed = parseAction(pattern);
  return parsed === undefined ? [] : of(parsed.servicePrefix.toLowerCase(), parsed.name, tables);
}

function of(servicePrefix: string, name: string, tables: ActionTables): readonly KnownAction[] {
  const actions = tables.load(servicePrefix)?.actions;
  if (actions === undefined) return [];
  const key = name.toLowerCase();
  const single = actions.get(key);
  const found = hasWildcard(key)
    ? [...actions].filter(([known]) => matchesPattern(key, known))
    : single
      ? [[key, single] as const]
      : [];
  return found.map(([, action]) => ({ action: `${servicePrefix}:${action.name}`, level: action.accessLevel }));
}

/** The most harmful of them. */
export function highestLevel(levels: readonly AccessLevel[]): AccessLevel | undefined {
  return ACCESS_LEVELS.findLast((level) => levels.includes(level));
}
