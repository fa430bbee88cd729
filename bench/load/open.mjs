/** Opens connections as a client behind a proxy does, CONNECT then TLS, or straight to the server. */
import { once } from "node:events";
import { connect as connectTcp } from "node:net";
import { connect as connectTls } from "node:tls";
import { HOST } from "../authority.mjs";

/** `way`: `{port, direct, ca}`. */
export async function openConnection(way, { host = HOST, protocol = "http/1.1" } = {}) {
  const socket = connectTcp({ host: "127.0.0.1", port: way.port, noDelay: true });
  if (!way.direct) {
    socket.write(`CONNECT ${host}:443 HTTP/1.1\r\nhost: ${host}:443\r\n\r\n`);
    await once(socket, "data");
  } else await once(socket, "connect");
  const secure = connectTls({ socket, servername: host, ca: way.ca, ALPNProtocols: [protocol] });
  await once(secure, "secureConnect");
  return secure;
}

const SCOPE = "AKIARTX3GSDSQKS4H4NX/20260101/us-east-1/dynamodb/aws4_request";
export const SIGNATURE = `AWS4-HMAC-SHA256 Credential=${SCOPE}, SignedHeaders=host;x-amz-date, Signature=${"0".repeat(64)}`;

/** Headers and body of a signed call; tables tell distinct calls apart. */
export function callTo(table) {
  const body = JSON.stringify({ TableName: `table-${table}`, Key: { id: { S: "1" } } });
  const headers = {
    "content-type": "application/x-amz-json-1.0",
    "x-amz-target": "DynamoDB_20120810.GetItem",
    "x-amz-date": "20260101T000000Z",
    authorization: SIGNATURE,
    "content-length": String(body.length),
  };
  return { headers, body };
}

export function requestBytes(table, host = HOST) {
  const { body, headers } = callTo(table);
  const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(`POST / HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n${body}`);
}

/** Percentiles in microseconds, and how the median went over time. */
export function latencies(took) {
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
  const tenth = Math.max(1, Math.floor(took.length / 10));
  return {
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    // From call 100 on: what comes before is the compiler's warming up.
    first: median(took.slice(100, 100 + tenth)),
    last: median(took.slice(-tenth)),
  };
}
