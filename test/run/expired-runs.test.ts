import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { deleteExpiredRuns } from "../../src/run/expired-runs.ts";

const scratch = mkdtempSync(join(tmpdir(), "iamgen-expired-"));
afterAll(() => rmSync(scratch, { recursive: true }));

test("deletes runs older than any valid CA, and nothing else", () => {
  const names = ["20261001T000000000Z-aaaaaa", "20261020T235959999Z-bbbbbb", "20261021T000000000Z-cccccc", "other"];
  for (const name of names) {
    mkdirSync(join(scratch, name));
    writeFileSync(join(scratch, name, "ca.pem"), "");
  }
  deleteExpiredRuns(scratch, new Date("2026-11-20T00:00:00Z"));
  expect(readdirSync(scratch)).toEqual(["20261021T000000000Z-cccccc", "other"]);
});
