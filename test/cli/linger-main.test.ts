/** The process that `--linger` leaves behind, as a program that outlives its run finds it. */
import { once } from "node:events";
import { expect, test } from "vitest";
import { answers, killed, leavingOne } from "../support/leaving-one.ts";
import { connectThrough } from "../support/proxied-client.ts";
import { echo, tcpUpstream } from "../support/upstreams.ts";

const onLinux = test.runIf(process.platform === "linux");

onLinux("with --linger a blind proxy serves them until the last has ended", { timeout: 30_000 }, async () => {
  const { exitCode, pid, port, stderr } = await leavingOne("--linger", "1m");
  expect(exitCode).toBe(0);
  expect(stderr).toContain(`(${pid}) outlived the run: served unread`);

  const upstream = await tcpUpstream(echo);
  const socket = await connectThrough({ proxyPort: port, hostname: "localhost", port: upstream.port });
  socket.write("still served");
  socket.resume();
  expect(String(await once(socket, "data"))).toBe("still served");

  socket.destroy();
  killed(pid);
  await expect.poll(() => answers(port), { timeout: 10_000, interval: 200 }).toBe(false);
});

onLinux("with --linger the proxy goes when its time is over, whoever is left", { timeout: 30_000 }, async () => {
  const { port } = await leavingOne("--linger", "1s");
  expect(await answers(port)).toBe(true);
  await expect.poll(() => answers(port), { timeout: 10_000, interval: 200 }).toBe(false);
});
