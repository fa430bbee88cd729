/** Actions of a policy held against AWS's tables: names that do not exist, wildcards that match nothing. */
import { type Action, parseAction } from "./action.ts";
import { didYouMean, type LintContext, type LintedAction, type LintFinding, lintFinding } from "./lint-finding.ts";
import { nearestName } from "./nearest-name.ts";
import type { Statement } from "./policy-document.ts";
import { valuesOf } from "./statement.ts";
import { hasWildcard, matchesPattern } from "./wildcard.ts";

/** Of one statement, whichever way it names actions. */
export function lintActions({ Action, NotAction }: Statement, index: number, context: LintContext): LintFinding[] {
  return [...valuesOf(Action), ...valuesOf(NotAction)].flatMap((text) =>
    faultsOf(text, context).map((fault) => ({ ...fault, statement: index, value: text })),
  );
}

function faultsOf(text: string, context: LintContext): LintFinding[] {
  if (isEveryAction(text)) return [];
  const action = parseAction(text);
  if (action === undefined) return [lintFinding("action-malformed", { message: `\`${text}\` is not \`prefix:Name\`` })];
  if (hasWildcard(action.servicePrefix)) {
    return [
      lintFinding("action-malformed", { message: `\`${text}\` has a wildcard in its prefix, which IAM refuses` }),
    ];
  }
  const { tables } = context;
  const servicePrefix = action.servicePrefix.toLowerCase();
  if (!tables.servicePrefixes.has(servicePrefix)) {
    const message = `\`${text}\` is no action: no API has the prefix \`${action.servicePrefix}\``;
    const nearest = nearestName(servicePrefix, tables.servicePrefixes);
    return [lintFinding("action-unknown", { message, ...didYouMean(nearest && `${nearest}:${action.name}`) })];
  }
  if (namedActions(text, context.tables).length > 0) return [];
  if (hasWildcard(action.name)) {
    return [lintFinding("action-matches-nothing", { message: `\`${text}\` matches no action of AWS` })];
  }
  return [lintFinding("action-unknown", { message: `AWS has no action \`${text}\``, ...meant(action, context) })];
}

/** An operation of the API that other actions are checked for, else the nearest name. */
function meant({ servicePrefix, name }: Action, context: LintContext): { readonly hint?: string } {
  const needed = context.actionsOfOperation(servicePrefix.toLowerCase(), name);
  if (needed.length > 0) {
    const list = needed.map((one) => `\`${one}\``).join(", ");
    return { hint: `\`${name}\` is an operation of the API: AWS checks ${list} for it` };
  }
  const known = context.tables.load(servicePrefix.toLowerCase())?.actions.values() ?? [];
  const nearest = nearestName(
    name,
    [...known].map((action) => action.name),
  );
  return didYouMean(nearest && `${servicePrefix}:${nearest}`);
}

export const isEveryAction = (text: string): boolean => text === "*" || text === "*:*";

export interface NamedAction {
  readonly servicePrefix: string;
  readonly model: LintedAction;
}

/** The actions of AWS that the text names: one, or all that its wildcards match. None for `*`, which names all of every API. */
export function namedActions(text: string, tables: LintContext["tables"]): readonly NamedAction[] {
  const parsed = parseAction(text);
  if (parsed === undefined) return [];
  const servicePrefix = parsed.servicePrefix.toLowerCase();
  const actions = tables.load(servicePrefix)?.actions;
  const name = parsed.name.toLowerCase();
  const single = actions?.get(name);
  if (single !== undefined) return [{ servicePrefix, model: single }];
  if (actions === undefined || !hasWildcard(name)) return [];
  return [...actions].filter(([key]) => matchesPattern(name, key)).map(([, model]) => ({ servicePrefix, model }));
}
