import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { codeOfWidening, FINDING_KINDS, findingsTable } from "../../src/synthesize/finding-codes.ts";

const README = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");

test("the table in the README is the one generated from the codes", () => {
  expect(/<!-- findings -->\n([\s\S]*?)\n<!-- \/findings -->/.exec(README)?.[1]).toBe(findingsTable());
});

test("the table has one row a code, and none that would break it", () => {
  const rows = findingsTable().split("\n").slice(2);
  expect(rows).toHaveLength(Object.keys(FINDING_KINDS).length);
  expect(rows.filter((row) => row.split("|").length !== 6)).toEqual([]);
});

test.each([
  ["account-unknown", "account-unknown"],
  ["key-behind-alias", "key-unknown"],
  ["role-behind-instance-profile", "role-unknown"],
  ["generalised", "generalised"],
  ["no-resource-in-input", "resource-widened"],
])("what is widened because of %s is found as %s", (reason, code) => {
  expect(codeOfWidening(reason)).toBe(code);
});
