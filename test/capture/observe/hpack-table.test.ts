import { expect, test } from "vitest";
import { HpackTable, sizeOfField } from "../../../src/capture/observe/hpack-table.ts";

const field = (name: string, size = 100) => [name, "v".repeat(size - 32 - name.length)] as const;

test("begins with the static table of RFC 7541, appendix A", () => {
  const table = new HpackTable(4096);
  expect([1, 2, 16, 61].map((index) => table.field(index))).toEqual([
    [":authority", ""],
    [":method", "GET"],
    ["accept-encoding", "gzip, deflate"],
    ["www-authenticate", ""],
  ]);
});

test("counts its own entries from the newest one, behind the static table", () => {
  const table = new HpackTable(4096);
  for (const name of ["a", "b", "c"]) table.add(field(name));
  expect([62, 63, 64].map((index) => table.field(index)[0])).toEqual(["c", "b", "a"]);
});

test.each([0, 62])("has nothing at index %i when it is new", (index) => {
  expect(() => new HpackTable(4096).field(index)).toThrow("index beyond the tables");
});

test("forgets the oldest entries first, those that no longer fit", () => {
  const table = new HpackTable(250);
  for (const name of ["a", "b", "c"]) table.add(field(name));
  expect([62, 63].map((index) => table.field(index)[0])).toEqual(["c", "b"]);
  expect(() => table.field(64)).toThrow("index beyond the tables");
});

test("an entry larger than the table empties it, RFC 7541 section 4.4", () => {
  const table = new HpackTable(250);
  table.add(field("a"));
  table.add(field("b", 300));
  expect(() => table.field(62)).toThrow("index beyond the tables");
  table.add(field("c"));
  expect(table.field(62)[0]).toBe("c");
});

test("keeps its place over thousands of entries", () => {
  const table = new HpackTable(1000);
  for (let index = 0; index < 5000; index += 1) table.add(field(`n${index}`));
  expect([62, 71].map((index) => table.field(index)[0])).toEqual(["n4999", "n4990"]);
  expect(() => table.field(72)).toThrow("index beyond the tables");
});

test("forgets what a smaller size leaves no room for", () => {
  const table = new HpackTable(1000);
  for (const name of ["a", "b"]) table.add(field(name));
  table.resize(100);
  expect(table.field(62)[0]).toBe("b");
  expect(() => table.field(63)).toThrow("index beyond the tables");
});

test("an entry counts with 32 bytes more than its name and value", () => {
  expect(sizeOfField(["ab", "cde"])).toBe(37);
});
