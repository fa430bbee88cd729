/** Where the system refuses (files, memory), connections are lost as without us, and everything goes on when there is room again. */
import { once } from "node:events";
import { cpSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createServer } from "node:http";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import type { TLSSocket } from "node:tls";
import { expect, onTestFinished, test } from "vitest";
import { listeningIamgen } from "../support/listening-iamgen.ts";
import { LONG } from "../support/long-mode.ts";
import { project } from "../support/project.ts";
import { secureThrough } from "../support/proxied-client.ts";
import { IAMGEN } from "../support/run-iamgen.ts";
import { signedHead } from "../support/signed-head.ts";
import { tempDir } from "../support/temp-dir.ts";
import { listening } from "../support/upstreams.ts";

const HOST = "s3.us-east-1.amazonaws.com";
const MEGABYTE = 1024;

const standIn = () =>
  listening(createServer((request, response) => request.resume().on("end", () => response.end("ok"))));

async function put(socket: TLSSocket, key: string): Promise<string> {
  socket.write(signedHead({ method: "PUT", host: HOST, target: `/bucket/${key}`, headers: ["Content-Length: 0"] }));
  const [answer]: Buffer[] = await once(socket, "data");
  return String(answer).slice(0, 15);
}

/** A connection that asks for a tunnel; settles when it is answered, or lost. */
function asking(port: number): Promise<Socket> {
  const socket = connect(port, "127.0.0.1", () =>
    socket.write(`CONNECT ${HOST}:443 HTTP/1.1\r\nHost: ${HOST}\r\n\r\n`),
  );
  onTestFinished(() => void socket.destroy());
  socket.on("error", () => {});
  return new Promise((done) => {
    socket.once("data", () => done(socket)).once("close", () => done(socket));
  });
}

test("a listener that has run out of files serves again when there are some, and has lost no call", async () => {
  const upstream = await standIn();
  const options = ["--forward-to", `http://127.0.0.1:${upstream.port}`];
  // A hard limit: a soft one Node raises.
  const iamgen = await listeningIamgen({ options, limit: "-n 128" });
  const target = { proxyPort: iamgen.port, hostname: HOST, port: 443 };
  const before = await secureThrough(target, iamgen.ca);
  expect(await put(before, "before")).toBe("HTTP/1.1 200 OK");

  const many = Array.from({ length: 400 }, () => asking(iamgen.port));
  // What stands open goes on; and all that the system had files for are answered.
  expect(await put(before, "meanwhile")).toBe("HTTP/1.1 200 OK");
  const first = await Promise.race(many);
  first.destroy();
  const settling = Promise.all(many).then((sockets) => sockets.map((socket) => socket.destroy()));
  for (const socket of many) void socket.then((one) => one.destroy());
  await settling;

  const after = await secureThrough(target, iamgen.ca);
  expect(await put(after, "after")).toBe("HTTP/1.1 200 OK");
  const { calls } = await iamgen.stop();
  expect(calls.map(({ input }) => input?.["Key"]).sort()).toEqual(["after", "before", "meanwhile"]);
});

/** An installation that has lost a file. */
function without(lost: string): string {
  const root = join(import.meta.dirname, "../..");
  const copy = tempDir();
  for (const name of ["bin", "dist", "package.json"]) {
    cpSync(join(root, name), join(copy, name), { recursive: true, filter: (path) => !path.endsWith("generated") });
  }
  for (const name of ["node_modules", "dist/data/generated"]) symlinkSync(join(root, name), join(copy, name));
  rmSync(join(copy, "dist", lost));
  return join(copy, "bin/iamgen.js");
}

test.each(["decode/decoder.js", "capture/wiretap.js"])(
  "a listener that cannot load %s passes calls on, and says that it could not read them",
  async (lost) => {
    const upstream = await standIn();
    const options = ["--forward-to", `http://127.0.0.1:${upstream.port}`];
    const iamgen = await listeningIamgen({ options, program: without(lost) });
    const socket = await secureThrough({ proxyPort: iamgen.port, hostname: HOST, port: 443 }, iamgen.ca);
    expect(await put(socket, "unread")).toBe("HTTP/1.1 200 OK");
    socket.destroy();
    const { calls, notices } = await iamgen.stop();
    expect(calls).toEqual([]);
    const detail = "ERR_MODULE_NOT_FOUND";
    expect(notices).toMatchObject([{ code: "observing-failed", authority: `${HOST}:443`, detail, count: 1 }]);
  },
);

test.each([26, 32, 40])("with %i files iamgen says what it lacks, and --strict fails", async (files) => {
  const limited = `ulimit -n ${files}; exec "$0" "$@"`;
  const argv = [IAMGEN, "run", "--strict", "--", "true"];
  const { exitCode, stderr } = await project().spawn("sh", "-c", limited, process.execPath, ...argv).finished;
  expect([1, 125]).toContain(exitCode);
  expect(stderr).toMatch(/^iamgen: .*too many open files/m);
  expect(stderr).not.toContain("    at ");
});

const CONNECTIONS = LONG ? 1000 : 100;

test.skipIf(process.platform !== "linux")(
  `${CONNECTIONS} busy connections need less than 256 MB`,
  { timeout: LONG ? 300_000 : 60_000 },
  async () => {
    const upstream = await standIn();
    const options = ["--forward-to", `http://127.0.0.1:${upstream.port}`];
    const iamgen = await listeningIamgen({ options, environment: { NODE_OPTIONS: "--max-old-space-size=256" } });
    const target = { proxyPort: iamgen.port, hostname: HOST, port: 443 };
    const sockets: TLSSocket[] = [];
    for (let count = 0; count < CONNECTIONS; count += 1) sockets.push(await secureThrough(target, iamgen.ca));
    for (const round of [1, 2, 3]) {
      const answers = await Promise.all(sockets.map((socket, index) => put(socket, `${round}-${index}`)));
      expect(new Set(answers)).toEqual(new Set(["HTTP/1.1 200 OK"]));
    }
    const peak = Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${iamgen.pid}/status`, "utf8"))?.[1]);
    for (const socket of sockets) socket.destroy();
    expect((await iamgen.stop()).calls).toHaveLength(3 * CONNECTIONS);
    expect(peak).toBeLessThan(256 * MEGABYTE);
  },
);
