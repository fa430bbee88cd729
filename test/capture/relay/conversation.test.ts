import { once } from "node:events";
import { expect, test, vi } from "vitest";
import { readUntil } from "../../support/capture-lab.ts";
import { relayTo, startRelayLab } from "../../support/relay-lab.ts";
import { answering, tcpUpstream } from "../../support/upstreams.ts";

test("closing the capture tells of exchanges that are still open as abandoned", async () => {
  const lab = await startRelayLab();
  const upstream = await tcpUpstream((socket) => void socket.resume());
  const socket = await relayTo(lab, upstream.authority);
  socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  await vi.waitUntil(() => lab.judged.length === 1);
  await lab.capture.close(0);
  expect(lab.exchanges).toMatchObject([{ abandoned: "connection-closed" }]);
});

test("a client that leaves takes the upstream's connection with it", async () => {
  const lab = await startRelayLab();
  const gone: Promise<unknown>[] = [];
  const upstream = await tcpUpstream((socket) => {
    gone.push(once(socket.resume(), "end"));
  });
  const socket = await relayTo(lab, upstream.authority);
  await vi.waitUntil(() => gone.length === 1);
  socket.destroy();
  await Promise.all(gone);
  expect(lab.exchanges).toEqual([]);
});

test("a client that leaves in the middle of its second request is gone when the capture closes", async () => {
  const lab = await startRelayLab();
  const upstream = await tcpUpstream(answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"));
  const socket = await relayTo(lab, upstream.authority);
  socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  await readUntil(socket, "hi");
  socket.end("GET / HTTP/1.1\r\nHost: ");
  await once(socket, "close");
  await lab.capture.close(0);
  expect(lab.capture.openConnections).toBe(0);
});
