import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { programPath } from "../../src/run/program-path.ts";

const scratch = mkdtempSync(join(tmpdir(), "iamgen-path-"));
afterAll(() => rmSync(scratch, { recursive: true }));
mkdirSync(join(scratch, "first/tool"), { recursive: true });
mkdirSync(join(scratch, "second"));
writeFileSync(join(scratch, "second/tool"), "");
const PATH = `${join(scratch, "none")}:${join(scratch, "first")}:${join(scratch, "second")}`;

test("is the first file of that name, past directories", () => {
  expect(programPath("tool", { PATH })).toBe(join(scratch, "second/tool"));
});

test("is the path itself where the command is one", () => {
  expect(programPath(join(scratch, "second/tool"), { PATH })).toBe(join(scratch, "second/tool"));
  expect(programPath("./none", { PATH })).toBeUndefined();
});

test("is nowhere without PATH", () => {
  expect(programPath("tool", {})).toBeUndefined();
});
