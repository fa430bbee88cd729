import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { HOOK, runHooked } from "./hooked-node.ts";
import { type StandInProxy, startStandInProxy } from "./stand-in-proxy.ts";

let proxy: StandInProxy;
const scratch = mkdtempSync(join(tmpdir(), "iamgen-children-"));
const shim = join(scratch, "iamgen-shim");
beforeAll(async () => {
  proxy = await startStandInProxy();
  mkdirSync(shim);
  symlinkSync(process.execPath, join(shim, "node"));
});
afterAll(() => {
  proxy.close();
  rmSync(scratch, { recursive: true });
});

/** Starts `node -e 0` with the environment that the expression makes of `env`, which is the program's own. */
const noticed = async (start: string): Promise<readonly unknown[]> => {
  const program = `const { spawn, fork, execFile } = require("child_process"); const { env, execPath } = process;
    const without = (...names) => Object.fromEntries(Object.entries(env).filter(([name]) => !names.includes(name)));
    ${start}`;
  const PATH = `${shim}:${process.env["PATH"]}`;
  const { notices, output } = await runHooked(proxy, { args: ["-e", program], env: { PATH } });
  expect(output).toBe("");
  return notices;
};

test.each([
  ["an environment of its own", 'spawn(execPath, ["-e", "0"], { env: { PORT: "1" } })'],
  ["one without our variables, past PATH", 'spawn(execPath, ["-e", "0"], { env: without("IAMGEN_PROXY_PORT") })'],
  ["nothing but PATH", 'execFile("node", ["-e", "0"], { env: { PATH: env.PATH } })'],
])("tells of a Node program that is started with %s", async (_, start) => {
  expect(await noticed(start)).toEqual([{ code: "lost-child" }]);
});

test.each([
  ["the program's environment", 'spawn(execPath, ["-e", "0"]); spawn("node", ["-e", "0"])'],
  ["more than that", 'spawn(execPath, ["-e", "0"], { env: { ...env, PORT: "1" } })'],
  ["one that our `node` on PATH mends", 'spawn("node", ["-e", "0"], { env: without("IAMGEN_PROXY_PORT") })'],
])("says nothing of one with %s", async (_, start) => {
  expect(await noticed(start)).toEqual([]);
});

test.each([
  ["is gone", 'without("NODE_OPTIONS")', `--require ${HOOK}`],
  ["is empty", '{ ...env, NODE_OPTIONS: "" }', `--require ${HOOK}`],
  ["has another's options", '{ ...env, NODE_OPTIONS: "--no-warnings" }', `--require ${HOOK} --no-warnings`],
  ["has the hook", "{ ...env, NODE_OPTIONS: `--no-warnings ${env.NODE_OPTIONS}` }", `--no-warnings --require ${HOOK}`],
])("puts the hook back where NODE_OPTIONS %s, and nothing else", async (_, env, expected) => {
  const child = "console.log(JSON.stringify([process.env.NODE_OPTIONS, Object.keys(process.env).length]))";
  const start = `const given = ${env};
    const child = spawn(execPath, ["-e", ${JSON.stringify(child)}], { env: given });
    child.stdout.on("data", (text) => {
      const [options, count] = JSON.parse(text);
      const all = new Set([...Object.keys(given), "NODE_OPTIONS"]).size;
      if (options !== ${JSON.stringify(expected)} || count !== all) console.log(options, count, all);
    });
    child.stderr.pipe(process.stdout);`;
  expect(await noticed(start)).toEqual([]);
});

const MODEL = process.allowedNodeEnvironmentFlags.has("--permission") ? "--permission" : "--experimental-permission";

test.each([
  ["with the hook, which it may read", "env", true],
  ["without it, where that was taken away", '{ ...env, NODE_OPTIONS: "" }', false],
])("a Node under the permission model runs %s", async (_, env, isHooked) => {
  const child = "console.log(Symbol.for('iamgen.hook') in globalThis)";
  const start = `const child = spawn(execPath, ["--no-warnings", "${MODEL}", "-e", ${JSON.stringify(child)}], { env: ${env} });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
    child.on("close", () => output === "${isHooked}\\n" || console.log(output));`;
  expect(await noticed(start)).toEqual([]);
});

test("says nothing of other programs, and leaves their environment alone", async () => {
  expect(await noticed('spawn("true", { env: {} }).on("error", () => {})')).toEqual([]);
  const start = `spawn("sh", ["-c", "test -z $NODE_OPTIONS || echo $NODE_OPTIONS"],
    { env: without("NODE_OPTIONS"), stdio: "inherit" })`;
  expect(await noticed(start)).toEqual([]);
});
