import { once } from "node:events";
import { connect as connectHttp2, createServer as createHttp2Server } from "node:http2";
import { expect, test } from "vitest";
import { connectTo, dialCapture, endOf, readUntil, secure, startLab } from "../support/capture-lab.ts";
import { answering, listening, tcpUpstream, tlsUpstream } from "../support/upstreams.ts";

const OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

test("plain http behind the hook's preface goes to the origin that it names, not to its Host header", async () => {
  const lab = await startLab();
  const upstream = await tcpUpstream(answering(OK));
  const socket = await dialCapture(lab);
  socket.write(`IAMGEN/1 127.0.0.1:${upstream.port}\r\nPOST /q?a=b HTTP/1.1\r\nHost: elsewhere:1\r\n\r\n`);
  expect(await readUntil(socket, "hi")).toBe(OK);
  expect(lab.exchanges).toMatchObject([
    {
      request: {
        target: "/q?a=b",
        host: "elsewhere:1",
        connection: { approach: "learned", scheme: "http", authority: `127.0.0.1:${upstream.port}` },
      },
      response: { status: 200 },
    },
  ]);
});

test("the preface may come in pieces and apart from the request", async () => {
  const lab = await startLab();
  const upstream = await tcpUpstream(answering(OK));
  const socket = await dialCapture(lab);
  socket.setNoDelay(true);
  for (const piece of [
    "IAM",
    "GEN/1 127.0.0.1:",
    `${upstream.port}\r`,
    "\nGE",
    "T / HTTP/1.1\r\nHost: a\r\n",
    "\r\n",
  ]) {
    socket.write(piece);
    await new Promise(setImmediate);
  }
  expect(await readUntil(socket, "hi")).toBe(OK);
  expect(lab.exchanges).toHaveLength(1);
});

test("a learned origin is reached directly, whatever the user's outer proxy", async () => {
  const lab = await startLab({ upstream: { proxyFor: () => new URL("http://127.0.0.1:1") } });
  const upstream = await tcpUpstream(answering(OK));
  const socket = await dialCapture(lab);
  socket.write(`IAMGEN/1 127.0.0.1:${upstream.port}\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n`);
  expect(await readUntil(socket, "hi")).toBe(OK);
});

test("HTTP/2 with prior knowledge is observed behind the preface", async () => {
  const lab = await startLab();
  const server = createHttp2Server((request, response) => void request.pipe(response));
  const upstream = await listening(server);
  const socket = await dialCapture(lab);
  socket.write(`IAMGEN/1 127.0.0.1:${upstream.port}\r\n`);
  const session = connectHttp2("http://localhost", { createConnection: () => socket });
  const stream = session.request({ ":method": "POST", ":path": "/" });
  stream.resume().end("x");
  await once(stream, "end");
  session.destroy();
  expect(lab.exchanges).toMatchObject([{ request: { httpVersion: "2", connection: { scheme: "http" } } }]);
});

test("plain http inside CONNECT is observed", async () => {
  const lab = await startLab();
  const upstream = await tcpUpstream(answering(OK));
  const { socket } = await connectTo(lab, upstream.authority);
  socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  expect(await readUntil(socket.resume(), "hi")).toBe(OK);
  expect(lab.exchanges).toMatchObject([{ request: { connection: { approach: "connect", scheme: "http" } } }]);
});

test("TLS behind the preface is observed, and bytes that only begin like TLS pass blind", async () => {
  const lab = await startLab();
  const upstream = await tlsUpstream(lab.issuer.identity("localhost"), answering(OK));
  const socket = await dialCapture(lab);
  socket.write(`IAMGEN/1 localhost:${upstream.port}\r\n`);
  const client = await secure(lab, socket);
  client.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  expect(await readUntil(client, "hi")).toBe(OK);
  expect(lab.exchanges).toMatchObject([{ request: { connection: { approach: "learned", scheme: "https" } } }]);

  const binary = await tcpUpstream((end) => end.once("data", (chunk: Buffer) => end.end(`got ${chunk[0]}`)));
  const other = await dialCapture(lab);
  other.write(`IAMGEN/1 127.0.0.1:${binary.port}\r\n`);
  other.write(Buffer.from([0x16, 1, 1]));
  expect(await readUntil(other, "got")).toBe("got 22");
  expect(lab.notices).toMatchObject([{ kind: "tunnel", why: "not-http" }]);
});

test("a learned origin is observed whatever the route says: the hook led it here for that", async () => {
  const lab = await startLab({ route: () => ({ kind: "tunnel", why: "not-aws" }) });
  const upstream = await tcpUpstream(answering(OK));
  const socket = await dialCapture(lab);
  socket.write(`IAMGEN/1 127.0.0.1:${upstream.port}\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n`);
  expect(await readUntil(socket, "hi")).toBe(OK);
  expect(lab.exchanges).toHaveLength(1);
});

test("plain http can be forwarded to a stand-in that speaks TLS", async () => {
  const { issuer, ...lab } = await startLab();
  const standIn = await tlsUpstream(issuer.identity("localhost"), answering(OK));
  await lab.capture.close(0);
  const forwarding = await startLab({
    upstream: {
      forwardTo: new URL(`https://localhost:${standIn.port}`),
      forwardCa: issuer.certificate,
      trustedRoots: [],
    },
  });
  const { socket } = await connectTo(forwarding, "bucket.s3.amazonaws.com:80");
  socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  expect(await readUntil(socket.resume(), "hi")).toBe(OK);
  expect(forwarding.exchanges).toMatchObject([
    { request: { connection: { authority: "bucket.s3.amazonaws.com:80" } } },
  ]);
});

test("a stand-in that does not verify is a failure, never a blind tunnel", async () => {
  const standIn = await tlsUpstream((await startLab()).issuer.identity("localhost"), answering(OK));
  const lab = await startLab({
    upstream: { forwardTo: new URL(`https://localhost:${standIn.port}`), trustedRoots: [] },
  });
  const { socket } = await connectTo(lab, "bucket.s3.amazonaws.com:80");
  const end = endOf(socket);
  socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  expect(await end).toMatchObject({ code: "ECONNRESET" });
  expect(lab.notices).toMatchObject([{ kind: "upstream-failed", authority: "bucket.s3.amazonaws.com:80" }]);
});
