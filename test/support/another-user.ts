/** Programs of another user than the one who runs the tests: only root can start them, and only what that user may read. */
import { spawn } from "node:child_process";

export const NOBODY = 65_534;

/** Of no system that we know: no name, no home. */
export const UNKNOWN_USER = 54_321;

export const canBeNobody =
  process.platform === "linux" && process.getuid?.() === 0 && !process.execPath.startsWith("/root/");

/** What a proxy answers a process of this user to CONNECT; the name is refused for its own reasons if it is let in. */
export function answerTo(uid: number, port: number): Promise<string> {
  return outputOf(
    uid,
    `
    const socket = require("node:net").connect(${port}, "127.0.0.1");
    socket.on("connect", () => socket.write("CONNECT no-such-host.invalid:443 HTTP/1.1\\r\\n\\r\\n"));
    socket.on("data", (text) => process.stdout.write(text));
  `,
  );
}

/** A process of this user sends that and is gone. */
export async function sendAndLeave(uid: number, port: number, request: string): Promise<void> {
  await outputOf(
    uid,
    `
    const socket = require("node:net").connect(${port}, "127.0.0.1");
    socket.on("connect", () => socket.write(${JSON.stringify(request)}, () => socket.destroy()));
  `,
  );
}

async function outputOf(uid: number, program: string): Promise<string> {
  const child = spawn(process.execPath, ["-e", program], { uid, gid: uid, env: {}, cwd: "/" });
  let stdout = "";
  child.stdout.on("data", (text: Buffer) => {
    stdout += text.toString();
  });
  await new Promise((resolve) => child.once("close", resolve));
  return stdout;
}
