/** An address that answers nothing, not even that nobody listens: a client waits for as long as it wants to, and no longer. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { type Destination, direct, throughIamgen, type Way } from "./compared/observed-way.ts";

const LISTENER = `
  const server = require("node:net").createServer();
  server.listen({ port: 0, host: "127.0.0.1", backlog: 1 }, () => {
    console.log(server.address().port);
    process.kill(process.pid, "SIGSTOP");
  });
`;
const PATIENCE_MS = 300;

/** A stopped process whose queue of connections is full: the system drops what more arrives (Linux; elsewhere it may refuse). */
async function blackHole(): Promise<number> {
  const child = spawn(process.execPath, ["-e", LISTENER], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const [line]: unknown[] = await once(child.stdout, "data");
  const port = Number(String(line));
  for (let full = false; !full; ) {
    const socket = connect(port, "127.0.0.1").on("error", () => {});
    onTestFinished(() => void socket.destroy());
    full = await Promise.race([once(socket, "connect").then(() => false), pause(100, true)]);
  }
  return port;
}

const outcome = (way: Way, to: Destination): Promise<string> =>
  Promise.race([
    way.open(to).then(
      () => "connected",
      (error) => String(error.code),
    ),
    pause(PATIENCE_MS, "waits"),
  ]);

test.runIf(process.platform === "linux")("a client of a black hole waits, with iamgen as without", async () => {
  const to = { hostname: "127.0.0.1", port: await blackHole() };
  const way = await throughIamgen([`127.0.0.1:${to.port}`]);
  expect(await outcome(direct, to)).toBe("waits");
  expect(await outcome(way, to)).toBe("waits");
  // It has given up by now: what waited for it is gone, and nothing is recorded as failed.
  expect(await way.observation.finish(0)).toMatchObject({ calls: [], tunnels: [], notices: [] });
});
