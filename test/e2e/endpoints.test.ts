/** Endpoints on this machine that the environment or a profile names, in programs that know nothing of iamgen. */
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { callsOf, runIamgen } from "../support/run-iamgen.ts";
import { tempDir } from "../support/temp-dir.ts";

const FIXTURES = resolve(import.meta.dirname, "../fixtures/clients");
const V3 = join(FIXTURES, "configured-endpoint.mjs");
/** Without the hook of Node nothing but the configuration leads a program to us. */
const UNHOOKED = `"$NODE" --no-warnings "${V3}"`;

async function server(): Promise<{ readonly port: number; readonly hosts: string[] }> {
  const hosts: string[] = [];
  const listening = createServer((request, response) => {
    hosts.push(String(request.headers.host));
    request.resume().on("end", () => response.setHeader("content-type", "application/x-amz-json-1.0").end("{}"));
  });
  listening.listen(0, "127.0.0.1");
  await once(listening, "listening");
  onTestFinished(() => void listening.close());
  return { port: (listening.address() as AddressInfo).port, hosts };
}

const env = { NODE: process.execPath };

test("a client that only its configuration leads is observed, and the server sees the host that the client signed", async () => {
  const { port, hosts } = await server();
  const run = await runIamgen({
    command: ["env", "-u", "NODE_OPTIONS", "sh", "-c", `echo $AWS_ENDPOINT_URL; ${UNHOOKED}`],
    env: { ...env, AWS_ENDPOINT_URL: `http://localhost:${port}/prefix` },
  });

  const told = /^http:\/\/(localhost:\d+)\/prefix\n/.exec(run.stdout)?.[1];
  expect(run.exitCode).toBe(0);
  expect(callsOf(run.recording)).toEqual(["DynamoDB.GetItem x1"]);
  expect(told).not.toBe(`localhost:${port}`);
  expect(hosts).toEqual([told]);
}, 20_000);

test("a hooked program is observed once, though it would find the server by the hook as well", async () => {
  const { port, hosts } = await server();
  const run = await runIamgen({
    command: ["node", "--no-warnings", V3],
    env: { AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${port}` },
  });

  expect(callsOf(run.recording)).toEqual(["DynamoDB.GetItem x1"]);
  expect(hosts).toHaveLength(1);
}, 20_000);

test("the endpoint of a profile is found in the configuration file, which stays as it is", async () => {
  const { port, hosts } = await server();
  const config = join(tempDir(), "config");
  writeFileSync(config, `[default]\nregion = us-east-1\nendpoint_url = http://127.0.0.1:${port}\n`);
  const run = await runIamgen({
    command: ["env", "-u", "NODE_OPTIONS", "sh", "-c", UNHOOKED],
    env: { ...env, AWS_CONFIG_FILE: config },
  });

  expect(callsOf(run.recording)).toEqual(["DynamoDB.GetItem x1"]);
  expect(hosts).toHaveLength(1);
}, 20_000);

test("a server that the program starts by itself keeps its port", async () => {
  const run = await runIamgen({
    command: ["sh", "-c", "echo $AWS_ENDPOINT_URL"],
    env: { AWS_ENDPOINT_URL: "http://127.0.0.1:1" },
  });

  expect(run.stdout).toBe("http://127.0.0.1:1\n");
  expect(run.recording.filter(({ type }) => type === "notice")).toMatchObject([
    { code: "endpoint-down", authority: "127.0.0.1:1" },
  ]);
});
