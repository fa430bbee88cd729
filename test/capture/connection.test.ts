import { once } from "node:events";
import { connect as connectHttp2, createServer as createHttp2Server, createSecureServer } from "node:http2";
import type { TLSSocket } from "node:tls";
import { describe, expect, test } from "vitest";
import { connectTo, dialCapture, type Lab, readUntil, secure, startLab } from "../support/capture-lab.ts";
import { testIssuer } from "../support/test-identity.ts";
import { answering, listening, tcpUpstream, tlsUpstream } from "../support/upstreams.ts";

const OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";
const NAME = "bucket.s3.amazonaws.com";

/** A client that reaches the capture without CONNECT, as the hook makes it. */
async function transparent(lab: Lab, alpn?: string[]): Promise<TLSSocket> {
  return secure(lab, await dialCapture(lab), { serverName: NAME, ...(alpn && { alpn }) });
}

async function postOverHttp2(tls: TLSSocket): Promise<string> {
  const session = connectHttp2(`https://${NAME}`, { createConnection: () => tls });
  const stream = session.request({ ":method": "POST", ":path": "/" });
  stream.end("payload");
  let received = "";
  stream.on("data", (chunk: Buffer) => {
    received += chunk;
  });
  await once(stream, "end");
  session.destroy();
  return received;
}

describe("forwarding to a stand-in", () => {
  test("http:// gets the bytes of a TLS client untouched, and no real host is asked", async () => {
    const standIn = await tcpUpstream(answering(OK));
    const lab = await startLab({ upstream: { forwardTo: new URL(`http://127.0.0.1:${standIn.port}`) } });
    for (const alpn of [undefined, ["http/1.1"], ["h2", "http/1.1"]]) {
      const client = await transparent(lab, alpn);
      expect(client.alpnProtocol).toBe(alpn === undefined ? false : "http/1.1");
      client.write(`GET //key HTTP/1.1\r\nHost: ${NAME}\r\n\r\n`);
      expect(await readUntil(client, "hi")).toBe(OK);
    }
    expect(lab.exchanges).toHaveLength(3);
    expect(lab.exchanges[0]).toMatchObject({
      request: { target: "//key", connection: { approach: "transparent", scheme: "https", authority: `${NAME}:443` } },
    });
    expect(lab.notices).toEqual([]);
  });

  test("http:// cannot serve a client that speaks HTTP/2 alone, which is said", async () => {
    const standIn = await tcpUpstream(answering(OK));
    const lab = await startLab({ upstream: { forwardTo: new URL(`http://127.0.0.1:${standIn.port}`) } });
    await expect(transparent(lab, ["h2"])).rejects.toMatchObject({ code: "ECONNRESET" });
    expect(lab.notices).toEqual([{ kind: "needs-http2-target", authority: `${NAME}:443` }]);
  });

  test("h2c:// serves HTTP/2", async () => {
    const standIn = await listening(createHttp2Server((request, response) => void request.pipe(response)));
    const lab = await startLab({ upstream: { forwardTo: new URL(`h2c://127.0.0.1:${standIn.port}`) } });
    expect(await postOverHttp2(await transparent(lab, ["h2"]))).toBe("payload");
    expect(lab.exchanges).toMatchObject([{ request: { httpVersion: "2" } }]);
  });

  test("https:// serves both protocols and is judged by its own name and authority alone", async () => {
    const issuer = testIssuer();
    const server = createSecureServer({ ...issuer.identity("localhost"), allowHTTP1: true }, (request, response) => {
      request.pipe(response);
    });
    const standIn = await listening(server);
    const forwardTo = new URL(`https://localhost:${standIn.port}`);
    const lab = await startLab({ upstream: { forwardTo, forwardCa: issuer.certificate } });
    expect(await postOverHttp2(await transparent(lab, ["h2"]))).toBe("payload");
    const client = await transparent(lab, ["h2", "http/1.1"]);
    client.write(`POST / HTTP/1.1\r\nHost: ${NAME}\r\nContent-Length: 3\r\n\r\nabc`);
    expect(await readUntil(client, "abc\r\n0\r\n")).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(lab.exchanges.map(({ request }) => request?.httpVersion)).toEqual(["2", "1.1"]);
  });

  test("https:// that does not verify fails, and the real host is never asked", async () => {
    const standIn = await tlsUpstream(testIssuer().identity("localhost"), answering(OK));
    const lab = await startLab({ upstream: { forwardTo: new URL(`https://localhost:${standIn.port}`) } });
    await expect(transparent(lab)).rejects.toMatchObject({ code: "ECONNRESET" });
    expect(lab.notices).toMatchObject([{ kind: "upstream-failed", authority: `${NAME}:443` }]);
  });

  test("a stand-in on loopback is reached directly, whatever the user's outer proxy", async () => {
    const standIn = await tcpUpstream(answering(OK));
    const lab = await startLab({
      upstream: {
        forwardTo: new URL(`http://127.0.0.1:${standIn.port}`),
        proxyFor: () => new URL("http://127.0.0.1:1"),
      },
    });
    const client = await transparent(lab);
    client.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    expect(await readUntil(client, "hi")).toBe(OK);
  });

  test("a stand-in that is down is named in the answer to CONNECT", async () => {
    const lab = await startLab({ upstream: { forwardTo: new URL("http://127.0.0.1:1") } });
    const { head } = await connectTo(lab, `${NAME}:443`);
    expect(head).toMatch(
      /^HTTP\/1\.1 502 .*\r\n\r\niamgen: cannot reach `bucket\.s3\.amazonaws\.com:443`: connect ECONN/s,
    );
    expect(head).toContain("\nhint: check that http://127.0.0.1:1 is up\n");
  });

  test("what is not observed goes where it wanted to go", async () => {
    const lab = await startLab({
      route: () => ({ kind: "tunnel", why: "not-aws" }),
      upstream: { forwardTo: new URL("http://127.0.0.1:1") },
    });
    const upstream = await tcpUpstream(answering(OK));
    const { socket } = await connectTo(lab, upstream.authority);
    socket.write("GET / HTTP/1.1\r\n\r\n");
    expect(await readUntil(socket.resume(), "hi")).toBe(OK);
  });
});

test("connections and exchanges are counted from 1 within a capture", async () => {
  const standIn = await tcpUpstream(answering(OK));
  const lab = await startLab({ upstream: { forwardTo: new URL(`http://127.0.0.1:${standIn.port}`) } });
  for (const _ of [1, 2]) {
    const client = await transparent(lab);
    client.write("GET / HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n");
    await readUntil(client, `${OK}${OK}`);
  }
  expect(lab.exchanges.map(({ request }) => [request?.connection.id, request?.id])).toEqual([
    [1, 1],
    [1, 2],
    [2, 3],
    [2, 4],
  ]);
});
