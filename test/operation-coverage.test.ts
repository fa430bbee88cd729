/** The tables of what is covered are current. `UPDATE_TABLES=1 npx vitest run test/operation-coverage.test.ts` writes them. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { coveragePage, coverageTotals, operationCoverage } from "./support/operation-coverage.ts";

const README = join(import.meta.dirname, "../README.md");
const PAGE = join(import.meta.dirname, "../src/services/operations.md");
const BETWEEN_MARKERS = /(?<=<!-- operations -->\n)[\s\S]*?(?=\n<!-- \/operations -->)/;

const rows = operationCoverage();

if (process.env["UPDATE_TABLES"] === "1") {
  writeFileSync(PAGE, coveragePage(rows));
  writeFileSync(
    README,
    readFileSync(README, "utf8").replace(BETWEEN_MARKERS, () => coverageTotals(rows)),
  );
}

test("the page of all APIs is the one generated from data and records", () => {
  expect(readFileSync(PAGE, "utf8")).toBe(coveragePage(rows));
});

test("the totals in the README are those of the page", () => {
  expect(BETWEEN_MARKERS.exec(readFileSync(README, "utf8"))?.[0]).toBe(coverageTotals(rows));
});

test("every operation is counted once", () => {
  const odd = rows.filter(
    ({ operations, ruled, sameNamed, free, unverified }) => operations !== ruled + sameNamed + free + unverified,
  );
  expect(odd).toEqual([]);
});
