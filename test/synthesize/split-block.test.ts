import { expect, test } from "vitest";
import type { Block } from "../../src/synthesize/block.ts";
import { splitBlock } from "../../src/synthesize/split-block.ts";

const sizeOf = ({ actions, resources }: Block): number => JSON.stringify([actions, resources]).length;
const options = (room: number) => ({ room, sizeOf, prune: (block: Block) => block });
const block = (actions: number, resources: number): Block => ({
  actions: Array.from({ length: actions }, (_, index) => `x:Action${index}`),
  resources: Array.from({ length: resources }, (_, index) => `arn:aws:x:::thing/${index}`),
  conditions: {},
});

test("a block that fits stays whole", () => {
  const small = block(2, 3);
  expect(splitBlock(small, options(sizeOf(small)))).toEqual([small]);
});

test("resources are dealt out in order, as many as fit", () => {
  const parts = splitBlock(block(1, 10), options(100));
  expect(parts.flatMap(({ resources }) => resources)).toEqual(block(1, 10).resources);
  expect(parts.filter((part) => sizeOf(part) > 100)).toEqual([]);
  expect(parts.map(({ resources }) => resources.length)).toEqual([3, 3, 3, 1]);
});

test("actions are halved where one resource is too much", () => {
  const parts = splitBlock(block(8, 2), options(80));
  expect(parts.filter((part) => sizeOf(part) > 80)).toEqual([]);
  const pairs = parts.flatMap(({ actions, resources }) =>
    actions.flatMap((action) => resources.map((resource) => `${action} ${resource}`)),
  );
  expect(new Set(pairs).size).toBe(16);
  expect(pairs).toHaveLength(16);
});

test("parts are pruned", () => {
  const prune = (part: Block): Block => ({ ...part, actions: part.actions.slice(0, 1) });
  const parts = splitBlock(block(2, 4), { ...options(90), prune });
  expect(parts.map(({ actions }) => actions)).toEqual(parts.map(() => ["x:Action0"]));
  expect(parts.length).toBeGreaterThan(1);
});

test("what cannot be made smaller is left as it is", () => {
  expect(splitBlock(block(1, 1), options(10))).toEqual([block(1, 1)]);
});

test("values of a condition are dealt out where nothing else can be", () => {
  const values = Array.from({ length: 40 }, (_, index) => `2026/${index}/`);
  const listed: Block = { ...block(1, 1), conditions: { StringEquals: { "s3:prefix": values, other: ["1"] } } };
  const withConditions = ({ actions, resources, conditions }: Block): number =>
    JSON.stringify([actions, resources, conditions]).length;
  const parts = splitBlock(listed, { ...options(200), sizeOf: withConditions });
  expect(parts.filter((part) => withConditions(part) > 200)).toEqual([]);
  expect(parts.flatMap(({ conditions }) => conditions["StringEquals"]?.["s3:prefix"] ?? [])).toEqual(values);
  expect(parts.filter(({ conditions }) => conditions["StringEquals"]?.["other"]?.[0] !== "1")).toEqual([]);
});

test("values that must hold together stay together", () => {
  const values = Array.from({ length: 40 }, (_, index) => `tag-${index}`);
  const tagged: Block = { ...block(1, 1), conditions: { "ForAllValues:StringEquals": { "aws:TagKeys": values } } };
  expect(splitBlock(tagged, options(10))).toEqual([tagged]);
});
