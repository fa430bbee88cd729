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
const shim = directory(SHIM_DIRECTORY, shimText(nodeShim("/it's here/register.cjs", VARIABLES)));
const real = directory("real", '#!/bin/sh\nprintf "<%s>" "$NODE_OPTIONS" $IAMGEN_PROXY_PORT\n');

const seenByNode = (env: Record<string, string> = {}): string =>
  spawnSync(join(shim, "node"), {
    env: { PATH: `${shim}:${real}`, IAMGEN_PROXY_PORT: "1", ...env },
    encoding: "utf8",
    timeout: 5_000,
  }).stdout;

afterEach(() => rmSync(VARIABLES, { force: true }));

const telling = directory(
  "telling",
  '#!/bin/sh\nprintf "<%s>" "$@" $option $directory $candidate $variables $argument\n',
);
const argumentsOf = (args: readonly string[], env: Record<string, string> = {}): string =>
  spawnSync(join(shim, "node"), args, {
    env: { PATH: `${shim}:${telling}`, IAMGEN_PROXY_PORT: "1", ...env },
    encoding: "utf8",
  }).stdout;
const READABLE = "<--allow-fs-read=/it's here/>";

test.each([
  ["--permission", ["--no-warnings", "--permission", "--allow-fs-read=/a b", "x.js", "--y"], {}],
  ["--experimental-permission", ["--experimental-permission", "x.js"], {}],
  ["NODE_OPTIONS", ["x.js"], { NODE_OPTIONS: "--trace-warnings --permission" }],
])("lets Node read the hook under the permission model: %s", (_, args, env) => {
  expect(argumentsOf(args, env)).toBe(`${READABLE}${args.map((argument) => `<${argument}>`).join("")}`);
});

test.each([
  ["without the model", ["x.js", "a  b", "*"], {}],
  ["for a program's own argument of that name", ["x.js", "--permission"], {}],
  ["outside a run", ["--permission", "x.js"], { IAMGEN_PROXY_PORT: "" }],
])("leaves the arguments as they are %s", (_, args, env) => {
  expect(argumentsOf(args, env)).toBe(args.map((argument) => `<${argument}>`).join(""));
});

test("changes no variable that the program has", () => {
  const env = { option: "a", directory: "b", candidate: "c", variables: "d", argument: "e" };
  expect(argumentsOf(["-"], env)).toBe("<-><a><b><c><d><e>");
});

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
