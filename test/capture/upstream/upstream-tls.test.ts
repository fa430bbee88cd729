import { once } from "node:events";
import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import { type UpstreamHello, UpstreamTls } from "../../../src/capture/upstream/upstream-tls.ts";
import { testIssuer } from "../../support/test-identity.ts";
import { tcpUpstream, tlsUpstream, type Upstream } from "../../support/upstreams.ts";

const HELLO: UpstreamHello = {
  hostname: "localhost",
  serverName: "localhost",
  protocol: "http/1.1",
  memoryKey: "localhost both",
};

const issuer = testIssuer();
const trusting = (): UpstreamTls => new UpstreamTls({ roots: undefined, extraRoots: [issuer.certificate] });

async function handshake(tls: UpstreamTls, { port }: Upstream, hello: Partial<UpstreamHello> = {}) {
  const tcp = connect(port, "127.0.0.1");
  await once(tcp, "connect");
  return tls.handshake(tcp, { ...HELLO, ...hello });
}

test("a host is remembered with its protocol once it has verified", async () => {
  const tls = trusting();
  const identity = { ...issuer.identity("localhost"), ALPNProtocols: ["http/1.1"] };
  const upstream = await tlsUpstream(identity, (socket) => void socket.resume());
  expect(tls.verified(HELLO.memoryKey)).toBeUndefined();
  const { negotiated, socket } = await handshake(tls, upstream);
  socket.destroy();
  expect(negotiated).toBe("http/1.1");
  expect(tls.verified(HELLO.memoryKey)).toMatchObject({ negotiated: "http/1.1" });
  expect(tls.verified("localhost h2")).toBeUndefined();
  tls.forget(HELLO.memoryKey);
  expect(tls.verified(HELLO.memoryKey)).toBeUndefined();
});

describe.each(["TLSv1.2", "TLSv1.3"] as const)("over %s", (version) => {
  test("the session is resumed", async () => {
    const tls = trusting();
    const identity = { ...issuer.identity("localhost"), minVersion: version, maxVersion: version };
    const upstream = await tlsUpstream(identity, (socket) => void socket.write("x"));
    const resumed = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const { socket } = await handshake(tls, upstream);
      await once(socket, "data");
      resumed.push(socket.isSessionReused());
      socket.destroy();
    }
    expect(resumed).toEqual([false, true, true]);
  });
});

test("a session is not shared between trust settings", async () => {
  const upstream = await tlsUpstream(issuer.identity("localhost"), (socket) => void socket.write("x"));
  const { socket } = await handshake(trusting(), upstream);
  await once(socket, "data");
  socket.destroy();
  const stranger = new UpstreamTls({ roots: [testIssuer().certificate], extraRoots: [] });
  await expect(handshake(stranger, upstream)).rejects.toMatchObject({ stage: "unverified" });
});

describe("does not verify", () => {
  test.each([
    ["an unknown issuer", () => testIssuer().identity("localhost"), /^(UNABLE_TO_VERIFY|SELF_SIGNED|UNABLE_TO_GET)/],
    ["another name", () => issuer.identity("a.example.com"), /^ERR_TLS_CERT_ALTNAME_INVALID$/],
    ["an expired certificate", () => issuer.identity("localhost", { notAfter: new Date(0) }), /^CERT_HAS_EXPIRED$/],
  ])("%s", async (_what, identity, code) => {
    const tls = trusting();
    const upstream = await tlsUpstream(identity(), () => {});
    await expect(handshake(tls, upstream)).rejects.toMatchObject({
      stage: "unverified",
      code: expect.stringMatching(code),
    });
    expect(tls.verified(HELLO.memoryKey)).toBeUndefined();
  });
});

test("an address is held against the certificate where there is no name", async () => {
  const upstream = await tlsUpstream(issuer.identity("127.0.0.1"), (socket) => void socket.resume());
  const { socket } = await handshake(trusting(), upstream, { hostname: "127.0.0.1", serverName: undefined });
  socket.destroy();
  await expect(handshake(trusting(), upstream, { hostname: "127.0.0.2", serverName: undefined })).rejects.toMatchObject(
    { stage: "unverified", code: "ERR_TLS_CERT_ALTNAME_INVALID" },
  );
});

test.each([
  ["hangs up", (bytes: string) => bytes, ""],
  ["speaks no TLS", (bytes: string) => bytes, "HTTP/1.1 400 Bad Request\r\n\r\n"],
])("an upstream that %s fails in the handshake", async (_what, _same, answer) => {
  const upstream = await tcpUpstream((socket) => socket.once("data", () => socket.end(answer)));
  await expect(handshake(trusting(), upstream)).rejects.toMatchObject({ stage: "handshake" });
});

test("a protocol that the upstream refuses is named by its alert", async () => {
  const upstream = await tlsUpstream({ ...issuer.identity("localhost"), ALPNProtocols: ["h2"] }, () => {});
  await expect(handshake(trusting(), upstream)).rejects.toMatchObject({
    stage: "handshake",
    code: "ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL",
  });
});
