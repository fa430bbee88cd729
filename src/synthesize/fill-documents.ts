/**
 * Blocks into documents one after the other, each filled to its end: a block that goes over it is parted there, by its
 * resources. Each cut repeats the actions, and what is left over at the end of documents is not lost.
 */
import type { Block } from "./block.ts";
import { type SplitOptions, splitBlock } from "./split-block.ts";

/** Together the same grants; no document over `room`, but for a block of which nothing can be taken off. */
export function fillDocuments(blocks: readonly Block[], options: SplitOptions): readonly (readonly Block[])[] {
  const bins: Block[][] = [[]];
  let left = options.room;
  const open = (): Block[] => {
    const bin: Block[] = [];
    bins.push(bin);
    left = options.room;
    return bin;
  };
  const put = (block: Block, bin: Block[]): void => {
    left -= options.sizeOf(block) + 1;
    bin.push(block);
  };
  for (const block of blocks.flatMap((one) => fitting(one, options))) {
    let rest = block;
    let bin = bins.at(-1) ?? open();
    for (;;) {
      if (options.sizeOf(rest) <= left) break;
      const count = countWithin(rest, left, options);
      if (count === 0 && bin.length === 0) break;
      if (count > 0) {
        put(options.prune({ ...rest, resources: rest.resources.slice(0, count) }), bin);
        rest = options.prune({ ...rest, resources: rest.resources.slice(count) });
      }
      bin = open();
    }
    put(rest, bin);
  }
  return bins.filter((bin) => bin.length > 0);
}

/** As it is, if its resources can be taken off one by one; else the parts that fit. */
function fitting(block: Block, options: SplitOptions): readonly Block[] {
  const { sizeOf, room } = options;
  const isParted = block.resources.every((resource) => sizeOf({ ...block, resources: [resource] }) <= room);
  return isParted ? [block] : splitBlock(block, options);
}

/** How many of its first resources fit, but never all of them. */
function countWithin(block: Block, room: number, { sizeOf }: SplitOptions): number {
  let size = sizeOf({ ...block, resources: [] });
  let count = 0;
  for (const resource of block.resources.slice(0, -1)) {
    size += JSON.stringify(resource).length + 1;
    if (size > room) break;
    count += 1;
  }
  return count;
}
