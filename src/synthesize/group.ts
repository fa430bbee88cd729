/**
 * From required (action, resource) pairs to few blocks that grant these pairs and nothing more. A block may hold a pair that
 * is not required only where the action does not apply to the resource: object and bucket actions on object and bucket.
 */
import { parseAction } from "../iam/action.ts";
import type { ConditionBlock } from "../iam/condition.ts";
import { oneOrList } from "../iam/statement.ts";
import type { Applicability } from "./applicability.ts";
import { type Block, type Cells, cellsOf, union } from "./block.ts";
import { conditionKey } from "./condition-block.ts";
import { coverCells, MOST_ROWS } from "./cover-cells.ts";
import { compareText, groupBy, sortedTexts } from "./order.ts";
import type { Requirement } from "./requirement.ts";

/**
 * Blocks of one condition, sorted; `requirements` have that condition in common. The fewest statements that take no more
 * characters than one statement for each action, nor than one for each resource.
 */
export function group(
  requirements: readonly Requirement[],
  conditions: ConditionBlock,
  applicability: Applicability,
): readonly Block[] {
  const cells = cellsOf(requirements);
  const pairs = requirements.map(({ action, resource }) => ({ action, resource }));
  const plain = [rows(cells, conditions), columns(pairs, conditions)];
  const joined = plain.map((blocks) => joinCompatible(blocks, cells, applicability));
  const limit = Math.min(...plain.map(charactersOf));
  const best = [...joined, ...plain]
    .filter((blocks) => charactersOf(blocks) <= limit)
    .reduce((least, blocks) => (cost(blocks) < cost(least) ? blocks : least));
  // Only for a statement less: what stands in one statement alone is easier to read.
  const covered = best.length < 3 ? best : coverCompatible(plain[0] ?? [], cells, applicability);
  return covered.length < best.length && charactersOf(covered) <= limit ? covered : best;
}

/** Actions with the same resources. */
function rows(cells: Cells, conditions: ConditionBlock): Block[] {
  const bySet = groupBy(cells, ([, resources]) => sortedTexts(resources).join("\n"));
  return sortedBlocks(
    [...bySet.values()].map((same) => ({
      actions: sortedTexts(same.map(([action]) => action)),
      resources: sortedTexts(same[0]?.[1] ?? []),
      conditions,
    })),
  );
}

/** Resources with the same actions. */
function columns(pairs: readonly { action: string; resource: string }[], conditions: ConditionBlock): Block[] {
  const actionsOf = groupBy(pairs, ({ resource }) => resource);
  const bySet = groupBy(actionsOf, ([, same]) => sortedTexts(same.map(({ action }) => action)).join("\n"));
  return sortedBlocks(
    [...bySet.values()].map((same) => ({
      actions: sortedTexts((same[0]?.[1] ?? []).map(({ action }) => action)),
      resources: sortedTexts(same.map(([resource]) => resource)),
      conditions,
    })),
  );
}

/** Statements weigh more than any number of characters. */
const cost = (blocks: readonly Block[]): number => blocks.length * 1e9 + charactersOf(blocks);

/** Of the statements without Sids, with the comma after each. */
function charactersOf(blocks: readonly Block[]): number {
  const sizes = blocks.map(({ actions, resources, conditions }) => {
    const lists = { Effect: "Allow", Action: oneOrList(actions), Resource: oneOrList(resources) };
    return JSON.stringify(lists).length + conditionKey(conditions).length + 1;
  });
  return sizes.reduce((sum, size) => sum + size, 0);
}

const blockKey = ({ actions, resources, conditions }: Block): string =>
  [actions.join("\n"), resources.join("\n"), conditionKey(conditions)].join("\n\n");

export function sortedBlocks(blocks: readonly Block[]): Block[] {
  return blocks
    .map((block) => [blockKey(block), block] as const)
    .sort(([a], [b]) => compareText(a, b))
    .map(([, block]) => block);
}

/** Each block joins the first that it fits; only blocks of one prefix are joined, so that a statement stays one topic. */
function joinCompatible(blocks: readonly Block[], cells: Cells, applicability: Applicability): readonly Block[] {
  const byPrefix = groupBy(blocks, ({ actions }) => prefixesOf(actions).join(" "));
  const joined = [...byPrefix].flatMap(([prefixes, same]) => {
    if (prefixes.includes(" ") || same.length < 2) return same;
    const merged: Summary[] = [];
    const judge = new JoinJudge(prefixes, cells, applicability);
    for (const block of same) judge.join(merged, block);
    return merged.map(({ block }) => block);
  });
  return sortedBlocks(joined);
}

/** The same, by the fewest blocks that there can be, where there are not too many rows and columns to try. */
function coverCompatible(rows: readonly Block[], cells: Cells, applicability: Applicability): readonly Block[] {
  const byPrefix = groupBy(rows, ({ actions }) => prefixesOf(actions).join(" "));
  const covered = [...byPrefix].flatMap(([prefixes, same]) =>
    prefixes.includes(" ") || same.length < 3
      ? same
      : (coverRows(same, { prefix: prefixes, cells, applicability }) ?? same),
  );
  return sortedBlocks(covered);
}

interface CoverContext {
  readonly prefix: string;
  readonly cells: Cells;
  readonly applicability: Applicability;
}

function coverRows(
  rows: readonly Block[],
  { prefix, cells, applicability }: CoverContext,
): readonly Block[] | undefined {
  if (rows.length > MOST_ROWS) return undefined;
  const all = sortedTexts(rows.flatMap(({ resources }) => resources));
  const holding = rows.map(({ resources }) => new Set(resources));
  const holders = (resource: string): string => holding.map((one) => Number(one.has(resource))).join("");
  const columns = [...groupBy(all, (one) => `${holders(one)} ${applicability.resourceClass(prefix, one)}`).values()];
  const bits = (row: Block, holds: (action: string, resource: string) => boolean): number =>
    columns.reduce(
      (mask, [first = ""], at) => (row.actions.every((action) => holds(action, first)) ? mask | (1 << at) : mask),
      0,
    );
  const isRequired = (action: string, resource: string): boolean => cells.get(action)?.has(resource) === true;
  const isAllowed = (action: string, resource: string): boolean =>
    isRequired(action, resource) || !applicability.mayApply(action, resource);
  const found = coverCells({
    required: rows.map((row) => bits(row, isRequired)),
    allowed: rows.map((row) => bits(row, isAllowed)),
    columns: columns.length,
  });
  return found?.map((one) => ({
    actions: sortedTexts(one.rows.flatMap((row) => rows[row]?.actions ?? [])),
    resources: sortedTexts(one.columns.flatMap((column) => columns[column] ?? [])),
    conditions: rows[0]?.conditions ?? {},
  }));
}

export function prefixesOf(actions: readonly string[]): string[] {
  return sortedTexts(actions.map((action) => parseAction(action)?.servicePrefix.toLowerCase() ?? action));
}

interface Summary {
  readonly block: Block;
  /** Resources by class, since an action applies to all of a class or to none. */
  readonly classes: readonly (readonly string[])[];
}

/** Decides for blocks of one prefix whether their union grants more than is required. */
class JoinJudge {
  readonly #servicePrefix: string;
  readonly #cells: Cells;
  readonly #applicability: Applicability;

  constructor(servicePrefix: string, cells: Cells, applicability: Applicability) {
    this.#servicePrefix = servicePrefix;
    this.#cells = cells;
    this.#applicability = applicability;
  }

  /** Unites the block with the first of `merged` that it fits, or appends it. */
  join(merged: Summary[], block: Block): void {
    const next = this.#summary(block);
    const at = merged.findIndex((earlier) => this.#grantsNoMore(earlier, next) && this.#grantsNoMore(next, earlier));
    const earlier = merged[at];
    if (earlier === undefined) merged.push(next);
    else merged[at] = this.#summary(union(earlier.block, block));
  }

  #summary(block: Block): Summary {
    const classOf = (resource: string) => this.#applicability.resourceClass(this.#servicePrefix, resource);
    return { block, classes: [...groupBy(block.resources, classOf).values()] };
  }

  /** Each action of `one` applies to no resource of a class of `other`, or is required on all of them. */
  #grantsNoMore(one: Summary, other: Summary): boolean {
    return one.block.actions.every((action) => {
      const required = this.#cells.get(action);
      return other.classes.every(
        ([first = "*", ...rest]) =>
          !this.#applicability.mayApply(action, first) ||
          (required?.has(first) && rest.every((resource) => required.has(resource))),
      );
    });
  }
}
