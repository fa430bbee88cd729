/** Programs that outlive `iamgen run`: what becomes of them, and of the port that they know. */
import { once } from "node:events";
import { connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { project } from "../support/project.ts";
import { connectThrough } from "../support/proxied-client.ts";
import { echo, tcpUpstream } from "../support/upstreams.ts";

const onLinux = test.runIf(process.platform === "linux");

/** Leaves a `sleep` behind and prints its process id and the proxy's port. */
const LEAVES_ONE = 'sleep 60 >/dev/null 2>&1 & echo "$! $IAMGEN_PROXY_PORT"';

async function leavingOne(...options: string[]) {
  const finished = await project().iamgen("run", ...options, "--", "sh", "-c", LEAVES_ONE);
  const [pid = 0, port = 0] = finished.stdout.split(" ").map(Number);
  onTestFinished(() => void killed(pid));
  return { ...finished, pid, port };
}

function killed(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  const connected = await once(socket, "connect").then(
    () => true,
    () => false,
  );
  socket.destroy();
  return connected;
}

onLinux("they are named, for they will look for the proxy in vain", { timeout: 20_000 }, async () => {
  const { pid, port, stderr } = await leavingOne();
  expect(stderr).toContain(`(${pid}) outlived the run, and will find no proxy`);
  expect(stderr).toContain("--linger");
  expect(await answers(port)).toBe(false);
});

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

test("a run that leaves nobody behind leaves no proxy either", { timeout: 20_000 }, async () => {
  const finished = await project().iamgen("run", "--linger", "1m", "--", "sh", "-c", 'echo "$IAMGEN_PROXY_PORT"');
  expect(finished.stderr).not.toContain("outlived");
  if (process.platform === "linux") expect(await answers(Number(finished.stdout))).toBe(false);
});

test("a time that is none is refused before anything starts", async () => {
  const finished = await project().iamgen("run", "--linger", "soon", "--", "true");
  expect(finished).toMatchObject({ exitCode: 125, stdout: "" });
});
