import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runHooked } from "./hooked-node.ts";
import { type StandInProxy, startStandInProxy } from "./stand-in-proxy.ts";

let proxy: StandInProxy;
const directory = mkdtempSync(join(tmpdir(), "iamgen-mocks-"));
beforeAll(async () => {
  proxy = await startStandInProxy();
  for (const name of ["nock", "msw", "@mswjs/interceptors", "knock"]) {
    mkdirSync(join(directory, "node_modules", name), { recursive: true });
    writeFileSync(join(directory, "node_modules", name, "index.js"), "module.exports = 1;");
  }
});
afterAll(() => {
  proxy.close();
  rmSync(directory, { recursive: true });
});

const noticed = async (source: string, file = "main.cjs", flags: string[] = []): Promise<unknown[]> => {
  writeFileSync(join(directory, file), source);
  const { notices, output } = await runHooked(proxy, { args: [...flags, join(directory, file)] });
  expect(output).toBe("");
  return [...notices];
};
const mocking = (...modules: string[]): object[] => modules.map((detail) => ({ code: "mocking-module", detail }));

test("notices a module that CommonJS requires, once", async () => {
  expect(await noticed('require("nock"); require("nock/index.js"); require("@mswjs/interceptors")')).toEqual(
    mocking("nock", "@mswjs/interceptors"),
  );
});

test("notices a CommonJS module that ESM imports", async () => {
  expect(await noticed('import "nock"; import "msw";', "main.mjs")).toEqual(mocking("nock", "msw"));
});

test("says nothing of a module that only sounds like one", async () => {
  expect(await noticed('require("knock"); try { require("nock-of-mine") } catch {}')).toEqual([]);
});

test("notices a module whose source a test framework reads into a module system of its own", async () => {
  const file = join(directory, "node_modules/nock/index.js");
  expect(await noticed(`require("fs").readFileSync(${JSON.stringify(file)}, "utf8")`)).toEqual(mocking("nock"));
});

test("says nothing of a module that is only looked for", async () => {
  const file = join(directory, "node_modules/nock/package.json");
  expect(await noticed(`try { require("fs").readFileSync(${JSON.stringify(file)}) } catch {}`)).toEqual([]);
});

test("notices once for a process and all its workers", async () => {
  const source = `
    const { Worker, isMainThread } = require("worker_threads");
    require("nock");
    if (isMainThread) for (let i = 0; i < 3; i++) new Worker(__filename);`;
  expect(await noticed(source)).toEqual(mocking("nock"));
});

test("notices interceptors that are active, however they were loaded", async () => {
  const source = `
    globalThis[Symbol.for("client-request-interceptor")] = {};
    setTimeout(() => {}, 200);`;
  expect(await noticed(source, "active.mjs")).toEqual(mocking("@mswjs/interceptors"));
});

test("holds no program open", async () => {
  const start = Date.now();
  await noticed("");
  expect(Date.now() - start).toBeLessThan(900);
});

test.each(["forks", "vmForks"])(
  "notices aws-sdk-client-mock inside vitest (%s), and a call that is not mocked still reaches the proxy",
  async (pool) => {
    const root = resolve(import.meta.dirname, "../..");
    // Inside the repository, so that packages resolve; out of sight of whatever reads the test folder meanwhile.
    mkdirSync(join(root, ".tmp"), { recursive: true });
    const scratch = mkdtempSync(join(root, ".tmp/vitest-in-vitest-"));
    writeFileSync(
      join(scratch, "inner.test.ts"),
      `import { test } from "vitest";
     import { mockClient } from "aws-sdk-client-mock";
     import { HeadObjectCommand, S3Client } from "@aws-sdk/client-s3";
     import { SQSClient } from "@aws-sdk/client-sqs";
     test("calls", async () => {
       mockClient(SQSClient);
       await new S3Client({}).send(new HeadObjectCommand({ Bucket: "in-vitest", Key: "k" }));
     });`,
    );
    const vitest = join(root, "node_modules/vitest/vitest.mjs");
    const { notices, output } = await runHooked(proxy, { args: [vitest, "run", "--pool", pool, "--root", scratch] });
    rmSync(scratch, { recursive: true });
    expect(output).toContain("1 passed");
    expect(notices).toEqual(mocking("aws-sdk-client-mock"));
    expect(proxy.requests.at(-1)).toMatchObject({ host: "in-vitest.s3.us-east-1.amazonaws.com" });
  },
  20_000,
);
