import { expect, test } from "vitest";
import { compareText, groupBy, sortedNumbers, sortedTexts } from "../../src/synthesize/order.ts";

test("texts are sorted by code unit, each once", () => {
  expect(sortedTexts(["b", "a", "B", "a", "ä"])).toEqual(["B", "a", "b", "ä"]);
  expect([compareText("a", "b"), compareText("b", "a"), compareText("a", "a")]).toEqual([-1, 1, 0]);
});

test("numbers are sorted by size, each once", () => {
  expect(sortedNumbers([10, 9, 10, 1])).toEqual([1, 9, 10]);
});

test("groups keep the order of first appearance", () => {
  expect([...groupBy(["b1", "a1", "b2"], (text) => text.slice(0, 1))]).toEqual([
    ["b", ["b1", "b2"]],
    ["a", ["a1"]],
  ]);
});
