import http from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { runHooked } from "./hooked-node.ts";
import { type StandInProxy, startStandInProxy } from "./stand-in-proxy.ts";

let proxy: StandInProxy;
let origin: http.Server;
let port = 0;
let direct: string[] = [];
beforeAll(async () => {
  proxy = await startStandInProxy();
  origin = http.createServer((request, response) => {
    direct.push(String(request.url));
    request.resume().on("end", () => response.end(""));
  });
  await new Promise<void>((done) => origin.listen(0, "127.0.0.1", done));
  const address = origin.address();
  port = typeof address === "object" && address !== null ? address.port : 0;
});
beforeEach(() => {
  direct = [];
});
afterAll(() => {
  proxy.close();
  origin.close();
});

/** Runs an ESM program; gives the paths that came to the proxy, each with its preface. */
async function viaProxy(source: string): Promise<string[]> {
  const before = proxy.requests.length;
  const { output, exitCode } = await runHooked(proxy, { args: ["--input-type=module", "-e", source] });
  if (exitCode !== 0) throw new Error(output);
  return proxy.requests.slice(before).map(({ preface, line }) => `${preface} ${line.split("?")[0]}`);
}

const V4 =
  "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=00";

describe("a signed request's origin is learned before its socket is opened", () => {
  const s3 = (): string => `{ endpoint: "http://localhost:${port}", forcePathStyle: true, s3ForcePathStyle: true }`;
  test.each([
    [
      "SDK v3",
      () => `import { S3Client, HeadObjectCommand } from "@aws-sdk/client-s3";
        await new S3Client(${s3()}).send(new HeadObjectCommand({ Bucket: "b", Key: "k" }));`,
      "HEAD /b/k",
    ],
    [
      "SDK v2",
      () => `import aws from "aws-sdk"; await new aws.S3(${s3()}).headObject({ Bucket: "b", Key: "k" }).promise();`,
      "HEAD /b/k",
    ],
    ["node:http", () => request(`{ headers: { authorization: "${V4}" } }`), "GET /"],
    ["SigV4A", () => request(`{ headers: { Authorization: "AWS4-ECDSA-P256-SHA256 Credential=x" } }`), "GET /"],
    ["SigV2", () => request('{ headers: { authorization: "AWS AKIDEXAMPLE:c2ln" } }'), "GET /"],
    ["a presigned URL", () => request('{ path: "/p?X-Amz-Signature=00" }'), "GET /p"],
    [
      "fetch",
      () => `await (await fetch("http://localhost:${port}/f", { headers: { authorization: "${V4}" } })).text()`,
      "GET /f",
    ],
    [
      "undici",
      () => `import { request } from "undici";
        await (await request("http://localhost:${port}/u", { headers: { authorization: "${V4}" } })).body.text()`,
      "GET /u",
    ],
    [
      "axios",
      () => `import axios from "axios"; await axios.get("http://localhost:${port}/a?X-Amz-Signature=0")`,
      "GET /a",
    ],
  ])("%s", async (_title, source, expected) => {
    expect(await viaProxy(source())).toEqual([`localhost:${port} ${expected}`]);
    expect(direct).toEqual([]);
  });

  const request = (options: string): string =>
    `import http from "node:http";
     await new Promise((done) => http.get("http://localhost:${port}", ${options}, (r) => r.resume().on("end", done)));`;
});

test("an unsigned request goes where it went, by node:http and by fetch", async () => {
  const source = `
    import http from "node:http";
    const options = { headers: { authorization: "Bearer AWS4-HMAC-SHA256" } };
    await new Promise((done) => http.get("http://localhost:${port}/plain", options, (r) => r.resume().on("end", done)));
    await (await fetch("http://localhost:${port}/fetched", options)).text();`;
  expect(await viaProxy(source)).toEqual([]);
  expect(direct).toEqual(["/plain", "/fetched"]);
});

test("an idle unsigned connection of the agent does not carry the signed request past us", async () => {
  const source = `
    import http from "node:http";
    const agent = new http.Agent({ keepAlive: true });
    const get = (path, headers) => new Promise((done) =>
      http.get("http://localhost:${port}" + path, { agent, headers }, (r) => r.resume().on("end", () => setImmediate(done))));
    await get("/health", {});
    await get("/signed", { authorization: "${V4}" });
    agent.destroy();`;
  expect(await viaProxy(source)).toEqual([`localhost:${port} GET /signed`]);
  expect(direct).toEqual(["/health"]);
});

test("a signed request over TLS teaches no origin, whose certificate ours could not stand for", async () => {
  const source = `
    import https from "node:https";
    const headers = { authorization: "${V4}" };
    await new Promise((done) => https.get("https://localhost:${port}/tls", { headers }).on("error", done));
    await (await fetch("http://localhost:${port}/after")).text();`;
  expect(await viaProxy(source)).toEqual([]);
  expect(direct).toEqual(["/after"]);
});
