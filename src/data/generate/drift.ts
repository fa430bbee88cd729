/** What a refresh of the data changes: the part of a diff that a reviewer must see, above all what is gone. */
import type { ApiIndex, ApiModel, MemberModel } from "../api-index.ts";
import type { AuthorizationIndex } from "../authorization-index.ts";

export interface DataIndexes {
  readonly apis: ApiIndex;
  readonly authorization: AuthorizationIndex;
}

interface Change {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export interface Drift {
  readonly clients: Change;
  readonly operations: Change;
  readonly members: Change;
  readonly actions: Change;
  /** `client:Operation prefix:Action` where the action named like the operation was there before and is not now. */
  readonly lostSameNamedActions: readonly string[];
}

function compare(before: Iterable<string>, after: Iterable<string>): Change {
  const old = new Set(before);
  const fresh = new Set(after);
  return { added: [...fresh].filter((name) => !old.has(name)), removed: [...old].filter((name) => !fresh.has(name)) };
}

function* memberNames(members: readonly MemberModel[], above: string): Generator<string> {
  for (const { name, members: nested = [] } of members) {
    yield `${above}.${name}`;
    yield* memberNames(nested, `${above}.${name}`);
  }
}

const modelsOf = (index: ApiIndex): readonly ApiModel[] => index.entries.map(({ client }) => index.load(client));

const operationNames = (model: ApiModel): readonly string[] =>
  [...model.operations.keys()].map((name) => `${model.client}:${name}`);

/** Members of operations that are in both trees: those of a new operation are no news. */
function* sharedMembers(models: readonly ApiModel[], shared: ReadonlySet<string>): Generator<string> {
  for (const { client, operations } of models) {
    for (const { name, members } of operations.values()) {
      if (shared.has(`${client}:${name}`)) yield* memberNames(members, `${client}:${name}`);
    }
  }
}

function* actionNames({ servicePrefixes, load }: AuthorizationIndex): Generator<string> {
  for (const prefix of servicePrefixes) {
    for (const { name } of load(prefix)?.actions.values() ?? []) yield `${prefix}:${name}`;
  }
}

/** Compares two trees; `prefixOf` names the IAM prefix that authorizes an API. */
export function dataDrift(
  before: DataIndexes,
  after: DataIndexes,
  prefixOf: (entry: ApiModel) => string | undefined,
): Drift {
  const [old, fresh] = [modelsOf(before.apis), modelsOf(after.apis)];
  const oldNames = old.flatMap(operationNames);
  const freshNames = fresh.flatMap(operationNames);
  const known = new Set(oldNames);
  const shared = new Set(freshNames.filter((name) => known.has(name)));
  const actions = compare(actionNames(before.authorization), actionNames(after.authorization));
  const lost = new Set(actions.removed.map((action) => action.toLowerCase()));
  const lostSameNamedActions = fresh.flatMap((model) =>
    [...model.operations.keys()]
      .map((name) => ({ name, action: `${prefixOf(model)}:${name}` }))
      .filter(({ action }) => lost.has(action.toLowerCase()))
      .map(({ name, action }) => `${model.client}:${name} ${action}`),
  );
  return {
    clients: compare(
      old.map(({ client }) => client),
      fresh.map(({ client }) => client),
    ),
    operations: compare(oldNames, freshNames),
    members: compare(sharedMembers(old, shared), sharedMembers(fresh, shared)),
    actions,
    lostSameNamedActions,
  };
}

/** The drift as text; every removal is named, additions are counted and named up to a bound. */
export function describeDrift(drift: Drift, named = 40): string {
  const list = (title: string, names: readonly string[], bound: number): string[] => {
    if (names.length === 0) return [];
    const more = names.length > bound ? [`    … and ${names.length - bound} more`] : [];
    return [`  ${title}: ${names.length}`, ...names.slice(0, bound).map((name) => `    ${name}`), ...more];
  };
  const lines = (["clients", "operations", "members", "actions"] as const).flatMap((kind) => [
    ...list(`${kind} added`, drift[kind].added, named),
    ...list(`${kind} removed`, drift[kind].removed, Number.POSITIVE_INFINITY),
  ]);
  const lost = list("same-named actions lost", drift.lostSameNamedActions, Number.POSITIVE_INFINITY);
  return lines.length + lost.length === 0 ? "drift: none" : ["drift:", ...lines, ...lost].join("\n");
}
