/** Blocks of actions and resources under one condition: what becomes a statement. */
import type { ConditionBlock } from "../iam/condition.ts";
import { isImpliedBy } from "./condition-block.ts";
import { groupBy, sortedTexts } from "./order.ts";
import type { Requirement } from "./requirement.ts";

/** Grants each of its actions on each of its resources. */
export interface Block {
  /** Sorted. */
  readonly actions: readonly string[];
  /** Sorted. */
  readonly resources: readonly string[];
  readonly conditions: ConditionBlock;
}

/** Required pairs of one condition: action -> resources. */
export type Cells = ReadonlyMap<string, ReadonlySet<string>>;

export function cellsOf(requirements: readonly Requirement[]): Cells {
  const cells = new Map<string, Set<string>>();
  for (const { action, resource } of requirements) {
    const resources = cells.get(action);
    if (resources === undefined) cells.set(action, new Set([resource]));
    else resources.add(resource);
  }
  return cells;
}

/** Takes away the actions and resources of a block that take part in no pair required under its conditions. */
export function prunerFor(requirements: readonly Requirement[]): (block: Block) => Block {
  const byCondition = [...groupBy(requirements, ({ conditionKey }) => conditionKey).values()].map((same) => ({
    conditions: same[0]?.conditions ?? {},
    cells: cellsOf(same),
  }));
  return (block) => {
    const tables = byCondition.filter(({ conditions }) => isImpliedBy(block.conditions, conditions));
    const isRequired = (action: string, resource: string): boolean =>
      tables.some(({ cells }) => cells.get(action)?.has(resource) === true);
    return {
      ...block,
      actions: block.actions.filter((action) => block.resources.some((resource) => isRequired(action, resource))),
      resources: block.resources.filter((resource) => block.actions.some((action) => isRequired(action, resource))),
    };
  };
}

/** Block -> the calls that need one of its pairs, whatever their conditions; without calls that need nothing else. */
export function callsFinder(requirements: readonly Requirement[]): (block: Block) => ReadonlySet<number> {
  const seen = new Set<number>();
  const repeated = new Set<number>();
  for (const call of requirements.flatMap(({ calls }) => calls)) (seen.has(call) ? repeated : seen).add(call);
  const shared = requirements.filter(({ calls }) => calls.some((call) => repeated.has(call)));
  const byPair = groupBy(shared, ({ action, resource }) => `${action}\n${resource}`);
  if (byPair.size === 0) return () => NO_CALLS;
  return ({ actions, resources }) =>
    new Set(
      actions.flatMap((action) =>
        resources.flatMap((resource) =>
          (byPair.get(`${action}\n${resource}`) ?? []).flatMap(({ calls }) =>
            calls.filter((call) => repeated.has(call)),
          ),
        ),
      ),
    );
}

const NO_CALLS: ReadonlySet<number> = new Set();

export function union(one: Block, other: Block): Block {
  return {
    actions: sortedTexts([...one.actions, ...other.actions]),
    resources: sortedTexts([...one.resources, ...other.resources]),
    conditions: one.conditions,
  };
}
