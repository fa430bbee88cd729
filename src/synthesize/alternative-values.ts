/** Blocks that differ only in the values of one condition key become one: values of a key are ORed. */
import type { ConditionBlock } from "../iam/condition.ts";
import type { Block } from "./block.ts";
import { conditionKey, takesAlternatives } from "./condition-block.ts";
import { groupBy, sortedTexts } from "./order.ts";

/** Lossless: one key of a positive operator differs, actions and resources are the same. */
export function uniteAlternatives(blocks: readonly Block[]): readonly Block[] {
  const fields = sortedTexts(blocks.flatMap(({ conditions }) => alternativesOf(conditions)));
  return fields.reduce(uniteField, blocks);
}

/** `operator\nkey` for each condition that takes further values. */
function alternativesOf(conditions: ConditionBlock): string[] {
  return Object.entries(conditions)
    .filter(([operator]) => takesAlternatives(operator))
    .flatMap(([operator, keys]) => Object.keys(keys).map((key) => `${operator}\n${key}`));
}

function uniteField(blocks: readonly Block[], field: string): readonly Block[] {
  const [operator = "", key = ""] = field.split("\n");
  const besides = (block: Block): string =>
    block.conditions[operator]?.[key] === undefined
      ? conditionKey(block.conditions)
      : `${conditionKey(withValues(block.conditions, { operator, key, values: [] }))} but ${field}`;
  const alike = groupBy(blocks, (block) => JSON.stringify([block.actions, block.resources, besides(block)]));
  return [...alike.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined || same.length === 1) return same;
    const values = sortedTexts(same.flatMap(({ conditions }) => conditions[operator]?.[key] ?? []));
    return [{ ...first, conditions: withValues(first.conditions, { operator, key, values }) }];
  });
}

interface Field {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

function withValues(conditions: ConditionBlock, { operator, key, values }: Field): ConditionBlock {
  return { ...conditions, [operator]: { ...conditions[operator], [key]: values } };
}
