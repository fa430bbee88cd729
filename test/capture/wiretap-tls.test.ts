import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect, createSecureServer } from "node:http2";
import { join } from "node:path";
import { connect as connectTls, createServer } from "node:tls";
import { describe, expect, test } from "vitest";
import { connectSecurely, connectTo, dialCapture, endOf, readUntil, secure, startLab } from "../support/capture-lab.ts";
import { testIssuer } from "../support/test-identity.ts";
import { answering, listening, tcpUpstream, tlsUpstream } from "../support/upstreams.ts";

const OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";
/** Self-signed, without extended key usage, valid until the end of 2049; certificate and key. */
const CLIENT_IDENTITY = readFileSync(join(import.meta.dirname, "../fixtures/tls/client.pem"));
const REQUEST = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

describe("the upstream's certificate", () => {
  test("a client sees the upstream's own certificate where that does not verify", async () => {
    const lab = await startLab();
    const stranger = testIssuer();
    const upstream = await tlsUpstream(stranger.identity("localhost"), answering(OK));

    const { socket } = await connectTo(lab, upstream.authority);
    const client = await secure(lab, socket, { trust: stranger.certificate });
    client.write(REQUEST);

    expect(await readUntil(client, "hi")).toBe(OK);
    expect(lab.notices).toEqual([{ kind: "tunnel", authority: upstream.authority, why: "upstream-unverified" }]);
    expect(lab.exchanges).toEqual([]);
  });

  test.each([
    ["is expired", { notAfter: new Date(Date.now() - 1000) }, "localhost", "CERT_HAS_EXPIRED"],
    ["names another host", undefined, "other.example.com", "ERR_TLS_CERT_ALTNAME_INVALID"],
  ])("a client that judges a certificate that %s fails as it would without us", async (_what, lifetime, name, code) => {
    const lab = await startLab();
    const upstream = await tlsUpstream(lab.issuer.identity(name, lifetime), answering(OK));
    const { socket } = await connectTo(lab, upstream.authority);
    await expect(secure(lab, socket, { trust: lab.issuer.certificate })).rejects.toMatchObject({ code });
    expect(lab.notices).toEqual([{ kind: "tunnel", authority: upstream.authority, why: "upstream-unverified" }]);
  });

  test("the user's own roots replace Node's", async () => {
    const own = testIssuer();
    const lab = await startLab({ upstream: { trustedRoots: [own.certificate] } });
    const upstream = await tlsUpstream(own.identity("localhost"), answering(OK));
    const client = await connectSecurely(lab, upstream.authority);
    client.write(REQUEST);
    expect(await readUntil(client, "hi")).toBe(OK);
    expect(lab.exchanges).toHaveLength(1);
  });

  test("a host that verified once is not dialled twice, and its session is resumed", async () => {
    const lab = await startLab();
    const resumed: boolean[] = [];
    const upstream = await tlsUpstream(lab.issuer.identity("localhost"), (socket) => {
      resumed.push(socket.isSessionReused());
      answering(OK)(socket);
    });
    for (const expected of [[false], [false, true]]) {
      const client = await connectSecurely(lab, upstream.authority);
      client.write(REQUEST);
      await readUntil(client, "hi");
      expect(resumed).toEqual(expected);
    }
    expect(upstream.accepted()).toBe(2);
  });

  test("a host whose certificate goes bad after it had verified fails once, then passes blind", async () => {
    const lab = await startLab();
    const stranger = testIssuer();
    const server = createServer(lab.issuer.identity("localhost"), answering(OK));
    const upstream = await listening(server);
    const first = await connectSecurely(lab, upstream.authority);
    first.write(REQUEST);
    await readUntil(first, "hi");

    server.setSecureContext(stranger.identity("localhost"));
    const { socket } = await connectTo(lab, upstream.authority);
    const second = secure(lab, socket).then(endOf);
    await expect.poll(() => lab.notices).toMatchObject([{ kind: "upstream-failed" }]);
    await second.catch(() => {});

    const third = await connectTo(lab, upstream.authority);
    const client = await secure(lab, third.socket, { trust: stranger.certificate });
    client.write(REQUEST);
    expect(await readUntil(client, "hi")).toBe(OK);
    expect(lab.notices.at(-1)).toMatchObject({ kind: "tunnel", why: "upstream-unverified" });
  });

  test.each(["TLSv1.2", "TLSv1.3"] as const)(
    "over %s a host that wants the client's own certificate gets it, at the second connection at the latest",
    async (version) => {
      const lab = await startLab();
      const upstream = await tlsUpstream(
        {
          ...lab.issuer.identity("localhost"),
          ca: CLIENT_IDENTITY,
          requestCert: true,
          maxVersion: version,
        },
        answering(OK),
      );
      const attempt = async (): Promise<string> => {
        const { socket } = await connectTo(lab, upstream.authority);
        const client = connectTls({
          socket,
          servername: "localhost",
          cert: CLIENT_IDENTITY,
          key: CLIENT_IDENTITY,
          ca: [lab.issuer.certificate, lab.authority.certificatePem],
        });
        client.on("error", () => {}).on("end", () => client.destroy());
        client.write(REQUEST);
        return readUntil(client, "hi").catch(() => "failed");
      };
      const answers = [await attempt(), await attempt()];
      expect(answers.at(-1)).toBe(OK);
      expect(lab.exchanges.every(({ response }) => response === undefined)).toBe(true);
      expect(lab.notices.at(-1)).toMatchObject({ kind: "tunnel", authority: upstream.authority });
    },
  );

  test("an upstream that hangs up in the handshake does so to the client", async () => {
    const lab = await startLab();
    const upstream = await tcpUpstream((socket) => socket.once("data", () => socket.resetAndDestroy()));
    const { socket } = await connectTo(lab, upstream.authority);
    await expect(secure(lab, socket)).rejects.toMatchObject({ code: "ECONNRESET" });
    expect(lab.notices).toMatchObject([
      { kind: "upstream-failed", authority: upstream.authority, code: "ECONNRESET" },
      { kind: "tunnel", authority: upstream.authority, why: "upstream-unverified" },
    ]);
  });
});

describe("the name", () => {
  test("the upstream is asked for the name that the client asks for, and the leaf carries it", async () => {
    const lab = await startLab();
    const names: (string | false | null)[] = [];
    const upstream = await tlsUpstream(lab.issuer.identity("bucket.s3.amazonaws.com"), (socket) => {
      names.push(socket.servername);
      answering(OK)(socket);
    });
    const client = await connectSecurely(lab, upstream.authority, { serverName: "bucket.s3.amazonaws.com" });
    expect(client.getPeerCertificate().subject.CN).toBe("bucket.s3.amazonaws.com");
    client.write(REQUEST);
    await readUntil(client, "hi");
    expect(names).toEqual(["bucket.s3.amazonaws.com"]);
    expect(lab.exchanges[0]?.request?.connection.authority).toBe(upstream.authority);
  });

  test("a client without SNI gets a leaf for the address that it connects to", async () => {
    const lab = await startLab();
    const upstream = await tlsUpstream(lab.issuer.identity("127.0.0.1"), answering(OK));
    const client = await connectSecurely(lab, `127.0.0.1:${upstream.port}`, { serverName: "", host: "127.0.0.1" });
    expect(client.getPeerCertificate().subjectaltname).toBe("IP Address:127.0.0.1");
    client.write(REQUEST);
    expect(await readUntil(client, "hi")).toBe(OK);
  });

  test("a name inside the connection that is not to be observed is passed blind", async () => {
    const lab = await startLab({
      route: (name) => (name === "localhost" ? { kind: "observe" } : { kind: "tunnel", why: "not-aws" }),
    });
    const upstream = await tlsUpstream(lab.issuer.identity("a.example.com"), answering(OK));
    const wish = { serverName: "a.example.com", trust: lab.issuer.certificate };
    const client = await connectSecurely(lab, upstream.authority, wish);
    client.write(REQUEST);
    expect(await readUntil(client, "hi")).toBe(OK);
    expect(lab.notices).toEqual([{ kind: "tunnel", authority: upstream.authority, why: "not-aws" }]);
  });

  test("TLS straight to the port goes to port 443 of its SNI", async () => {
    const asked: string[] = [];
    const lab = await startLab({
      route: (name, port) => {
        asked.push(`${name}:${port}`);
        return { kind: "observe" };
      },
    });
    const socket = await dialCapture(lab);
    const handshake = secure(lab, socket, { serverName: "no-such-host.invalid" });
    await expect(handshake).rejects.toMatchObject({ code: "ECONNRESET" });
    expect(asked).toEqual(["no-such-host.invalid:443"]);
    expect(lab.notices).toMatchObject([{ kind: "upstream-failed", authority: "no-such-host.invalid:443" }]);
  });

  test("TLS straight to the port without a name is refused", async () => {
    const lab = await startLab();
    const socket = await dialCapture(lab);
    await expect(secure(lab, socket, { serverName: "" })).rejects.toMatchObject({ code: "ECONNRESET" });
    expect(lab.notices).toEqual([{ kind: "refused", authority: "", detail: "tls without a server name" }]);
  });
});

test("HTTP/2 is observed where the client offers nothing else", async () => {
  const lab = await startLab();
  const server = createSecureServer(lab.issuer.identity("localhost"), (request, response) => {
    request.pipe(response);
  });
  const upstream = await listening(server);
  const { socket } = await connectTo(lab, upstream.authority);
  const tls = await secure(lab, socket, { alpn: ["h2"] });
  expect(tls.alpnProtocol).toBe("h2");
  const session = connect("https://localhost", { createConnection: () => tls });
  const stream = session.request({ ":method": "POST", ":path": "/a//b" });
  stream.end("payload");
  const chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  await once(stream, "end");
  session.destroy();
  expect(Buffer.concat(chunks).toString()).toBe("payload");
  expect(lab.exchanges).toMatchObject([{ request: { httpVersion: "2", target: "/a//b" }, response: { status: 200 } }]);
});
