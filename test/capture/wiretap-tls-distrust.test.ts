import { once } from "node:events";
import { connect as connectTls } from "node:tls";
import { expect, test } from "vitest";
import { connectSecurely, connectTo, endOf, type Lab, readUntil, secure, startLab } from "../support/capture-lab.ts";
import { answering, tcpUpstream, tlsUpstream, type Upstream } from "../support/upstreams.ts";

const OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";
const REQUEST = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

async function labWithUpstream(): Promise<{ lab: Lab; upstream: Upstream }> {
  const lab = await startLab();
  return { lab, upstream: await tlsUpstream(lab.issuer.identity("localhost"), answering(OK)) };
}

/** A Node client that trusts the upstream's own issuer alone: it closes without an alert. */
async function distrustingAttempt(lab: Lab, upstream: Upstream): Promise<void> {
  const { socket } = await connectTo(lab, upstream.authority);
  await expect(secure(lab, socket, { trust: lab.issuer.certificate })).rejects.toMatchObject({
    code: "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  });
  await endOf(socket);
}

/** Connects, handshakes and leaves without a word, as connections opened in advance do. */
async function idleAttempt(lab: Lab, upstream: Upstream): Promise<void> {
  const client = await connectSecurely(lab, upstream.authority);
  client.end();
  await endOf(client);
}

const failures = (lab: Lab): number => lab.notices.filter(({ kind }) => kind === "client-handshake-failed").length;

test("a client that silently hangs up twice in a row reaches the real host blind the third time", async () => {
  const { lab, upstream } = await labWithUpstream();
  await distrustingAttempt(lab, upstream);
  await distrustingAttempt(lab, upstream);
  await expect.poll(() => failures(lab)).toBe(2);

  const { socket } = await connectTo(lab, upstream.authority);
  const client = await secure(lab, socket, { trust: lab.issuer.certificate });
  client.write(REQUEST);
  expect(await readUntil(client, "hi")).toBe(OK);

  const { authority } = upstream;
  expect(lab.notices).toEqual([
    { kind: "client-handshake-failed", authority, code: "closed" },
    { kind: "client-handshake-failed", authority, code: "closed" },
    { kind: "tunnel", authority, why: "client-distrust" },
  ]);
});

test("another client of the same host stays observed", async () => {
  const { lab, upstream } = await labWithUpstream();
  await distrustingAttempt(lab, upstream);
  await distrustingAttempt(lab, upstream);
  await expect.poll(() => failures(lab)).toBe(2);

  const { socket } = await connectTo(lab, upstream.authority);
  const other = connectTls({
    socket,
    servername: "localhost",
    ca: lab.authority.certificatePem,
    ciphers: "TLS_AES_128_GCM_SHA256",
  });
  await once(other, "secureConnect");
  other.write(REQUEST);
  expect(await readUntil(other, "hi")).toBe(OK);
  expect(lab.exchanges).toHaveLength(1);
});

test("one client that spoke in between starts the count anew", async () => {
  const { lab, upstream } = await labWithUpstream();
  await idleAttempt(lab, upstream);
  await expect.poll(() => failures(lab)).toBe(1);
  for (const idle of [true, false]) {
    const client = await connectSecurely(lab, upstream.authority);
    client.write(REQUEST);
    await readUntil(client, "hi");
    if (idle) await idleAttempt(lab, upstream);
  }
  expect(lab.notices.filter(({ kind }) => kind === "tunnel")).toEqual([]);
  expect(lab.exchanges).toHaveLength(2);
});

test("a connection that the upstream closes idle tells nothing about the client", async () => {
  const lab = await startLab();
  const upstream = await tlsUpstream(lab.issuer.identity("localhost"), (socket) => socket.end());
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const client = await connectSecurely(lab, upstream.authority);
    await once(client.resume(), "end");
    client.end();
    await endOf(client);
  }
  expect(lab.notices).toEqual([]);
});

test("a TLS alert makes the very next connection blind", async () => {
  const { lab, upstream } = await labWithUpstream();
  const { socket } = await connectTo(lab, upstream.authority);
  // A ClientHello that is recorded and answered with a fatal unknown_ca alert (RFC 8446 6.2) once we have replied.
  socket.write(await recordedHello());
  await once(socket.resume(), "data");
  socket.write(Buffer.from([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x30]));
  await expect.poll(() => lab.notices).toMatchObject([{ kind: "client-handshake-failed" }]);
  expect(lab.notices[0]).toMatchObject({ code: expect.stringMatching(/^ERR_SSL_.*UNKNOWN_CA$/) });

  const again = await connectTo(lab, upstream.authority);
  again.socket.write(await recordedHello());
  await expect.poll(() => lab.notices.at(-1)).toMatchObject({ kind: "tunnel", why: "client-distrust" });
});

test("a client that cannot use an ECDSA certificate is passed blind from the start", async () => {
  const { lab, upstream } = await labWithUpstream();
  const { socket } = await connectTo(lab, upstream.authority);
  const client = connectTls({
    socket,
    servername: "localhost",
    maxVersion: "TLSv1.2",
    ciphers: "ECDHE-RSA-AES128-GCM-SHA256",
  });
  await endOf(client);
  expect(lab.notices).toEqual([{ kind: "tunnel", authority: upstream.authority, why: "client-distrust" }]);
});

test("signed requests for a stand-in never reach the real host, however the client distrusts", async () => {
  const standIn = await tcpUpstream(answering(OK));
  const lab = await startLab({ upstream: { forwardTo: new URL(`http://127.0.0.1:${standIn.port}`) } });
  const real = await tlsUpstream(lab.issuer.identity("localhost"), answering(OK));
  for (let attempt = 0; attempt < 4; attempt += 1) await distrustingAttempt(lab, real);
  await expect.poll(() => failures(lab)).toBe(4);
  expect(real.accepted()).toBe(0);
});

/** The first flight of a TLS client that never goes on. */
async function recordedHello(): Promise<Buffer> {
  let flight = (_bytes: Buffer): void => {};
  const recorded = new Promise<Buffer>((resolve) => {
    flight = resolve;
  });
  const sink = await tcpUpstream((socket) => socket.once("data", flight));
  const client = connectTls({ port: sink.port, servername: "localhost", ALPNProtocols: ["http/1.1"] });
  client.on("error", () => {});
  const hello = await recorded;
  client.destroy();
  return hello;
}
