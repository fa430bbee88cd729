import { expect, test } from "vitest";
import { clustersOf, dividedCalls } from "../../src/synthesize/call-affinity.ts";

const part = (size: number, ...calls: number[]) => ({ size, calls: new Set(calls) });

test("parts that no call shares stay apart", () => {
  expect(clustersOf([part(1, 1), part(1, 2), part(1)], 10)).toEqual([[0], [1], [2]]);
});

test("those that share the most calls go together first, as far as there is room for them and a comma", () => {
  const parts = [part(4, 1), part(4, 1, 2, 3), part(4, 2, 3)];
  expect(clustersOf(parts, 9)).toEqual([[0], [1, 2]]);
  expect(clustersOf(parts, 8)).toEqual([[0], [1], [2]]);
  expect(clustersOf(parts, 14)).toEqual([[0, 1, 2]]);
});

test("a call that needs most of a policy joins nothing", () => {
  expect(
    clustersOf(
      Array.from({ length: 9 }, () => part(1, 1)),
      100,
    ),
  ).toHaveLength(9);
  expect(
    clustersOf(
      Array.from({ length: 8 }, () => part(1, 1)),
      100,
    ),
  ).toHaveLength(1);
});

test("divided calls need parts of several groups", () => {
  const parts = [part(1, 1, 2), part(1, 1), part(1, 2, 3)];
  expect(dividedCalls(parts, [[0, 1], [2]])).toBe(1);
  expect(dividedCalls(parts, [[0], [1], [2]])).toBe(2);
  expect(dividedCalls(parts, [[0, 1, 2]])).toBe(0);
});
