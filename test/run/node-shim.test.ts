import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { nodeShim } from "../../src/run/node-shim.ts";
import { SHIM_DIRECTORY, shimText } from "../../src/run/shim.ts";

const scratch = mkdtempSync(join(tmpdir(), "iamgen shim-"));
afterAll(() => rmSync(scratch, { recursive: true }));

function directory(name: string, node: string): string {
  const path = join(scratch, name);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, "node"), node, { mode: 0o755 });
  return path;
}
const HOOK = `--require "/it's here/register.cjs"`;
const shim = directory(SHIM_DIRECTORY, shimText(nodeShim(HOOK)));
const real = directory("real", '#!/bin/sh\nprintf "<%s>" "$NODE_OPTIONS"\n');

const optionsOfNode = (env: Record<string, string> = {}): string =>
  spawnSync(join(shim, "node"), {
    env: { PATH: `${shim}:${real}`, IAMGEN_PROXY_PORT: "1", ...env },
    encoding: "utf8",
    timeout: 5_000,
  }).stdout;

test("puts the hook back where a script replaced NODE_OPTIONS", () => {
  expect(optionsOfNode({ NODE_OPTIONS: "--max-old-space-size=64" })).toBe(`<${HOOK} --max-old-space-size=64>`);
});

test("puts it back where NODE_OPTIONS is gone", () => {
  expect(optionsOfNode()).toBe(`<${HOOK}>`);
});

test("adds it no second time", () => {
  expect(optionsOfNode({ NODE_OPTIONS: `-x ${HOOK}` })).toBe(`<-x ${HOOK}>`);
});

test("leaves NODE_OPTIONS alone outside a run", () => {
  expect(optionsOfNode({ IAMGEN_PROXY_PORT: "" })).toBe("<>");
});
