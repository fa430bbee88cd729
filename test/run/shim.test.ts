import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { SHIM_DIRECTORY, shellWord, shimText } from "../../src/run/shim.ts";

const scratch = mkdtempSync(join(tmpdir(), "iamgen shim-"));
afterAll(() => rmSync(scratch, { recursive: true }));

function directory(name: string, tool?: string): string {
  const path = join(scratch, name);
  mkdirSync(path, { recursive: true });
  if (tool !== undefined) writeFileSync(join(path, "tool"), tool, { mode: 0o755 });
  return path;
}

const WORD = "it's $HOME `here`";
const shim = (word: string): string =>
  shimText({ program: "tool", purpose: "is tested", preparation: `export WORD=${shellWord(word)}` });
const outer = directory(join("outer", SHIM_DIRECTORY), shim("outer"));
const inner = directory(join("inner", SHIM_DIRECTORY), shim(WORD));
const real = directory("real", '#!/bin/sh\nprintf "<%s>" "$WORD" "$@"; exit 3\n');

const run = (path: string[], args: string[] = []) =>
  spawnSync(join(inner, "tool"), args, { env: { PATH: path.join(":") }, encoding: "utf8", timeout: 5_000 });

test("prepares the environment; arguments and the exit code pass as they are", () => {
  const { stdout, status } = run([inner, real], ["a  b", "", "*", "-e"]);
  expect({ stdout, status }).toEqual({ stdout: `<${WORD}><a  b><><*><-e>`, status: 3 });
});

test("steps over the shims of other runs, wherever they stand, and over what is no program", () => {
  directory("folder/tool");
  writeFileSync(join(directory("plain"), "tool"), "");
  const path = ["/no/such/*", join(scratch, "folder"), join(scratch, "plain"), outer, `${inner}/`, outer, real];
  expect(run(path).stdout).toBe(`<${WORD}>`);
});

test("says 127 when there is no other of its name", () => {
  const { status, stderr } = run([inner, outer]);
  expect({ status, stderr }).toEqual({ status: 127, stderr: "tool: not found\n" });
});
