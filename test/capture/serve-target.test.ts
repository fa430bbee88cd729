import { once } from "node:events";
import { connect as connectHttp2, createServer as createHttp2Server } from "node:http2";
import { createServer, type Socket } from "node:net";
import { expect, test } from "vitest";
import {
  connectSecurely,
  connectTo,
  dialCapture,
  endOf,
  readAll,
  readUntil,
  secure,
  startLab,
} from "../support/capture-lab.ts";
import { answering, listening, tcpUpstream, tlsUpstream } from "../support/upstreams.ts";

const OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

/** A port on which nothing listens. */
async function deadPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}

test("CONNECT to an upstream that refuses is answered 502 with authority and cause", async () => {
  const lab = await startLab();
  const authority = `127.0.0.1:${await deadPort()}`;
  const { head } = await connectTo(lab, authority);
  expect(head).toMatch(/^HTTP\/1\.1 502 /);
  expect(head).toContain(`\r\n\r\niamgen: cannot reach \`${authority}\`: connect ECONNREFUSED ${authority}\n`);
  expect(lab.notices).toEqual([{ kind: "upstream-failed", authority, code: "ECONNREFUSED" }]);
});

test("CONNECT to a name that does not resolve is answered 502", async () => {
  const lab = await startLab();
  const { head } = await connectTo(lab, "no-such-host.invalid:443");
  expect(head).toMatch(/^HTTP\/1\.1 502 .*iamgen: cannot reach `no-such-host\.invalid:443`: getaddrinfo E/s);
  expect(lab.notices).toMatchObject([{ kind: "upstream-failed", authority: "no-such-host.invalid:443" }]);
});

test("a learned origin that refuses is a reset for the client", async () => {
  const lab = await startLab();
  const authority = `127.0.0.1:${await deadPort()}`;
  const socket = await dialCapture(lab);
  const end = endOf(socket);
  socket.write(`IAMGEN/1 ${authority}\r\nGET / HTTP/1.1\r\n\r\n`);
  expect(await end).toMatchObject({ code: "ECONNRESET" });
  expect(lab.notices).toEqual([{ kind: "upstream-failed", authority, code: "ECONNREFUSED" }]);
});

test("what a client sends right behind CONNECT is not lost", async () => {
  const lab = await startLab();
  const upstream = await tcpUpstream(answering(OK));
  const socket = await dialCapture(lab);
  socket.write(`CONNECT ${upstream.authority} HTTP/1.1\r\n\r\nGET /early HTTP/1.1\r\nHost: a\r\n\r\n`);
  expect(await readUntil(socket, "hi")).toBe(`HTTP/1.1 200 Connection established\r\n\r\n${OK}`);
  expect(lab.exchanges).toMatchObject([{ request: { target: "/early" } }]);
});

test("where the upstream speaks first the bytes pass blind", async () => {
  const lab = await startLab();
  const upstream = await tcpUpstream((socket) => {
    socket.write("220 ready\r\n");
    socket.once("data", (chunk: Buffer) => socket.end(`you said ${chunk}`));
  });
  const { socket } = await connectTo(lab, upstream.authority);
  expect(await readUntil(socket.resume(), "ready")).toBe("220 ready\r\n");
  socket.end("HELO");
  expect((await readAll(socket)).toString()).toBe("you said HELO");
  expect(lab.notices).toEqual([{ kind: "tunnel", authority: upstream.authority, why: "not-http" }]);
  expect(upstream.accepted()).toBe(1);
});

test("a stand-in that speaks first, as HTTP/2 servers do, is no reason to reach the real host", async () => {
  const server = createHttp2Server();
  server.on("stream", (stream) => {
    stream.respond({ ":status": 200 });
    stream.end("hi");
  });
  const standIn = await listening(server);
  const real = await tcpUpstream(() => {});
  const lab = await startLab({ upstream: { forwardTo: new URL(`h2c://127.0.0.1:${standIn.port}`) } });
  const hasSpoken = once(server, "session").then(() => new Promise(setImmediate));
  const { socket } = await connectTo(lab, real.authority);
  await hasSpoken;
  const tls = await secure(lab, socket, { alpn: ["h2"] });
  const client = connectHttp2("https://localhost", { createConnection: () => tls });
  const stream = client.request({ ":path": "/through" });
  expect((await readAll(stream)).toString()).toBe("hi");
  client.destroy();
  expect(lab.exchanges).toMatchObject([{ request: { target: "/through" } }]);
  expect(lab.notices).toEqual([]);
  expect(real.accepted()).toBe(0);
});

test("bytes that are neither TLS nor HTTP pass blind", async () => {
  const lab = await startLab();
  const upstream = await tcpUpstream((socket) => void socket.pipe(socket));
  const { socket } = await connectTo(lab, upstream.authority);
  socket.end("\x00\x01binary");
  expect((await readAll(socket.resume())).toString()).toBe("\x00\x01binary");
  expect(lab.notices).toEqual([{ kind: "tunnel", authority: upstream.authority, why: "not-http" }]);
});

test("a target that is not to be observed is not even looked at", async () => {
  const lab = await startLab({ route: () => ({ kind: "tunnel", why: "not-aws" }) });
  const upstream = await tcpUpstream(answering(OK));
  const { socket } = await connectTo(lab, upstream.authority);
  socket.write("GET / HTTP/1.1\r\n\r\n");
  expect(await readUntil(socket.resume(), "hi")).toBe(OK);
  expect(lab.exchanges).toEqual([]);
  expect(lab.notices).toEqual([{ kind: "tunnel", authority: upstream.authority, why: "not-aws" }]);
});

test("an upstream that hangs up while the client is silent is a hang-up for the client, and told as a failure", async () => {
  const lab = await startLab();
  const upstream = await tcpUpstream((socket) => socket.end());
  const { socket } = await connectTo(lab, upstream.authority);
  expect((await readAll(socket.resume())).length).toBe(0);
  expect(lab.notices).toEqual([{ kind: "upstream-failed", authority: upstream.authority, code: "ECONNRESET" }]);
});

test("an upstream that resets while the client is silent is a reset for the client", async () => {
  const lab = await startLab();
  const accepted: Socket[] = [];
  const upstream = await tcpUpstream((socket) => accepted.push(socket));
  const { socket } = await connectTo(lab, upstream.authority);
  const end = endOf(socket);
  await expect.poll(() => accepted.length).toBe(1);
  accepted[0]?.resetAndDestroy();
  expect(await end).toMatchObject({ code: "ECONNRESET" });
  expect(lab.notices).toEqual([{ kind: "upstream-failed", authority: upstream.authority, code: "ECONNRESET" }]);
});

test("a client that leaves before its upstream is reached is not waited for", async () => {
  const lab = await startLab();
  const upstream = await tcpUpstream(() => {});
  const socket = await dialCapture(lab);
  socket.write(`CONNECT ${upstream.authority} HTTP/1.1\r\n\r\n`);
  socket.resetAndDestroy();
  await expect.poll(() => lab.capture.openConnections).toBe(0);
  expect(lab.notices.filter((notice) => notice.kind === "upstream-failed")).toEqual([]);
});

test("two targets on one capture do not mix", async () => {
  const lab = await startLab();
  const identity = lab.issuer.identity("localhost");
  const one = await tlsUpstream(identity, answering("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\none"));
  const two = await tlsUpstream(identity, answering("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\ntwo"));
  const clients = await Promise.all([connectSecurely(lab, one.authority), connectSecurely(lab, two.authority)]);
  for (const client of clients) client.write("GET / HTTP/1.1\r\nHost: same\r\n\r\n");
  const answers = await Promise.all([readUntil(clients[0], "one"), readUntil(clients[1], "two")]);
  expect(answers.map((answer) => answer.slice(-3))).toEqual(["one", "two"]);
});
