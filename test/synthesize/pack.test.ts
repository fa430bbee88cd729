import fc from "fast-check";
import { expect, test } from "vitest";
import type { Block } from "../../src/synthesize/block.ts";
import { pack } from "../../src/synthesize/pack.ts";
import { cases } from "../support/long-run.ts";

/** Blocks whose size is their number of actions; the resource tells them apart. */
const blocksOf = (...sizes: number[]): Block[] =>
  sizes.map((size, place) => ({
    actions: Array.from({ length: size }, () => "x:Y"),
    resources: [String(place)],
    conditions: {},
  }));
const sizeOf = ({ actions }: Block): number => actions.length;
const noCalls = () => new Set<number>();
const packed = (room: number, ...sizes: number[]) =>
  pack(blocksOf(...sizes), { room, sizeOf, callsOf: noCalls }).map((bin) => bin.map(({ actions }) => actions.length));

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
      const bins = pack(blocks, { room: 30, sizeOf, callsOf: noCalls });
      const widths = bins.map((bin) => bin.reduce((sum, block) => sum + sizeOf(block), bin.length - 1));
      const [first = 30, second = 30] = widths.toSorted((a, b) => a - b);
      expect(bins.flat().toSorted((a, b) => Number(a.resources[0]) - Number(b.resources[0]))).toEqual(blocks);
      expect(Math.max(0, ...widths)).toBeLessThanOrEqual(30);
      expect(first + 1 + second).toBeGreaterThan(30);
    }),
    cases(500),
  );
});

/** Resource -> the calls that need it. */
const callsBy =
  (calls: readonly (readonly number[])[]) =>
  ({ resources }: Block): ReadonlySet<number> =>
    new Set(calls[Number(resources[0])] ?? []);

test("what the same call needs goes into one document where that takes no more of them", () => {
  const callsOf = callsBy([[1], [2], [1], [2]]);
  const bins = pack(blocksOf(4, 4, 4, 4), { room: 9, sizeOf, callsOf });
  expect(bins.map((bin) => bin.map(({ resources }) => resources[0]))).toEqual([
    ["0", "2"],
    ["1", "3"],
  ]);
});

test("one document more is too high a price", () => {
  // Together the sharing parts would leave 5 and 5 alone.
  const callsOf = callsBy([[1], [1], [], []]);
  expect(pack(blocksOf(3, 3, 5, 5), { room: 9, sizeOf, callsOf })).toHaveLength(2);
});

test("whatever the calls need, there are no more documents, no more divided calls, and every block is in one of them", () => {
  const part = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 3 }));
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const blocks = blocksOf(...parts.map(([size]) => size));
      const callsOf = callsBy(parts.map(([, calls]) => calls));
      const plain = pack(blocks, { room: 40, sizeOf, callsOf: noCalls });
      const close = pack(blocks, { room: 40, sizeOf, callsOf });
      const divided = (bins: typeof plain) =>
        [1, 2, 3, 4, 5, 6].filter((call) => bins.filter((bin) => bin.some((one) => callsOf(one).has(call))).length > 1);
      // What goes together may happen to fit better.
      expect(close.length).toBeLessThanOrEqual(plain.length);
      expect(divided(close).length).toBeLessThanOrEqual(divided(plain).length);
      expect(close.flat().toSorted((a, b) => Number(a.resources[0]) - Number(b.resources[0]))).toEqual(blocks);
      const widths = close.map((bin) => bin.reduce((sum, block) => sum + sizeOf(block), bin.length - 1));
      expect(widths.filter((width) => width > 40)).toEqual([]);
    }),
    cases(500),
  );
});
