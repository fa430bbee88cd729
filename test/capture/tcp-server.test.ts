import { once } from "node:events";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { openTcpServer } from "../../src/capture/tcp-server.ts";

test("closing destroys what is still open, and waits for it", async () => {
  const server = await openTcpServer({ port: 0 }, () => {});
  const client = connect(server.port, "127.0.0.1");
  client.on("error", () => {});
  await once(client, "connect");
  const closed = once(client, "close");

  await server.close(0);

  expect(server.openConnections).toBe(0);
  await closed;
});

test("a port in use is told with what helps", async () => {
  const server = await openTcpServer({ port: 0 }, () => {});

  await expect(openTcpServer({ port: server.port }, () => {})).rejects.toMatchObject({
    code: "port-in-use",
    message: `cannot listen on \`127.0.0.1:${server.port}\`: address already in use`,
    hint: "pass --port 0 to pick a free port",
  });
  await server.close(0);
});
