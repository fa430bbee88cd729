import fc from "fast-check";
import { expect, test } from "vitest";
import type { Block } from "../../src/synthesize/block.ts";
import { fillDocuments } from "../../src/synthesize/fill-documents.ts";
import { cases } from "../support/long-run.ts";

const sizeOf = ({ actions, resources }: Block): number => JSON.stringify([actions, resources]).length;
const options = (room: number) => ({ room, sizeOf, prune: (block: Block) => block });
const block = (name: string, actions: number, resources: number): Block => ({
  actions: Array.from({ length: actions }, (_, index) => `x:${name}${index}`),
  resources: Array.from({ length: resources }, (_, index) => `arn:aws:x:::${name}/${index}`),
  conditions: {},
});
const widthOf = (bin: readonly Block[]): number => bin.reduce((sum, one) => sum + sizeOf(one), bin.length - 1);
const pairsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap(({ actions, resources }) => actions.flatMap((action) => resources.map((one) => `${action} ${one}`)));

test("what is left over of one document is used by the next block", () => {
  const bins = fillDocuments(
    ["a", "b", "c"].map((name) => block(name, 1, 14)),
    options(190),
  );
  // Each by itself takes nine and five, and no two fives fit in one.
  expect(bins.map((bin) => bin.map(({ resources }) => resources.length))).toEqual([[9], [5, 3], [9], [2, 7], [7]]);
});

test("whatever the blocks, they are granted once, in documents within their room", () => {
  const sizes = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 30 })), { maxLength: 8 });
  fc.assert(
    fc.property(sizes, fc.integer({ min: 90, max: 400 }), (all, room) => {
      const blocks = all.map(([actions, resources], place) => block(`n${place}`, actions, resources));
      const bins = fillDocuments(blocks, options(room));
      expect(pairsOf(bins.flat()).sort()).toEqual(pairsOf(blocks).sort());
      expect(bins.map(widthOf).filter((width) => width > room)).toEqual([]);
      expect(bins.every((bin) => bin.length > 0)).toBe(true);
    }),
    cases(200),
  );
});

test("a block of which nothing can be taken off stands alone", () => {
  const [small, large] = [block("a", 1, 1), block("large".repeat(20), 1, 1)];
  expect(fillDocuments([small, large, small], options(60))).toEqual([[small], [large], [small]]);
});

test("parts lose what they do not need", () => {
  const prune = ({ actions, ...rest }: Block): Block => ({ ...rest, actions: actions.slice(0, rest.resources.length) });
  const bins = fillDocuments([block("a", 2, 9)], { ...options(150), prune });
  expect(bins.flat().at(-1)?.actions).toHaveLength(Math.min(2, bins.flat().at(-1)?.resources.length ?? 0));
});
