/** Expected files in `test/fixtures/golden/<case>/`. `UPDATE_GOLDEN=1` writes what is there now; the diff is to be read. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { expect } from "vitest";

const ROOT = resolve(import.meta.dirname, "../fixtures/golden");

/** The text of a file below the folder of golden files. */
export const goldenText = (path: string): string => readFileSync(resolve(ROOT, path), "utf8");

export function expectGolden(path: string, text: string): void {
  if (process.env["UPDATE_GOLDEN"] === "1") {
    mkdirSync(dirname(resolve(ROOT, path)), { recursive: true });
    writeFileSync(resolve(ROOT, path), text);
  }
  expect(text).toBe(goldenText(path));
}
