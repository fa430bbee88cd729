import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { openProxyServers } from "../../src/capture/proxy-servers.ts";
import type { TcpServer } from "../../src/capture/tcp-server.ts";
import { ELSEWHERE } from "../support/elsewhere.ts";

async function opened(...args: Parameters<typeof openProxyServers>): Promise<readonly [TcpServer, ...TcpServer[]]> {
  const servers = await openProxyServers(...args);
  onTestFinished(() => void Promise.all(servers.map((server) => server.close(0))));
  return servers;
}

/** What a connection to this address is served as; undefined: nobody listens there. */
async function servedAt(host: string, port: number): Promise<string | undefined> {
  const client = connect(port, host);
  const [answer]: unknown[] = await once(client, "data").catch(() => []);
  client.destroy();
  return answer?.toString();
}

const tellToken = (tcp: Socket, token: string | undefined): unknown => tcp.end(token ?? "no token");

test("loopback wants no token, and no other address listens", async () => {
  const [{ port }] = await opened({ port: 0 }, tellToken);
  expect(await servedAt("127.0.0.1", port)).toBe("no token");
  expect(await servedAt(ELSEWHERE, port)).toBeUndefined();
});

test("the other address has the same port, and its token", async () => {
  const [{ port }, ...others] = await opened({ port: 0, elsewhere: { address: ELSEWHERE, token: "t" } }, tellToken);
  expect(others.map((server) => server.port)).toEqual([port]);
  expect(await servedAt("127.0.0.1", port)).toBe("no token");
  expect(await servedAt(ELSEWHERE, port)).toBe("t");
});

test("a port that is taken at the other address is told, and loopback's is free again", async () => {
  const taken = createServer().listen(0, ELSEWHERE);
  onTestFinished(() => void taken.close());
  await once(taken, "listening");
  const address = taken.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const failed = openProxyServers({ port, elsewhere: { address: ELSEWHERE, token: "t" } }, tellToken);
  await expect(failed).rejects.toMatchObject({ code: "port-in-use", message: expect.stringContaining(`:${port}`) });
  expect(await servedAt("127.0.0.1", port)).toBeUndefined();
});

test("an address that this machine does not have is told", async () => {
  const failed = openProxyServers({ port: 0, elsewhere: { address: "192.0.2.77", token: "t" } }, tellToken);
  await expect(failed).rejects.toMatchObject({
    code: "address-unusable",
    message: expect.stringMatching(/^cannot listen on `192\.0\.2\.77:\d+`: this machine does not have that address$/),
    hint: "pass an address of this machine",
  });
});
