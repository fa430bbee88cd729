import { once } from "node:events";
import type { Socket } from "node:net";
import { createServer } from "node:tls";
import { describe, expect, test } from "vitest";
import { connectSecurely, connectTo, endOf, readAll, readUntil, secure, startLab } from "../support/capture-lab.ts";
import { answering, echo, listening, tlsUpstream } from "../support/upstreams.ts";

const OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

/** What a client sends and a server answers, each byte as it must arrive on the other side. */
const DIALOGUES: Record<string, readonly [request: string, response: string]> = {
  "odd case, order, spacing and duplicates of header fields": [
    "GET //a/%2F/+?b&a=%20#x HTTP/1.1\r\nhOST:a\r\nX-A:  1 \r\nx-b: 2\r\nX-A: 3\r\nx-amz-date:20260101T000000Z\r\n\r\n",
    "HTTP/1.1 200 Fine By Me\r\nsET-cookie: a\r\nZ: 1\r\nSet-Cookie: b\r\ncontent-LENGTH: 0\r\n\r\n",
  ],
  "pipelined requests": [
    "GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\n\r\nDELETE /3 HTTP/1.1\r\nHost: a\r\n\r\n",
    `${OK}${OK}HTTP/1.1 204 No Content\r\n\r\n`,
  ],
  "chunked bodies with extensions and trailers": [
    "PUT /o HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTrailer: x-sum\r\n\r\n3;chunk-signature=ab\r\nabc\r\n0\r\nx-sum: 1\r\n\r\n",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0A\r\n0123456789\r\n00\r\nX-Tail: y\r\n\r\n",
  ],
  "interim answers": [
    "PUT /o HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\nx",
    `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n${OK}`,
  ],
  "an upgrade and what follows it": [
    "GET /ws HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n\x81\x05\x00\xff\xfe\x01",
    "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n\x81\x02\x00\xff",
  ],
  "what is no HTTP at all": ["\x00\x01\x02 GET\r\n\r\n\xff", "\xff\xfe\r\n\r\n\x00"],
};

describe("bytes are the same on both sides", () => {
  test.each(Object.entries(DIALOGUES))("with %s", async (_what, [request, response]) => {
    const lab = await startLab();
    let arrived: Promise<Buffer> | undefined;
    const upstream = await tlsUpstream(lab.issuer.identity("localhost"), (socket) => {
      arrived = readAll(socket);
      void arrived.then(() => socket.end(response, "latin1"));
    });
    const client = await connectSecurely(lab, upstream.authority);
    client.end(request, "latin1");
    expect((await readAll(client)).toString("latin1")).toBe(response);
    expect((await arrived)?.toString("latin1")).toBe(request);
  });

  test("with a body of 8 MB in both directions at once", async () => {
    const lab = await startLab();
    const upstream = await tlsUpstream(lab.issuer.identity("localhost"), echo);
    const client = await connectSecurely(lab, upstream.authority);
    const body = Buffer.alloc(8 * 1024 * 1024, "0123456789abcdef-");
    const back = readAll(client);
    client.end(body);
    expect((await back).equals(body)).toBe(true);
  });
});

test("a connection that idles stays open", async () => {
  const lab = await startLab();
  const upstream = await tlsUpstream(lab.issuer.identity("localhost"), answering(OK));
  const client = await connectSecurely(lab, upstream.authority);
  for (const target of ["/1", "/2", "/3"]) {
    client.write(`GET ${target} HTTP/1.1\r\nHost: a\r\n\r\n`);
    await readUntil(client, "hi");
  }
  expect(lab.exchanges.map(({ request }) => request?.target)).toEqual(["/1", "/2", "/3"]);
  expect(lab.capture.openConnections).toBe(1);
  expect(upstream.accepted()).toBe(1);
});

describe("a reset", () => {
  const RESET_AT: Record<string, (tls: Socket, reset: () => void) => void> = {
    "before the request": (_tls, reset) => reset(),
    "in the request": (tls, reset) => tls.once("data", reset),
    "in the response": (tls, reset) =>
      tls.once("data", () => tls.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\npart", reset)),
  };

  test.each(Object.entries(RESET_AT))("of the upstream %s ends the client's connection", async (when, resetAt) => {
    const lab = await startLab();
    const tcp: Socket[] = [];
    const server = createServer(lab.issuer.identity("localhost"), (socket) => {
      socket.on("error", () => {});
      resetAt(socket, () => tcp.at(-1)?.resetAndDestroy());
    });
    server.on("connection", (socket: Socket) => tcp.push(socket));
    const upstream = await listening(server);
    const client = await connectSecurely(lab, upstream.authority);
    client.on("error", () => {}).once("end", () => client.destroy());
    const closed = endOf(client);
    if (when !== "before the request") client.write("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc");
    await closed;
    await expect.poll(() => lab.capture.openConnections).toBe(0);
    expect(lab.exchanges.map(({ abandoned, response }) => [response?.status, abandoned])).toEqual(
      { "in the request": [[undefined, "connection-closed"]], "in the response": [[200, "connection-closed"]] }[when] ??
        [],
    );
    expect(lab.notices).toEqual([]);
  });

  test("of the client reaches the upstream", async () => {
    const lab = await startLab();
    let ended: Promise<unknown> | undefined;
    const upstream = await tlsUpstream(lab.issuer.identity("localhost"), (socket) => {
      ended = endOf(socket);
    });
    const { head, socket } = await connectTo(lab, upstream.authority);
    expect(head).toMatch(/^HTTP\/1\.1 200 /);
    const client = await secure(lab, socket);
    client.write("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc");
    await expect.poll(() => lab.exchanges.length).toBe(1);
    socket.resetAndDestroy();
    await expect.poll(() => ended).toBeDefined();
    expect(await ended).toMatchObject({ code: "ECONNRESET" });
    await expect.poll(() => lab.exchanges[0]?.abandoned).toBe("connection-closed");
  });
});

describe("an observer that breaks", () => {
  const BREAKS = {
    "on the request": () => {
      throw new Error("sink is broken");
    },
    "on the response": () => ({
      keepRequestBytes: 0,
      requestEnded() {},
      responseStarted() {
        throw new Error("sink is broken");
      },
      responseEnded() {},
      abandoned() {
        throw new Error("sink is broken");
      },
    }),
  };

  test.each(Object.entries(BREAKS))("%s disturbs no byte, and is reported", async (_when, openExchange) => {
    const lab = await startLab({ openExchange });
    const upstream = await tlsUpstream(lab.issuer.identity("localhost"), answering(OK));
    const client = await connectSecurely(lab, upstream.authority);
    for (let call = 0; call < 3; call += 1) {
      client.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
      expect(await readUntil(client, "hi")).toBe(OK);
    }
    const { authority } = upstream;
    expect(lab.notices).toEqual(Array(3).fill({ kind: "observing-failed", authority, detail: "Error" }));
  });

  test("on its clock is reported once, and the bytes go on", async () => {
    const lab = await startLab({
      now: () => {
        throw new Error("clock is broken");
      },
    });
    const upstream = await tlsUpstream(lab.issuer.identity("localhost"), answering(OK));
    const client = await connectSecurely(lab, upstream.authority);
    for (let call = 0; call < 2; call += 1) {
      client.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
      expect(await readUntil(client, "hi")).toBe(OK);
    }
    expect(lab.notices).toMatchObject([{ kind: "observer-lost", authority: upstream.authority, protocol: "http/1.1" }]);
  });

  test("by losing its place is reported, and the bytes go on", async () => {
    const lab = await startLab();
    const upstream = await tlsUpstream(lab.issuer.identity("localhost"), echo);
    const client = await connectSecurely(lab, upstream.authority);
    client.write("\x01\x02\x03 no http\r\n\r\n");
    expect(await readUntil(client, "no http")).toBe("\x01\x02\x03 no http\r\n\r\n");
    client.write("still there");
    expect(await readUntil(client, "still there")).toBe("still there");
    expect(lab.notices).toMatchObject([{ kind: "observer-lost", authority: upstream.authority, protocol: "http/1.1" }]);
  });
});

test("an exchange is recorded before the client can know of its answer", async () => {
  const lab = await startLab();
  const upstream = await tlsUpstream(lab.issuer.identity("localhost"), answering(OK));
  const client = await connectSecurely(lab, upstream.authority);
  client.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  await once(client, "data");
  expect(lab.exchanges[0]).toMatchObject({ response: { status: 200 }, responseBody: { length: 2 } });
});
