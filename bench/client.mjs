/**
 * The load: CONNECT, TLS, then signed-looking requests one after the other on each of N connections.
 * `node client.mjs PORT CA-FILE CONNECTIONS CALLS` prints `{perSecond, p50, p99, firstQuarter, lastQuarter}` (microseconds).
 */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect as connectTcp } from "node:net";
import { connect as connectTls } from "node:tls";
import { HOST } from "./authority.mjs";

const [port, caFile, connections, calls] = process.argv.slice(2);
const ca = readFileSync(caFile);
const SCOPE = "AKIARTX3GSDSQKS4H4NX/20260101/us-east-1/dynamodb/aws4_request";

function requestBytes(table) {
  const body = JSON.stringify({ TableName: `table-${table}`, Key: { id: { S: "1" } } });
  const lines = [
    "POST / HTTP/1.1",
    `host: ${HOST}`,
    "content-type: application/x-amz-json-1.0",
    "x-amz-target: DynamoDB_20120810.GetItem",
    "x-amz-date: 20260101T000000Z",
    `authorization: AWS4-HMAC-SHA256 Credential=${SCOPE}, SignedHeaders=host;x-amz-date, Signature=${"0".repeat(64)}`,
    `content-length: ${body.length}`,
  ];
  return Buffer.from(`${lines.join("\r\n")}\r\n\r\n${body}`);
}

async function openConnection() {
  const socket = connectTcp({ host: "127.0.0.1", port: Number(port) });
  socket.setNoDelay(true);
  socket.write(`CONNECT ${HOST}:443 HTTP/1.1\r\nhost: ${HOST}:443\r\n\r\n`);
  await once(socket, "data");
  const secure = connectTls({ socket, servername: HOST, ca, ALPNProtocols: ["http/1.1"] });
  await once(secure, "secureConnect");
  return secure;
}

/** Resolves when one whole response (with Content-Length) has arrived. */
function oneAnswer(socket) {
  return new Promise((resolve, reject) => {
    let seen = "";
    const onData = (chunk) => {
      seen += chunk.toString("latin1");
      const headEnd = seen.indexOf("\r\n\r\n");
      if (headEnd < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(seen)?.[1]);
      if (seen.length < headEnd + 4 + length) return;
      socket.off("data", onData);
      socket.off("close", reject);
      resolve();
    };
    socket.on("data", onData);
    socket.once("close", reject);
  });
}

const requests = Array.from({ length: 10 }, (_, table) => requestBytes(table));
const took = [];

async function load(socket, count) {
  for (let call = 0; call < count; call += 1) {
    const start = process.hrtime.bigint();
    const answer = oneAnswer(socket);
    socket.write(requests[call % requests.length]);
    await answer;
    took.push(Number(process.hrtime.bigint() - start) / 1000);
  }
  socket.destroy();
}

const sockets = await Promise.all(Array.from({ length: Number(connections) }, openConnection));
const start = process.hrtime.bigint();
await Promise.all(sockets.map((socket) => load(socket, Math.ceil(Number(calls) / sockets.length))));
const seconds = Number(process.hrtime.bigint() - start) / 1e9;

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const quarter = Math.floor(took.length / 4);
const sorted = took.toSorted((a, b) => a - b);
const result = {
  perSecond: took.length / seconds,
  p50: median(took),
  p99: sorted[Math.floor(sorted.length * 0.99)],
  firstQuarter: median(took.slice(0, quarter)),
  lastQuarter: median(took.slice(-quarter)),
};
process.stdout.write(`${JSON.stringify(result)}\n`);
