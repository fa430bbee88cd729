import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, test } from "vitest";
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
const VARIABLES = join(scratch, "it's here.sh");
const shim = directory(SHIM_DIRECTORY, shimText(nodeShim(HOOK, VARIABLES)));
const real = directory("real", '#!/bin/sh\nprintf "<%s>" "$NODE_OPTIONS" $IAMGEN_PROXY_PORT\n');

const seenByNode = (env: Record<string, string> = {}): string =>
  spawnSync(join(shim, "node"), {
    env: { PATH: `${shim}:${real}`, IAMGEN_PROXY_PORT: "1", ...env },
    encoding: "utf8",
    timeout: 5_000,
  }).stdout;

afterEach(() => rmSync(VARIABLES, { force: true }));

test("puts the hook back where a script replaced NODE_OPTIONS", () => {
  expect(seenByNode({ NODE_OPTIONS: "--max-old-space-size=64" })).toBe(`<${HOOK} --max-old-space-size=64><1>`);
});

test("puts it back where NODE_OPTIONS is gone", () => {
  expect(seenByNode()).toBe(`<${HOOK}><1>`);
});

test("adds it no second time", () => {
  expect(seenByNode({ NODE_OPTIONS: `-x ${HOOK}` })).toBe(`<-x ${HOOK}><1>`);
});

test("leaves NODE_OPTIONS alone outside a run", () => {
  expect(seenByNode({ IAMGEN_PROXY_PORT: "" })).toBe("<>");
});

test("puts the variables of the hook back where only NODE_OPTIONS was left", () => {
  writeFileSync(VARIABLES, "export IAMGEN_PROXY_PORT='2'\n");
  expect(seenByNode({ NODE_OPTIONS: HOOK, IAMGEN_PROXY_PORT: "" })).toBe(`<${HOOK}><2>`);
  expect(seenByNode({ NODE_OPTIONS: HOOK })).toBe(`<${HOOK}><1>`);
});

test("leaves an environment alone that has neither, and all when the run has ended", () => {
  expect(seenByNode({ NODE_OPTIONS: HOOK, IAMGEN_PROXY_PORT: "" })).toBe(`<${HOOK}>`);
  writeFileSync(VARIABLES, "export IAMGEN_PROXY_PORT='2'\n");
  expect(seenByNode({ IAMGEN_PROXY_PORT: "" })).toBe("<>");
});

test("becomes the next node, too, where the variables are gone before they are read", async () => {
  // A socket looks readable and cannot be opened: to the shell the same as a file that has just gone.
  const server = createServer().listen(VARIABLES);
  await once(server, "listening");
  expect(seenByNode({ NODE_OPTIONS: HOOK, IAMGEN_PROXY_PORT: "" })).toBe(`<${HOOK}>`);
  server.close();
});
