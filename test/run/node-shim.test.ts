import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { nodeShim, SHIM_DIRECTORY } from "../../src/run/node-shim.ts";

const scratch = mkdtempSync(join(tmpdir(), "iamgen shim-"));
afterAll(() => rmSync(scratch, { recursive: true }));

function directory(name: string, node?: string): string {
  const path = join(scratch, name);
  mkdirSync(path, { recursive: true });
  if (node !== undefined) {
    writeFileSync(join(path, "node"), node);
    chmodSync(join(path, "node"), 0o755);
  }
  return path;
}
const HOOK = `--require "/it's here/register.cjs"`;
const outer = directory(join("outer", SHIM_DIRECTORY), nodeShim(HOOK));
const inner = directory(join("inner", SHIM_DIRECTORY), nodeShim(HOOK));
const real = directory("real", '#!/bin/sh\nprintf "<%s>" "$NODE_OPTIONS" "$@"; exit 3\n');

const run = (path: string[], env: Record<string, string> = {}, args: string[] = []) =>
  spawnSync(join(inner, "node"), args, {
    env: { PATH: path.join(":"), IAMGEN_PROXY_PORT: "1", ...env },
    encoding: "utf8",
    timeout: 5_000,
  });

test("puts the hook back where a script replaced NODE_OPTIONS", () => {
  const { stdout } = run([inner, real], { NODE_OPTIONS: "--max-old-space-size=64" });
  expect(stdout).toBe(`<${HOOK} --max-old-space-size=64>`);
});

test("puts it back where NODE_OPTIONS is gone", () => {
  expect(run([inner, real]).stdout).toBe(`<${HOOK}>`);
});

test("adds it no second time", () => {
  expect(run([inner, real], { NODE_OPTIONS: `-x ${HOOK}` }).stdout).toBe(`<-x ${HOOK}>`);
});

test("leaves NODE_OPTIONS alone outside a run", () => {
  expect(run([inner, real], { IAMGEN_PROXY_PORT: "" }).stdout).toBe("<>");
});

test("passes arguments and the exit code as they are", () => {
  const { stdout, status } = run([inner, real], {}, ["a  b", "", "*", "-e"]);
  expect({ stdout, status }).toEqual({ stdout: `<${HOOK}><a  b><><*><-e>`, status: 3 });
});

test("steps over the shims of other runs, wherever they stand, and over what is no program", () => {
  directory("folder/node");
  writeFileSync(join(directory("plain"), "node"), "");
  const path = ["/no/such/*", join(scratch, "folder"), join(scratch, "plain"), outer, `${inner}/`, outer, real];
  expect(run(path).stdout).toBe(`<${HOOK}>`);
});

test("says 127 when there is no other node", () => {
  const { status, stderr } = run([inner, outer]);
  expect({ status, stderr }).toEqual({ status: 127, stderr: "node: not found\n" });
});
