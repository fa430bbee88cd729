/** Actions that begin with the same verb as one pattern, where the same resources need them. Only `--widen` asks for it. */
import type { AuthorizationIndex } from "../data/authorization-index.ts";
import { parseAction } from "../iam/action.ts";
import { compareText, groupBy, sortedTexts } from "./order.ts";
import type { Requirement } from "./requirement.ts";

export interface ActionWidening {
  /** `prefix:Verb*`. */
  readonly pattern: string;
  /** What it stands for in some statement. */
  readonly actions: ReadonlySet<string>;
  /** Actions that it grants besides, as AWS's table knows them. */
  readonly adds: readonly string[];
}

const VERB = /^[A-Z][a-z]+/;

/** Those that add the fewest actions first. */
export function actionWidenings(
  needed: readonly Requirement[],
  authorization: AuthorizationIndex,
): readonly ActionWidening[] {
  const verbs = groupBy(sortedTexts(needed.map(({ action }) => action)), (action) => verbPattern(action) ?? "");
  return [...verbs]
    .filter(([pattern, actions]) => pattern !== "" && actions.length > 1)
    .map(([pattern, actions]) => ({ pattern, actions: new Set(actions), adds: added(pattern, actions, authorization) }))
    .sort((a, b) => a.adds.length - b.adds.length || compareText(a.pattern, b.pattern));
}

function verbPattern(action: string): string | undefined {
  const parsed = parseAction(action);
  const verb = parsed && VERB.exec(parsed.name)?.[0];
  return verb === undefined ? undefined : `${parsed?.servicePrefix}:${verb}*`;
}

function added(pattern: string, actions: readonly string[], authorization: AuthorizationIndex): string[] {
  const [servicePrefix = "", verb = ""] = pattern.slice(0, -1).split(":");
  const known = [...(authorization.load(servicePrefix.toLowerCase())?.actions.values() ?? [])];
  const all = known.map(({ name }) => name).filter((name) => name.toLowerCase().startsWith(verb.toLowerCase()));
  const wanted = new Set(actions.map((action) => action.toLowerCase()));
  return sortedTexts(all.map((name) => `${servicePrefix}:${name}`)).filter((name) => !wanted.has(name.toLowerCase()));
}

/** Where several of its actions are needed on the same resources under the same conditions, the pattern stands for them. */
export function widenActions(
  needed: readonly Requirement[],
  { pattern, actions }: ActionWidening,
): readonly Requirement[] {
  const placeOf = ({ resource, conditionKey }: Requirement): string => `${resource}\n${conditionKey}`;
  const concerned = groupBy(
    needed.filter(({ action }) => actions.has(action)),
    placeOf,
  );
  return needed.map((one) =>
    actions.has(one.action) && (concerned.get(placeOf(one))?.length ?? 0) > 1 ? { ...one, action: pattern } : one,
  );
}
