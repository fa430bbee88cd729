/** A proxy as `run` starts it, in front of a stand-in that answers `{}`; and a client that goes through it. */
import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { connect as connectTls, type TLSSocket } from "node:tls";
import { onTestFinished } from "vitest";
import { type EnforcedPolicy, type Observation, startObserving } from "../../src/pipeline.ts";

export const HOST = "dynamodb.us-east-1.amazonaws.com";
const SCOPE = "AKIARTX3GSDSQKS4H4NX/20260101/us-east-1/dynamodb/aws4_request";

async function standIn(): Promise<URL> {
  const server = createServer((request, response) => {
    request.resume().on("end", () => response.end("{}"));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

export async function observe(write: (line: string) => void, enforce?: EnforcedPolicy): Promise<Observation> {
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
  return startObserving({ ...settings, ...(enforce && { enforce }), write });
}

export async function throughProxy({ port, caPem }: Observation): Promise<TLSSocket> {
  const tcp = connect(port, "127.0.0.1");
  tcp.write(`CONNECT ${HOST}:443 HTTP/1.1\r\nhost: ${HOST}:443\r\n\r\n`);
  await once(tcp, "data");
  const secure = connectTls({ socket: tcp, servername: HOST, ca: caPem });
  await once(secure, "secureConnect");
  return secure;
}

export function getItem(table: string): string {
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
