/** Parts of a block that is too large for one document; together they grant what the block grants. */
import type { Block } from "./block.ts";
import { takesAlternatives } from "./condition-block.ts";

export interface SplitOptions {
  /** Characters that the statements of one document may take. */
  readonly room: number;
  readonly sizeOf: (block: Block) => number;
  readonly prune: (block: Block) => Block;
}

/** By resources, as many in each part as fit; by actions where even one resource is too much, then by values of a condition. */
export function splitBlock(block: Block, options: SplitOptions): readonly Block[] {
  if (options.sizeOf(block) <= options.room) return [block];
  const { actions, resources } = block;
  const longest = resources.reduce((found, resource) => (resource.length > found.length ? resource : found), "");
  const fitsAlone = options.sizeOf({ ...block, resources: [longest] }) <= options.room;
  if (fitsAlone && resources.length > 1) return byResources(block, options).map(options.prune);
  if (actions.length === 1) return byConditions(block, options);
  const middle = Math.ceil(actions.length / 2);
  return [actions.slice(0, middle), actions.slice(middle)].flatMap((half) =>
    splitBlock(options.prune({ ...block, actions: half }), options),
  );
}

/** Values of a key are ORed, so that two statements with half of them each allow the same. */
function byConditions(block: Block, options: SplitOptions): readonly Block[] {
  const fields = Object.entries(block.conditions).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => ({ operator, key, values })),
  );
  const [longest] = fields
    .filter(({ operator, values }) => takesAlternatives(operator) && values.length > 1)
    .sort((a, b) => JSON.stringify(b.values).length - JSON.stringify(a.values).length);
  if (longest === undefined) return [block];
  const { operator, key, values } = longest;
  const middle = Math.ceil(values.length / 2);
  return [values.slice(0, middle), values.slice(middle)].flatMap((half) => {
    const conditions = { ...block.conditions, [operator]: { ...block.conditions[operator], [key]: half } };
    return splitBlock(options.prune({ ...block, conditions }), options);
  });
}

function byResources(block: Block, { room, sizeOf }: SplitOptions): Block[] {
  const frame = sizeOf({ ...block, resources: [] });
  const parts: { resources: string[]; size: number }[] = [];
  for (const resource of block.resources) {
    const size = JSON.stringify(resource).length + 1;
    const last = parts.at(-1);
    if (last !== undefined && last.size + size <= room) {
      last.resources.push(resource);
      last.size += size;
    } else {
      parts.push({ resources: [resource], size: frame + size });
    }
  }
  return parts.map(({ resources }) => ({ ...block, resources }));
}
