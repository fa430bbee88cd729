import { once } from "node:events";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { connectSecurely, endOf, readAll, readUntil } from "../../support/capture-lab.ts";
import { DENIED, relayTo, startRelayLab } from "../../support/relay-lab.ts";
import { answering, countingUpstream, tcpUpstream, tlsUpstream } from "../../support/upstreams.ts";

const OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";
const NO = "HTTP/1.1 403 Forbidden\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n";

test("a request is judged with its whole body before a byte of it goes on", async () => {
  const lab = await startRelayLab();
  let bytesUpstream = 0;
  const upstream = await tcpUpstream((socket) => {
    socket.on("data", (chunk: Buffer) => {
      bytesUpstream += chunk.length;
      socket.write(OK);
    });
  });
  const socket = await relayTo(lab, upstream.authority);
  socket.write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhello");
  await new Promise(setImmediate);
  expect(bytesUpstream).toBe(0);
  socket.write("world");
  await readUntil(socket, "hi");
  expect(lab.judged.map(({ body }) => body)).toEqual(["helloworld"]);
});

test("a body larger than is kept is judged by its start, and passed on whole", async () => {
  const lab = await startRelayLab({ keep: 4 });
  const body = "x".repeat(100_000);
  let received = "";
  const upstream = await tcpUpstream((socket) => {
    socket.on("data", (chunk: Buffer) => {
      received += chunk.toString("latin1");
      if (received.endsWith(`\r\n\r\n${body}`)) socket.write(OK);
    });
  });
  const socket = await relayTo(lab, upstream.authority);
  socket.write(`PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
  await readUntil(socket, "hi");
  expect(lab.judged.map((judged) => judged.body)).toEqual(["xxxx"]);
  expect(lab.exchanges).toMatchObject([{ request: { body: { truncated: true } } }]);
});

test("an answer in the upstream's place reaches client and sink; the upstream never hears of the request", async () => {
  const lab = await startRelayLab({ decide: ({ head }) => (head.target === "/no" ? DENIED : undefined) });
  let received = "";
  const upstream = await tcpUpstream((socket) => {
    socket.on("data", (chunk: Buffer) => {
      received += chunk.toString("latin1");
      socket.write(OK);
    });
  });
  const socket = await relayTo(lab, upstream.authority);
  socket.write("PUT /no HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello");
  expect(await readUntil(socket, "\r\n\r\nno")).toContain(NO);
  // The connection goes on.
  socket.write("GET /yes HTTP/1.1\r\nHost: a\r\n\r\n");
  await readUntil(socket, OK);
  expect(received).toBe("GET /yes HTTP/1.1\r\nHost: a\r\n\r\n");
  expect(lab.exchanges).toMatchObject([
    { response: { status: 403 }, responseBody: { length: 2 } },
    { response: { status: 200 } },
  ]);
});

test("where judging needs a body that waits for 100, the relay asks for it", async () => {
  const lab = await startRelayLab();
  const upstream = await tcpUpstream((socket) => {
    socket.on("data", (chunk: Buffer) => {
      if (chunk.toString().endsWith("hello")) socket.write(OK);
    });
  });
  const socket = await relayTo(lab, upstream.authority);
  socket.write("PUT / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
  expect(await readUntil(socket, "\r\n\r\n")).toBe("HTTP/1.1 100 Continue\r\n\r\n");
  socket.write("hello");
  expect(await readUntil(socket, "hi")).toBe(OK);
});

test.each([
  ["two lengths", "Content-Length: 5\r\nContent-Length: 6\r\n"],
  ["a length beside a transfer coding", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"],
])("%s are refused, because servers read them differently", async (_, fields) => {
  const lab = await startRelayLab();
  const upstream = await countingUpstream();
  const socket = await relayTo(lab, upstream.authority);
  socket.write(`POST / HTTP/1.1\r\nHost: a\r\n${fields}\r\n5\r\nhello\r\n0\r\n\r\n`);
  expect((await readAll(socket)).toString()).toContain("HTTP/1.1 400 Bad Request\r\n");
  expect({ received: upstream.received(), notices: lab.notices }).toEqual({
    received: 0,
    notices: [
      { kind: "refused", authority: upstream.authority, detail: expect.stringContaining("malformed request: HPE_") },
    ],
  });
});

test("an upstream that closes an idle connection closes the client's", async () => {
  const lab = await startRelayLab();
  const upstream = await tcpUpstream((socket) => {
    socket.once("data", () => socket.write(OK, () => setImmediate(() => socket.end())));
  });
  const socket = await relayTo(lab, upstream.authority);
  socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  expect((await readAll(socket)).toString()).toBe(OK);
});

test("a client that closes its side behind its request still gets the answer", async () => {
  const lab = await startRelayLab();
  const upstream = await tcpUpstream((socket) => {
    socket.once("data", () => setImmediate(() => socket.write(OK)));
  });
  const socket = await relayTo(lab, upstream.authority);
  socket.end("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  expect((await readAll(socket)).toString()).toBe(OK);
});

test("TLS: requests are judged behind our certificate, and a client that hangs up without a word twice is tunnelled", async () => {
  const lab = await startRelayLab();
  const upstream = await tlsUpstream(lab.issuer.identity("localhost"), answering(OK));
  const tls = await connectSecurely(lab, upstream.authority);
  tls.write("GET /a HTTP/1.1\r\nHost: a\r\n\r\n");
  await readUntil(tls, "hi");
  expect(lab.judged).toMatchObject([{ head: { target: "/a", connection: { scheme: "https" } } }]);
  for (const attempt of [1, 2]) {
    const silent = await connectSecurely(lab, upstream.authority, { alpn: ["http/1.1"] });
    silent.end();
    await endOf(silent);
    expect(attempt).toBeGreaterThan(0);
  }
  expect(lab.notices.filter(({ kind }) => kind === "client-handshake-failed")).toHaveLength(2);
});

test("a request in absolute-form is judged too", async () => {
  const lab = await startRelayLab();
  const upstream = await tcpUpstream(answering(OK));
  const socket = connect({ port: lab.capture.port, host: "127.0.0.1" });
  await once(socket, "connect");
  socket.write(`GET http://${upstream.authority}/a//b HTTP/1.1\r\nHost: ${upstream.authority}\r\n\r\n`);
  await readUntil(socket, "hi");
  expect(lab.judged).toMatchObject([{ head: { target: "/a//b", connection: { approach: "proxied" } } }]);
});
