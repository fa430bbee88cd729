import { expect, test } from "vitest";
import { endOf, readAll, readUntil } from "../../support/capture-lab.ts";
import { DENIED, relayTo, startRelayLab } from "../../support/relay-lab.ts";
import { answering, countingUpstream, tcpUpstream } from "../../support/upstreams.ts";

const OFFER = "GET /chat//a HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
const SWITCH = "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";

test("a WebSocket is judged by its request, and its bytes pass verbatim both ways", async () => {
  const lab = await startRelayLab();
  const seen: string[] = [];
  const upstream = await tcpUpstream((socket) => {
    socket.on("data", (chunk: Buffer) => {
      seen.push(chunk.toString("latin1"));
      socket.write(seen.length === 1 ? SWITCH : `echo ${chunk}`);
    });
  });
  const socket = await relayTo(lab, upstream.authority);
  socket.write(OFFER);
  expect(await readUntil(socket, "\r\n\r\n")).toBe(SWITCH);
  socket.write("\u0081\u0000\u0000", "latin1");
  expect(await readUntil(socket, "echo")).toContain("echo");
  expect(seen).toEqual([OFFER, "\u0081\u0000\u0000"]);
  expect(lab.judged).toMatchObject([{ head: { target: "/chat//a" } }]);
  expect(lab.exchanges).toMatchObject([{ response: { status: 101 } }]);
});

test("a refused WebSocket never reaches the upstream", async () => {
  const lab = await startRelayLab({ decide: () => DENIED });
  const upstream = await countingUpstream();
  const socket = await relayTo(lab, upstream.authority);
  socket.write(OFFER);
  expect((await readAll(socket)).toString()).toBe(
    "HTTP/1.1 403 Forbidden\r\nContent-Type: text/plain\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno",
  );
  expect(upstream.received()).toBe(0);
  expect(lab.exchanges).toMatchObject([{ response: { status: 403 }, responseBody: { length: 2 } }]);
});

test("behind a WebSocket that the upstream refuses no request gets past, because nobody would judge it", async () => {
  const lab = await startRelayLab();
  let received = "";
  const upstream = await tcpUpstream((socket) => {
    socket.on("data", (chunk: Buffer) => {
      received += chunk.toString("latin1");
      socket.write("HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno");
    });
  });
  const socket = await relayTo(lab, upstream.authority);
  socket.write(OFFER);
  await readUntil(socket, "no");
  socket.write("GET /unjudged HTTP/1.1\r\nHost: a\r\n\r\n");
  expect(await endOf(socket)).toMatchObject({ code: "ECONNRESET" });
  expect(received).toBe(OFFER);
  expect(lab.exchanges).toMatchObject([{ response: { status: 403 }, responseBody: { length: 2 } }]);
});

test("an offer of another protocol is left out, because its requests could not be judged", async () => {
  const lab = await startRelayLab();
  let received = "";
  const upstream = await tcpUpstream((socket) => {
    socket.on("data", (chunk: Buffer) => {
      received += chunk.toString("latin1");
    });
    answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")(socket);
  });
  const socket = await relayTo(lab, upstream.authority);
  socket.write(
    "GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AA\r\n\r\n",
  );
  await readUntil(socket, "hi");
  expect(received).toBe("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  expect(lab.judged).toHaveLength(1);
});
