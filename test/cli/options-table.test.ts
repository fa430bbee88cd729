import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { OPTIONS } from "../../src/cli/options.ts";
import { optionsTable } from "../../src/cli/options-table.ts";

const README = join(import.meta.dirname, "../../README.md");
const BETWEEN_MARKERS = /<!-- options -->\n([\s\S]*?)<!-- \/options -->/;
const shown = existsSync(README) ? BETWEEN_MARKERS.exec(readFileSync(README, "utf8"))?.[1]?.trim() : undefined;

test.skipIf(shown === undefined)("the table in the README is the one generated from the options", () => {
  expect(shown).toBe(optionsTable());
});

test("the table has one row an option, and none that would break it", () => {
  const rows = optionsTable().split("\n").slice(2);
  expect(rows).toHaveLength(OPTIONS.length);
  expect(rows[0]).toBe("| `-o, --output FILE` | `run`, `policy` | write the policy to FILE (-: stdout) |");
  expect(rows.filter((row) => row.split("|").length !== 5)).toEqual([]);
});
