import { expect, onTestFinished, test } from "vitest";
import { startBlindProxy } from "../../src/pipeline/blind-proxy.ts";
import { connectThrough } from "../support/proxied-client.ts";
import { echo, listening, tcpUpstream } from "../support/upstreams.ts";

test("bytes to any host pass unread, on the port that was asked for", async () => {
  const free = await tcpUpstream(() => {});
  free.stopListening();
  const proxy = await startBlindProxy(free.port, () => undefined);
  onTestFinished(() => proxy.close());
  const upstream = await tcpUpstream(echo);
  const socket = await connectThrough({ proxyPort: free.port, hostname: "localhost", port: upstream.port });
  expect(proxy.openConnections).toBe(1);
  socket.end("GET / HTTP/1.1\r\nHost: s3.amazonaws.com\r\n\r\n");
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk);
  expect(Buffer.concat(chunks).toString()).toBe("GET / HTTP/1.1\r\nHost: s3.amazonaws.com\r\n\r\n");
});

test("a port that is taken is refused", async () => {
  const { port } = await listening((await import("node:net")).createServer());
  await expect(startBlindProxy(port, () => undefined)).rejects.toMatchObject({ code: "port-in-use" });
});
