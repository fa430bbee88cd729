import fc from "fast-check";
import { expect, test } from "vitest";
import { coverCells, MOST_ROWS, type Rectangle } from "../../src/synthesize/cover-cells.ts";
import { cases } from "../support/long-run.ts";

/** Rows of a picture: `#` must be covered, `.` must not, `?` may be. The first column is the lowest bit. */
const mask = (row: string, signs: string): number =>
  [...row].reduce((bits, sign, column) => (signs.includes(sign) ? bits | (1 << column) : bits), 0);
const tableOf = (...rows: string[]) => ({
  required: rows.map((row) => mask(row, "#")),
  allowed: rows.map((row) => mask(row, "#?")),
  columns: rows[0]?.length ?? 0,
});
const cover = (...rows: string[]): readonly Rectangle[] => coverCells(tableOf(...rows)) ?? [];

test.each<[string, string[], number]>([
  ["one row is one", ["#.#"], 1],
  ["a full table is one", ["##", "##"], 1],
  ["a diagonal is one each", ["#..", ".#.", "..#"], 3],
  ["rows that overlap share", [".#.#", "####", ".#.#", "#.##"], 2],
  ["what may be covered joins", ["#?", "?#"], 1],
  ["nothing required is none", ["..", "??"], 0],
])("%s", (_, rows, count) => {
  expect(cover(...rows)).toHaveLength(count);
});

test("rectangles keep only what no other has", () => {
  expect(cover("##.", ".##", "###")).toEqual([
    { rows: [0, 2], columns: [0, 1] },
    { rows: [1, 2], columns: [1, 2] },
  ]);
  expect(cover("###.", ".###")).toHaveLength(2);
});

test("a table that is too large is left", () => {
  expect(coverCells(tableOf(...Array.from({ length: MOST_ROWS + 1 }, () => "#")))).toBeUndefined();
  expect(coverCells(tableOf("#".repeat(25)))).toBeUndefined();
});

test("whatever is required is covered, nothing forbidden is, and of each rectangle every row and column is needed", () => {
  const row = fc.array(fc.constantFrom("#", "#", ".", "?"), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 7 }), (cells) => {
      const found = cover(...cells.map((signs) => signs.join("")));
      const holds = (rectangles: readonly Rectangle[], at: number, column: number): boolean =>
        rectangles.some((one) => one.rows.includes(at) && one.columns.includes(column));
      const uncovered = (rectangles: readonly Rectangle[]): number =>
        cells.flatMap((signs, at) => signs.filter((sign, column) => sign === "#" && !holds(rectangles, at, column)))
          .length;
      expect(uncovered(found)).toBe(0);
      expect(cells.flatMap((signs, at) => signs.filter((sign, c) => sign === "." && holds(found, at, c)))).toEqual([]);
      for (const [at, one] of found.entries()) {
        for (const gone of one.rows)
          expect(uncovered(found.with(at, { ...one, rows: one.rows.filter((other) => other !== gone) }))).not.toBe(0);
        for (const gone of one.columns) {
          const columns = one.columns.filter((other) => other !== gone);
          expect(uncovered(found.with(at, { ...one, columns }))).not.toBe(0);
        }
      }
    }),
    cases(300),
  );
});
