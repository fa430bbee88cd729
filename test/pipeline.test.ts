import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { connect as connectTls, type TLSSocket } from "node:tls";
import { afterEach, expect, test } from "vitest";
import { explainCalls, type Observation, openRecordings, policiesOf, startObserving } from "../src/pipeline.ts";

const HOST = "dynamodb.us-east-1.amazonaws.com";
const SCOPE = "AKIARTX3GSDSQKS4H4NX/20260101/us-east-1/dynamodb/aws4_request";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function standIn(): Promise<URL> {
  const server = createServer((request, response) => {
    request.resume().on("end", () => response.end("{}"));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(() => server.close());
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

async function observe(write: (line: string) => void): Promise<Observation> {
  const upstream = { proxyFor: () => undefined, forwardTo: await standIn() };
  const settings = {
    port: 0,
    ownUserOnly: true,
    intercept: [],
    maxBody: 65_536,
    timeline: false,
    program: "test",
    version: "0",
    upstream,
  };
  return startObserving({ ...settings, write });
}

async function throughProxy({ port, caPem }: Observation): Promise<TLSSocket> {
  const tcp = connect(port, "127.0.0.1");
  tcp.write(`CONNECT ${HOST}:443 HTTP/1.1\r\nhost: ${HOST}:443\r\n\r\n`);
  await once(tcp, "data");
  const secure = connectTls({ socket: tcp, servername: HOST, ca: caPem });
  await once(secure, "secureConnect");
  return secure;
}

function getItem(table: string): string {
  const body = JSON.stringify({ TableName: table, Key: { id: { S: "1" } } });
  const head = [
    "POST / HTTP/1.1",
    `host: ${HOST}`,
    "content-type: application/x-amz-json-1.0",
    "x-amz-target: DynamoDB_20120810.GetItem",
    `authorization: AWS4-HMAC-SHA256 Credential=${SCOPE}, SignedHeaders=host, Signature=${"0".repeat(64)}`,
    `content-length: ${body.length}`,
  ];
  return `${head.join("\r\n")}\r\n\r\n${body}`;
}

test("a call is recorded before its answer reaches the client", async () => {
  const lines: string[] = [];
  const observation = await observe((line) => lines.push(line));
  const client = await throughProxy(observation);

  client.write(getItem("albums"));
  await once(client, "data");
  const recordedByThen = lines.map((line): unknown => JSON.parse(line).type);

  client.destroy();
  await observation.finish(0);
  expect(recordedByThen).toEqual(["run", "call"]);
});

test("a recording gives the policy of its calls, whoever reads it", async () => {
  const lines: string[] = [];
  const observation = await observe((line) => lines.push(line));
  const client = await throughProxy(observation);
  client.write(getItem("albums"));
  await once(client, "data");
  client.destroy();
  const live = await observation.finish(0);

  const read = openRecordings([{ name: "recording.ndjson", text: lines.join("") }]);

  const resource = "arn:aws:dynamodb:us-east-1:111122223333:table/albums";
  const explained = await explainCalls(read);
  expect(explained.map(({ permissions }) => permissions.map(({ action, resources }) => [action, resources]))).toEqual([
    [["dynamodb:GetItem", [resource]]],
  ]);
  const policySet = await policiesOf(read, explained);
  expect(policySet).toEqual(await policiesOf(live, await explainCalls(live)));
  expect(policySet.policies[0]?.proof).toMatchObject({ sufficient: true, minimal: true, unverified: 0 });
});

test("a full disk changes neither the answer nor the policy", async () => {
  const observation = await observe(() => {
    throw new Error("no space left on device");
  });
  const client = await throughProxy(observation);

  client.write(getItem("albums"));
  const [answer] = (await once(client, "data")) as [Buffer];
  client.destroy();
  const recording = await observation.finish(0);

  expect(answer.toString("latin1")).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  expect(recording.notices.map(({ code }) => code)).toEqual(["recording-failed"]);
  expect((await policiesOf(recording, await explainCalls(recording))).policies).toHaveLength(1);
});

test("an account given by hand is used only where the traffic tells none", async () => {
  const call = {
    type: "call",
    n: 1,
    sdkId: "DynamoDB",
    operation: "GetItem",
    signingName: "dynamodb",
    protocol: "json",
  };
  const place = {
    partition: "aws",
    region: "us-east-1",
    identity: "a",
    auth: "sigv4",
    hostname: HOST,
    source: "proxy",
  };
  const input = { input: { TableName: "t" }, members: ["TableName"], outcome: { kind: "succeeded", httpStatus: 200 } };
  const header = { iamgen: 1, type: "run", startedAt: "2026-01-01T00:00:00.000Z", program: "p", version: "0" };
  const text = [
    { ...header, data: { api: "a", authorization: "b" } },
    { ...call, ...place, ...input },
    { type: "end", exitCode: 0 },
  ]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join("");
  const recording = openRecordings([{ name: "r", text }]);

  const resources = (await explainCalls(recording, { account: "444455556666" }))[0]?.permissions[0]?.resources;

  expect(resources).toEqual(["arn:aws:dynamodb:us-east-1:444455556666:table/t"]);
});
