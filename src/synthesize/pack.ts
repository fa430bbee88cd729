/**
 * Blocks into documents: as few as first-fit finds, by one of three orders. Nothing is lost, nothing is granted twice. Of
 * ways with as few documents, the one in which the fewest calls need two of them.
 */
import type { Block } from "./block.ts";
import { clustersOf, dividedCalls } from "./call-affinity.ts";

interface Item {
  /** Places of blocks in the order given. */
  readonly places: readonly number[];
  readonly size: number;
}

export interface PackOptions {
  /** Characters that the statements of one document may take, with the commas between them. */
  readonly room: number;
  readonly sizeOf: (block: Block) => number;
  /** Calls that need something of the block. */
  readonly callsOf: (block: Block) => ReadonlySet<number>;
}

/** Largest first, unless the order given needs no more documents; within a document the order given stands. */
export function pack(blocks: readonly Block[], options: PackOptions): readonly (readonly Block[])[] {
  const { room, sizeOf, callsOf } = options;
  const items = blocks.map((block, place) => ({ places: [place], size: sizeOf(block) }));
  const plain = fewest(firstFit(items, room), firstFit(largestFirst(items), room));
  if (plain.length < 2) return written(plain, blocks);
  const parts = blocks.map((block) => ({ size: sizeOf(block), calls: callsOf(block) }));
  const clusters = clustersOf(parts, room).map((places) => ({
    places,
    size: places.reduce((size, place) => size + 1 + (parts[place]?.size ?? 0), -1),
  }));
  const close = fewest(firstFit(clusters, room), firstFit(largestFirst(clusters), room));
  const isBetter = close.length <= plain.length && dividedCalls(parts, close) < dividedCalls(parts, plain);
  return written(isBetter ? close : plain, blocks);
}

const largestFirst = (items: readonly Item[]): readonly Item[] =>
  items.toSorted((a, b) => b.size - a.size || (a.places[0] ?? 0) - (b.places[0] ?? 0));

type Bins = readonly (readonly number[])[];

const fewest = (one: Bins, other: Bins): Bins => (other.length < one.length ? other : one);

function written(bins: Bins, blocks: readonly Block[]): readonly (readonly Block[])[] {
  return bins
    .map((places) => places.toSorted((a, b) => a - b))
    .sort(([a = 0], [b = 0]) => a - b)
    .map((places) => places.flatMap((place) => blocks[place] ?? []));
}

function firstFit(items: readonly Item[], room: number): Bins {
  const bins: { readonly places: number[]; used: number }[] = [];
  for (const { places, size } of items) {
    const bin = bins.find(({ used }) => used + 1 + size <= room);
    if (bin === undefined) {
      bins.push({ places: [...places], used: size });
    } else {
      bin.places.push(...places);
      bin.used += 1 + size;
    }
  }
  return bins.map(({ places }) => places);
}
