import { expect, test } from "vitest";
import { callsFinder, cellsOf, prunerFor, union } from "../../src/synthesize/block.ts";
import { requirementsOf } from "../../src/synthesize/requirement.ts";
import { observed } from "../support/observed-permission.ts";

const when = { conditions: { StringEquals: { k: ["1"] } } };

test("cells tell the required resources of each action", () => {
  const cells = cellsOf(requirementsOf([observed("x:A", ["r", "s"]), observed("x:B", "r")]));
  expect([...cells]).toEqual([
    ["x:A", new Set(["r", "s"])],
    ["x:B", new Set(["r"])],
  ]);
});

test("a union holds everything of both, sorted", () => {
  const one = { actions: ["x:B"], resources: ["r"], conditions: {} };
  expect(union(one, { actions: ["x:A", "x:B"], resources: ["s", "r"], conditions: {} })).toEqual({
    actions: ["x:A", "x:B"],
    resources: ["r", "s"],
    conditions: {},
  });
});

test("pruning leaves what a required pair of the block needs", () => {
  const prune = prunerFor(requirementsOf([observed("x:A", "r"), observed("x:B", "s"), observed("x:C", "r", when)]));
  const block = { actions: ["x:A", "x:B", "x:C"], resources: ["r", "t"] };
  expect(prune({ ...block, conditions: {} })).toMatchObject({ actions: ["x:A", "x:C"], resources: ["r"] });
  expect(prune({ ...block, ...when })).toMatchObject({ actions: ["x:C"], resources: ["r"] });
});

test("the calls behind a block are those of its pairs", () => {
  const needed = requirementsOf([
    observed("a:X", ["r", "t"], { call: 1 }),
    observed("a:X", ["s", "t"], { call: 2 }),
    observed("a:Y", ["s", "t"], { call: 3, conditions: { StringEquals: { k: ["1"] } } }),
    observed("a:X", "s", { call: 4 }),
  ]);
  const callsOf = callsFinder(needed);
  expect([...callsOf({ actions: ["a:X", "a:Y"], resources: ["s"], conditions: {} })].sort()).toEqual([2, 3]);
  expect([...callsOf({ actions: ["a:Z"], resources: ["s"], conditions: {} })]).toEqual([]);
});
