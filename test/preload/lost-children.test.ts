import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runHooked } from "./hooked-node.ts";
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
  ["one without NODE_OPTIONS, past PATH", 'spawn(execPath, ["-e", "0"], { env: without("NODE_OPTIONS") })'],
  ["one without our variables, past PATH", 'spawn(execPath, ["-e", "0"], { env: without("IAMGEN_PROXY_PORT") })'],
  ["nothing but PATH", 'execFile("node", ["-e", "0"], { env: { PATH: env.PATH } })'],
])("notices a Node program that is started with %s", async (_, start) => {
  expect(await noticed(start)).toEqual([{ code: "lost-child" }]);
});

test.each([
  ["the program's environment", 'spawn(execPath, ["-e", "0"]); spawn("node", ["-e", "0"])'],
  ["more than that", 'spawn(execPath, ["-e", "0"], { env: { ...env, PORT: "1" } })'],
  ["one that our `node` on PATH mends", 'spawn("node", ["-e", "0"], { env: without("NODE_OPTIONS") })'],
  ["one that it mends from the other side", 'spawn("node", ["-e", "0"], { env: without("IAMGEN_PROXY_PORT") })'],
])("says nothing of one with %s", async (_, start) => {
  expect(await noticed(start)).toEqual([]);
});

test("says nothing of other programs", async () => {
  expect(await noticed('spawn("true", { env: {} }).on("error", () => {})')).toEqual([]);
});
