/** The process that `--linger` leaves behind, as a program that outlives its run finds it. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import { answerTo, canBeNobody, NOBODY, UNKNOWN_USER } from "../support/another-user.ts";
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
  await expect.poll(() => answers(port), { timeout: 15_000, interval: 200 }).toBe(false);
});

onLinux("with --linger the proxy goes when its time is over, whoever is left", { timeout: 30_000 }, async () => {
  const { port } = await leavingOne("--linger", "3s");
  expect(await answers(port)).toBe(true);
  await expect.poll(() => answers(port), { timeout: 15_000, interval: 200 }).toBe(false);
});

test.skipIf(!canBeNobody)("it serves nobody but the user whose programs it is for", { timeout: 30_000 }, async () => {
  const free = await tcpUpstream(() => {});
  free.stopListening();
  const main = new URL("../../dist/cli/linger-main.js", import.meta.url);
  const left = fork(main, [String(free.port), "20000"], { uid: NOBODY, gid: NOBODY, cwd: "/", env: {} });
  onTestFinished(() => void left.kill());
  await once(left, "message");
  left.send("take over");
  await once(left, "message");
  expect(await answerTo(NOBODY, free.port)).toMatch(/^HTTP\/1\.1 502 /);
  expect(await answerTo(UNKNOWN_USER, free.port)).toMatch(/^HTTP\/1\.1 403 /);
});
