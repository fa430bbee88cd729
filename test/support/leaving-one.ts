/** A run that leaves a program behind, and what its port answers afterwards. */
import { once } from "node:events";
import { connect } from "node:net";
import { onTestFinished } from "vitest";
import { project } from "./project.ts";

/** Leaves a `sleep` behind and prints its process id and the proxy's port. */
const LEAVES_ONE = 'sleep 60 >/dev/null 2>&1 & echo "$! $IAMGEN_PROXY_PORT"';

export async function leavingOne(...options: string[]) {
  const finished = await project().iamgen("run", ...options, "--", "sh", "-c", LEAVES_ONE);
  const [pid = 0, port = 0] = finished.stdout.split(" ").map(Number);
  onTestFinished(() => killed(pid));
  return { ...finished, pid, port };
}

export function killed(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

/** Does anybody accept connections there? */
export async function answers(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  const connected = await once(socket, "connect").then(
    () => true,
    () => false,
  );
  socket.destroy();
  return connected;
}
