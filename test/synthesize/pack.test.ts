import fc from "fast-check";
import { expect, test } from "vitest";
import type { Block } from "../../src/synthesize/block.ts";
import { pack } from "../../src/synthesize/pack.ts";

/** Blocks whose size is their number of actions; the resource tells them apart. */
const blocksOf = (...sizes: number[]): Block[] =>
  sizes.map((size, place) => ({
    actions: Array.from({ length: size }, () => "x:Y"),
    resources: [String(place)],
    conditions: {},
  }));
const sizeOf = ({ actions }: Block): number => actions.length;
const packed = (room: number, ...sizes: number[]) =>
  pack(blocksOf(...sizes), { room, sizeOf }).map((bin) => bin.map(({ actions }) => actions.length));

test.each<[string, number, number[], number[][]]>([
  ["nothing is no document", 10, [], []],
  ["all that fits is one document, in order", 10, [2, 3, 1], [[2, 3, 1]]],
  ["a comma counts", 10, [5, 5], [[5], [5]]],
  ["a comma more fits", 11, [5, 5], [[5, 5]]],
  ["what comes later fills what is left", 10, [6, 8, 3], [[6, 3], [8]]],
  ["what fits nowhere stands alone", 4, [2, 9, 1], [[2, 1], [9]]],
])("%s", (_, room, sizes, expected) => {
  expect(packed(room, ...sizes)).toEqual(expected);
});

test("largest first where that saves a document, each document still in order", () => {
  // In order: [4, 3], [6], [7]. Largest first: [7, 3], [6, 4].
  expect(packed(11, 4, 3, 6, 7)).toEqual([
    [4, 6],
    [3, 7],
  ]);
});

test("every block is in one document, no document over its room, and no two would fit in one", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 30 })), (sizes) => {
      const blocks = blocksOf(...sizes);
      const bins = pack(blocks, { room: 30, sizeOf });
      const widths = bins.map((bin) => bin.reduce((sum, block) => sum + sizeOf(block), bin.length - 1));
      const [first = 30, second = 30] = widths.toSorted((a, b) => a - b);
      expect(bins.flat().toSorted((a, b) => Number(a.resources[0]) - Number(b.resources[0]))).toEqual(blocks);
      expect(Math.max(0, ...widths)).toBeLessThanOrEqual(30);
      expect(first + 1 + second).toBeGreaterThan(30);
    }),
    { numRuns: 500 },
  );
});
