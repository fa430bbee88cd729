import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { unifiedDiff } from "../../src/merge/unified-diff.ts";
import { cases, PATIENCE } from "../support/long-run.ts";
import { tempDir } from "../support/temp-dir.ts";

const NAMES = { before: "a/x", after: "b/x", colour: false };

test("the same text has no difference", () => {
  expect(unifiedDiff("a\n", "a\n", NAMES)).toBe("");
});

test("three lines of context, near changes in one hunk, a missing line end told", () => {
  const before = Array.from({ length: 20 }, (_, line) => `${line}\n`).join("");
  const after = before.replace("5\n", "five\n").replace("8\n", "").replace(/19\n$/, "19");
  expect(unifiedDiff(before, after, NAMES)).toBe(
    "--- a/x\n+++ b/x\n@@ -3,10 +3,9 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n-8\n 9\n 10\n 11\n" +
      "@@ -17,4 +16,4 @@\n 16\n 17\n 18\n-19\n+19\n\\ No newline at end of file\n",
  );
});

test("a text that was empty begins before its first line", () => {
  expect(unifiedDiff("", "a\n", NAMES)).toBe("--- a/x\n+++ b/x\n@@ -0,0 +1 @@\n+a\n");
});

test("colours stand round lines, never round their ends", () => {
  expect(unifiedDiff("a\n", "b\n", { ...NAMES, colour: true })).toBe(
    "--- a/x\n+++ b/x\n\u001B[36m@@ -1 +1 @@\u001B[39m\n\u001B[31m-a\u001B[39m\n\u001B[32m+b\u001B[39m\n",
  );
});

const hasPatch = spawnSync("git", ["--version"]).status === 0;

test.skipIf(!hasPatch)("git applies what it says", { timeout: PATIENCE }, () => {
  const directory = tempDir();
  const text = fc.array(fc.constantFrom("a", "b", "c\r", "", "d"), { maxLength: 30 }).map((lines) => lines.join("\n"));
  fc.assert(
    fc.property(text, text, (before, after) => {
      fc.pre(before !== after && before !== "" && after !== "");
      writeFileSync(join(directory, "x"), before);
      const applied = spawnSync("git", ["apply", "--unidiff-zero", "--whitespace=nowarn", "-"], {
        cwd: directory,
        input: unifiedDiff(before, after, NAMES),
        encoding: "utf8",
      });
      expect(applied.stderr).toBe("");
      expect(readFileSync(join(directory, "x"), "utf8")).toBe(after);
    }),
    cases(60),
  );
});
