/**
 * `kill -9` of iamgen under load, at a moment that chance picks: what a program was answered is on disk, and a program
 * with the hook goes on without us. More rounds: IAMGEN_LONG=1.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Recording } from "../../src/record/recording.ts";
import { type ListeningIamgen, listeningIamgen } from "../support/listening-iamgen.ts";
import { LONG } from "../support/long-mode.ts";
import { secureThrough } from "../support/proxied-client.ts";
import { cleanEnvironment } from "../support/run-iamgen.ts";
import { signedHead } from "../support/signed-head.ts";
import { listening } from "../support/upstreams.ts";

const ROUNDS = LONG ? 200 : 2;
const CONNECTIONS = 8;
const HOST = "s3.us-east-1.amazonaws.com";

const standIn = (): Server =>
  createServer((request, response) => {
    request.resume().on("end", () => response.end("ok"));
  });

/** A moment in full flight: some calls after the load has begun, then somewhere between two of them. */
async function killUnderLoad(iamgen: ListeningIamgen, answered: () => number): Promise<Recording> {
  const enough = randomInt(50, LONG ? 1500 : 500);
  while (answered() < enough) await new Promise(setImmediate);
  return iamgen.kill();
}

const recordedKeys = ({ calls }: Recording): Set<unknown> => new Set(calls.map(({ input }) => input?.["Key"]));

/** Puts one object after the other until the connection breaks; names those whose answer has come. */
async function putUntilBroken(iamgen: ListeningIamgen, id: number, answered: string[]): Promise<void> {
  const socket = await secureThrough({ proxyPort: iamgen.port, hostname: HOST, port: 443 }, iamgen.ca);
  for (let count = 0; !socket.destroyed; count += 1) {
    const key = `${id}-${count}`;
    const answer = new Promise<Buffer | undefined>((resolve) => {
      socket.once("data", resolve).once("close", () => resolve(undefined));
    });
    socket.write(signedHead({ method: "PUT", host: HOST, target: `/bucket/${key}`, headers: ["Content-Length: 0"] }));
    const head = await answer;
    socket.removeAllListeners("close");
    if (head === undefined) return;
    if (!head.toString().startsWith("HTTP/1.1 200 ")) throw new Error(String(head));
    answered.push(key);
  }
}

test(`in ${ROUNDS} rounds of ${CONNECTIONS} busy TLS connections every answered call is in the recording`, {
  timeout: 20_000 + ROUNDS * 5_000,
}, async () => {
  const upstream = await listening(standIn());
  for (let round = 0; round < ROUNDS; round += 1) {
    const iamgen = await listeningIamgen({ options: ["--forward-to", `http://127.0.0.1:${upstream.port}`] });
    const answered: string[] = [];
    const clients = Array.from({ length: CONNECTIONS }, (_, id) => putUntilBroken(iamgen, id, answered));
    const recording = await killUnderLoad(iamgen, () => answered.length);
    await Promise.all(clients);

    const recorded = recordedKeys(recording);
    expect(answered.filter((key) => !recorded.has(key))).toEqual([]);
    expect(recording.end).toBeUndefined();
    expect(answered.length).toBeGreaterThan(50);
  }
});

const CLIENT = join(import.meta.dirname, "../fixtures/clients/numbered-puts.mjs");

interface NumberedPuts {
  readonly child: ChildProcess;
  /** Keys in the order of their answers; failures stand as `!CODE`. */
  readonly lines: string[];
}

function numberedPuts(variables: Readonly<Record<string, string>>, port: number): NumberedPuts {
  const child = spawn(process.execPath, [CLIENT, `http://127.0.0.1:${port}`], {
    env: { ...cleanEnvironment(), ...variables },
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const lines: string[] = [];
  let rest = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    const parts = (rest + text).split("\n");
    rest = parts.pop() ?? "";
    lines.push(...parts);
  });
  return { child, lines };
}

const keysIn = (lines: readonly string[]): string[] => lines.filter((line) => !line.startsWith("!"));

test(`in ${ROUNDS} rounds a Node program goes on directly, and what it was answered before is in the recording`, {
  timeout: 20_000 + ROUNDS * 5_000,
}, async () => {
  let direct = 0;
  const server = standIn();
  const upstream = await listening(server);
  for (let round = 0; round < ROUNDS; round += 1) {
    const iamgen = await listeningIamgen();
    const { child, lines } = numberedPuts(iamgen.variables, upstream.port);
    const recording = await killUnderLoad(iamgen, () => keysIn(lines).length);
    const seenByThen = new Set(recordedKeys(recording));
    const count = lines.length;
    while (lines.length < count + 200) await new Promise(setImmediate);
    child.kill("SIGKILL");

    // Answers are in order: from the first that is not recorded on, none may be, for it went past the dead proxy.
    const keys = keysIn(lines);
    const firstDirect = keys.findIndex((key) => !seenByThen.has(key));
    expect(firstDirect).toBeGreaterThan(50);
    expect(keys.slice(firstDirect).filter((key) => seenByThen.has(key))).toEqual([]);
    direct += keys.length - firstDirect;
    // The one request in flight fails, as with any server that dies; so may the next, while the system still lists the dead process.
    const failures = new Set(lines.filter((line) => line.startsWith("!")));
    expect([...failures].filter((line) => !/^!ECONN(?:RESET|REFUSED)$/.test(line))).toEqual([]);
  }
  expect(direct).toBeGreaterThan(0);
});
