import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { preloadOption, requireOption } from "../../src/run/hook-option.ts";

const scratch = mkdtempSync(join(tmpdir(), "iamgen-option-"));
afterAll(() => rmSync(scratch, { recursive: true }));

test("writes a plain path bare", () => {
  expect([requireOption("/a/b.cjs"), preloadOption("/a/b.cjs")]).toEqual(["--require /a/b.cjs", "--preload=/a/b.cjs"]);
});

test.each([
  ["two words", '"--preload=/two words/b.cjs"'],
  ['a"quote', '"--preload=/a\\"quote/b.cjs"'],
  ["o'brien", "--preload=/o'brien/b.cjs"],
  ["back\\slash", undefined],
])("Bun gets quotes around the whole option: %s", (name, option) => {
  expect(preloadOption(`/${name}/b.cjs`)).toBe(option);
});

test.each(["two words", 'a "quoted" word', "back\\slash"])("Node finds a hook in a directory named %s", (name) => {
  mkdirSync(join(scratch, name));
  const hook = join(scratch, name, "hook.cjs");
  writeFileSync(hook, 'console.log("loaded");');
  const env = { PATH: process.env["PATH"], NODE_OPTIONS: requireOption(hook) };
  expect(spawnSync(process.execPath, ["-e", "0"], { env, encoding: "utf8" })).toMatchObject({ stdout: "loaded\n" });
});
