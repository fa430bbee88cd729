import type { Socket } from "node:net";
import { expect, test, vi } from "vitest";
import { readUntil } from "../../support/capture-lab.ts";
import { relayed, relayTo, startRelayLab } from "../../support/relay-lab.ts";
import { answering, tcpUpstream } from "../../support/upstreams.ts";

const OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

test.each([
  ["doubled slashes and escapes in a path", "GET /a//b/../c%2Fd?x=//y&=%20 HTTP/1.1\r\nHost: a.example\r\n\r\n"],
  [
    "spelling, order and repetition of fields",
    "GET / HTTP/1.1\r\nhOST: a\r\nX-B: 1\r\nx-a: 2\r\nx-a: 3\r\naccept: */*\r\n\r\n",
  ],
  ["a length of a GET", "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n"],
  ["a DELETE without a length", "DELETE /k HTTP/1.1\r\nHost: a\r\n\r\n"],
  ["a POST without a body", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n"],
  ["bytes above ASCII in a field", "GET / HTTP/1.1\r\nHost: a\r\nx-amz-meta-a: \u00fc\r\n\r\n"],
  ["a body with its length", "PUT /k HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello"],
  ["a connection that is to close", "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"],
  [
    "a chunked body with trailers",
    "PUT /k HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n5\r\nhello\r\n0\r\nX-Sum: 1\r\n\r\n",
  ],
])("%s: the upstream receives it as it was sent", async (_, request) => {
  const { received, got } = await relayed(request, OK);
  expect(received).toBe(request);
  expect(got).toBe(OK);
});

test("an expectation reaches the upstream before the body does, and its 100 reaches the client", async () => {
  const lab = await startRelayLab({ waitsForBody: false });
  const head = "PUT /k HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n";
  const seen: string[] = [];
  const upstream = await tcpUpstream((socket) => {
    socket.on("data", (chunk: Buffer) => {
      seen.push(chunk.toString("latin1"));
      socket.write(seen.length === 1 ? "HTTP/1.1 100 Continue\r\n\r\n" : OK);
    });
  });
  const socket = await relayTo(lab, upstream.authority);
  socket.write(head);
  expect(await readUntil(socket, "\r\n\r\n")).toBe("HTTP/1.1 100 Continue\r\n\r\n");
  socket.write("hello");
  expect(await readUntil(socket, "hi")).toBe(OK);
  expect(seen).toEqual([head, "hello"]);
});

test("one connection of the client is one connection to the upstream, and requests sent ahead keep their order", async () => {
  const lab = await startRelayLab();
  const upstream = await tcpUpstream(answering(OK));
  const socket = await relayTo(lab, upstream.authority);
  socket.write("GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\n\r\n");
  expect(await readUntil(socket, `${OK}${OK}`)).toBe(OK + OK);
  expect({ accepted: upstream.accepted(), targets: lab.judged.map(({ head }) => head.target) }).toEqual({
    accepted: 1,
    targets: ["/1", "/2"],
  });
});

test("a client that leaves in the middle of its upload takes the upstream's connection with it", async () => {
  const lab = await startRelayLab({ waitsForBody: false });
  const sockets: Socket[] = [];
  const upstream = await tcpUpstream((socket) => void sockets.push(socket.resume()));
  const socket = await relayTo(lab, upstream.authority);
  socket.write("PUT /k HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nsome");
  await vi.waitUntil(() => sockets[0]?.bytesRead);
  socket.resetAndDestroy();
  await vi.waitUntil(() => sockets[0]?.closed);
  expect(lab.exchanges).toMatchObject([{ abandoned: "connection-closed" }]);
});
