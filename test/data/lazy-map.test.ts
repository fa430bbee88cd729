import { expect, test } from "vitest";
import { LazyMap } from "../../src/data/lazy-map.ts";

function counting(): { map: LazyMap<number, { twice: number }>; made: string[] } {
  const made: string[] = [];
  const sources = new Map([
    ["one", 1],
    ["two", 2],
  ]);
  const map = new LazyMap(sources, (source, key) => {
    made.push(key);
    return { twice: source * 2 };
  });
  return { map, made };
}

test("makes nothing before it is asked", () => {
  const { map, made } = counting();

  expect([map.size, map.has("one"), map.has("three"), [...map.keys()]]).toEqual([2, true, false, ["one", "two"]]);
  expect(made).toEqual([]);
});

test("makes a value once and yields the same object ever after", () => {
  const { map, made } = counting();

  const first = map.get("two");

  expect(first).toEqual({ twice: 4 });
  expect([...map.values()][1]).toBe(first);
  expect(map.get("two")).toBe(first);
  expect(made).toEqual(["two", "one"]);
});

test("knows nothing of other keys", () => {
  expect(counting().map.get("three")).toBeUndefined();
});

test("iterates in the order of its sources", () => {
  const { map } = counting();
  const visited: string[] = [];
  map.forEach((value, key) => {
    visited.push(`${key}=${value.twice}`);
  });

  expect([...map]).toEqual([
    ["one", { twice: 2 }],
    ["two", { twice: 4 }],
  ]);
  expect(visited).toEqual(["one=2", "two=4"]);
});
