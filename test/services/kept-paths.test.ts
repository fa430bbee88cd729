import { expect, test } from "vitest";
import { keptPathsReader } from "../../src/services/kept-paths.ts";

const { pathsRead, excerptsRead } = keptPathsReader({
  Library: {
    "*": { paths: ["Shelf"] },
    Lend: { paths: ["Shelf", "Items[].Name"], excerpts: [{ path: "Body", pattern: ["^\\w+", "i"] }] },
  },
});

test("an operation that is named has paths of its own, every other those of all", () => {
  expect(pathsRead("Library", "Lend")).toEqual(["Shelf", "Items[].Name"]);
  expect(pathsRead("Library", "Return")).toEqual(["Shelf"]);
  expect(pathsRead("Library", "toString")).toEqual(["Shelf"]);
});

test("a pattern is what it was before it was written", () => {
  expect(excerptsRead("Library", "Lend")).toEqual([{ path: "Body", pattern: /^\w+/i }]);
  expect(excerptsRead("Library", "Return")).toEqual([]);
});

test("says nothing of an API without a record", () => {
  expect(pathsRead("No Such API", "GetThing")).toEqual([]);
  expect(pathsRead("constructor", "name")).toEqual([]);
  expect(excerptsRead("No Such API", "GetThing")).toEqual([]);
});
