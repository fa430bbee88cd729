/** Blocks into documents: as few as first-fit finds, by either of two orders. Nothing is lost, nothing is granted twice. */
import type { Block } from "./block.ts";

interface Item {
  readonly block: Block;
  readonly size: number;
  readonly place: number;
}

interface Bin {
  readonly items: Item[];
  used: number;
}

export interface PackOptions {
  /** Characters that the statements of one document may take, with the commas between them. */
  readonly room: number;
  readonly sizeOf: (block: Block) => number;
}

/** Largest first, unless the order given needs no more documents; within a document the order given stands. */
export function pack(blocks: readonly Block[], { room, sizeOf }: PackOptions): readonly (readonly Block[])[] {
  const items = blocks.map((block, place) => ({ block, place, size: sizeOf(block) }));
  const asGiven = firstFit(items, room);
  const largestFirst = firstFit(
    items.toSorted((a, b) => b.size - a.size || a.place - b.place),
    room,
  );
  const fewest = largestFirst.length < asGiven.length ? largestFirst : asGiven;
  return fewest
    .map(({ items }) => items.toSorted((a, b) => a.place - b.place))
    .sort((a, b) => (a[0]?.place ?? 0) - (b[0]?.place ?? 0))
    .map((items) => items.map(({ block }) => block));
}

function firstFit(items: readonly Item[], room: number): Bin[] {
  const bins: Bin[] = [];
  for (const item of items) {
    const bin = bins.find(({ used }) => used + 1 + item.size <= room);
    if (bin === undefined) {
      bins.push({ items: [item], used: item.size });
    } else {
      bin.items.push(item);
      bin.used += 1 + item.size;
    }
  }
  return bins;
}
