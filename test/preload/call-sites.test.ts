import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tempDir } from "../support/temp-dir.ts";
import { runHooked } from "./hooked-node.ts";
import { type StandInProxy, startStandInProxy } from "./stand-in-proxy.ts";

let proxy: StandInProxy;
let origin: http.Server;
beforeAll(async () => {
  proxy = await startStandInProxy();
  origin = http.createServer((request, response) => request.resume().on("end", () => response.end("")));
  await new Promise<void>((done) => origin.listen(0, "127.0.0.1", done));
});
afterAll(() => {
  proxy.close();
  origin.close();
});

const V4 =
  "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=00";

/** Runs a CommonJS program in a directory of its own, with its packages; gives its output and the places that the hook told. */
async function told(source: string, root?: string, packages: Readonly<Record<string, string>> = {}) {
  const directory = tempDir();
  for (const [name, text] of Object.entries(packages)) {
    mkdirSync(join(directory, "node_modules", name), { recursive: true });
    writeFileSync(join(directory, "node_modules", name, "index.js"), text);
  }
  const file = join(directory, "callers");
  writeFileSync(join(directory, "program.cjs"), source);
  const address = origin.address() as AddressInfo;
  const callers = { file, root: root ?? directory };
  const env = { ORIGIN: `http://127.0.0.1:${address.port}` };
  const { output, exitCode } = await runHooked(proxy, { args: [join(directory, "program.cjs")], env, callers });
  let text = "";
  try {
    text = readFileSync(file, "utf8");
  } catch {
    // Nothing was told.
  }
  return { output, exitCode, places: text.split("\n").flatMap((line) => line.split(" ")[1] ?? []) };
}

const REQUEST = `const http = require("node:http");
const send = (headers) => new Promise((done) =>
  http.get(process.env.ORIGIN, { headers }, (answer) => answer.resume().on("end", done)));
`;

test("a signed request is told with its line, another is not", async () => {
  const run = await told(`${REQUEST}
async function main() {
  await send({});
  await send({ authorization: ${JSON.stringify(V4)} });
}
main();
`);
  expect(run).toEqual({ output: "", exitCode: 0, places: ["program.cjs:3"] });
});

/** As jest's: its tests get their modules from it, past Node's loader. */
const JEST_RUNTIME = `exports.default = class {
  constructor(modules) { this.modules = modules; }
  requireModuleOrMock(_from, name) { return this.modules[name]; }
};`;

test("a client that jest's own loader gives is told with the line that sends, though the request is made later", async () => {
  const run = await told(
    `${REQUEST}
const Runtime = require("jest-runtime").default;
class Client { send() { setTimeout(() => send({ authorization: ${JSON.stringify(V4)} }), 0); } }
const mock = Object.assign(() => undefined, { _isMockFunction: true });
class Mocked { }
Mocked.prototype.send = mock;
const runtime = new Runtime({ "@smithy/core/client": { Client }, "@aws-sdk/core/client": { Client: Mocked } });
const load = (name) => runtime.requireModuleOrMock("t.js", name).Client;
new (load("@smithy/core/client"))().send();
console.log(load("@smithy/core/client") === Client, load("@aws-sdk/core/client").prototype.send === mock);
`,
    undefined,
    { "jest-runtime": JEST_RUNTIME },
  );
  expect(run).toEqual({ output: "true true\n", exitCode: 0, places: ["program.cjs:12"] });
});

test("the program's own stack limit and its own way to write stacks stay as they are", async () => {
  const run = await told(`${REQUEST}
Error.stackTraceLimit = 3;
Error.prepareStackTrace = () => { throw new Error("the program's own"); };
send({ authorization: ${JSON.stringify(V4)} }).then(() => console.log(Error.stackTraceLimit));
`);
  expect(run).toEqual({ output: "3\n", exitCode: 0, places: [] });
});

test("a file that cannot be written, and a project elsewhere, change nothing for the program", async () => {
  const source = `${REQUEST} send({ authorization: ${JSON.stringify(V4)} }).then(() => console.log("sent"));`;
  expect(await told(source, "/somewhere/else")).toEqual({ output: "sent\n", exitCode: 0, places: [] });
  const file = "/nowhere/callers";
  const { output, exitCode } = await runHooked(proxy, {
    args: ["-e", source],
    env: { ORIGIN: `http://127.0.0.1:${(origin.address() as AddressInfo).port}` },
    callers: { file, root: import.meta.dirname },
  });
  expect({ output, exitCode }).toEqual({ output: "sent\n", exitCode: 0 });
});
