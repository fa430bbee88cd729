import { expect, test } from "vitest";
import { connectTo, endOf, type LabOptions, readAll, readUntil, secure, startLab } from "../support/capture-lab.ts";
import { outerProxy } from "../support/outer-proxy.ts";
import { answering, echo, tcpUpstream, tlsUpstream } from "../support/upstreams.ts";

const OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";
const NOT_AWS: LabOptions = { route: () => ({ kind: "tunnel", why: "not-aws" }) };

test("TLS passes undecrypted: the client sees the real certificate", async () => {
  const lab = await startLab(NOT_AWS);
  const upstream = await tlsUpstream(lab.issuer.identity("localhost"), answering(OK));
  const { socket } = await connectTo(lab, upstream.authority);
  const client = await secure(lab, socket, { trust: lab.issuer.certificate });
  expect(client.getPeerCertificate().issuer.O).toBe("test");
  client.write("GET / HTTP/1.1\r\n\r\n");
  expect(await readUntil(client, "hi")).toBe(OK);
  expect(lab.notices).toEqual([{ kind: "tunnel", authority: upstream.authority, why: "not-aws" }]);
});

test("half-close is kept both ways", async () => {
  const lab = await startLab(NOT_AWS);
  const upstream = await tcpUpstream(echo);
  const { socket } = await connectTo(lab, upstream.authority);
  socket.end("all that I have to say");
  expect((await readAll(socket.resume())).toString()).toBe("all that I have to say");
});

test("goes through the user's outer proxy with his credentials", async () => {
  const proxy = await outerProxy("us er:p@ss%");
  const asked: unknown[] = [];
  const proxyFor = (...wanted: unknown[]): URL => {
    asked.push(wanted);
    return new URL(`http://us%20er:p%40ss%25@127.0.0.1:${proxy.port}`);
  };
  const lab = await startLab({ ...NOT_AWS, upstream: { proxyFor } });
  const upstream = await tcpUpstream(echo);
  const { socket } = await connectTo(lab, upstream.authority);
  socket.end("through two proxies");
  expect((await readAll(socket.resume())).toString()).toBe("through two proxies");
  expect(proxy.heads).toHaveLength(1);
  expect(proxy.heads[0]).toMatch(
    new RegExp(`^CONNECT ${upstream.authority} HTTP/1.1\r\nHost: ${upstream.authority}\r\n`),
  );
  expect(asked).toEqual([["https", "localhost", upstream.port]]);
});

test("an outer proxy that refuses is named in the answer to CONNECT", async () => {
  const proxy = await outerProxy("user:password");
  const lab = await startLab({
    ...NOT_AWS,
    upstream: { proxyFor: () => new URL(`http://user:wrong@127.0.0.1:${proxy.port}`) },
  });
  const { head } = await connectTo(lab, "example.com:443");
  expect(head).toMatch(/^HTTP\/1\.1 502 .*cannot reach `example\.com:443`: the outer proxy answered 407\n/s);
  expect(lab.notices).toEqual([{ kind: "upstream-failed", authority: "example.com:443", code: "PROXY_407" }]);
});

test("an upstream that cannot be reached a second time is a reset for the client", async () => {
  const lab = await startLab();
  // Accepts the connection on which we try TLS, and none after it.
  const upstream = await tcpUpstream((socket) => {
    socket.once("data", () => {
      closeServer();
      socket.resetAndDestroy();
    });
  });
  const closeServer = upstream.stopListening;
  const { socket } = await connectTo(lab, upstream.authority);
  const end = endOf(socket);
  await expect(secure(lab, socket)).rejects.toMatchObject({ code: "ECONNRESET" });
  await end;
  expect(lab.notices.at(-1)).toEqual({ kind: "upstream-failed", authority: upstream.authority, code: "ECONNREFUSED" });
});
