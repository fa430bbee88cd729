/**
 * Whose process is at the other end of a loopback connection, as the kernel knows it: no secret that a client would have
 * to send, so that every client can be let in or turned away alike. Only Linux tells it by a file.
 */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { endianness } from "node:os";

/** The two ends as the listener sees them. */
export interface LoopbackConnection {
  readonly remoteAddress: string;
  readonly remotePort: number;
  readonly localPort: number;
}

/** A client whose own socket is of both families stands in the second (RFC 4291 2.5.5.2). */
const TABLES = ["/proc/net/tcp", "/proc/net/tcp6"] as const;

/** False where nobody can be turned away: on macOS, and on a Linux whose /proc is missing or hidden. */
export const systemTellsOwners = (): boolean => TABLES.some((path) => existsSync(path));

const MAPPED_PREFIX = "0000000000000000FFFF0000";
const ROOT = 0;

/**
 * The user id that owns the client's end of `connection`; undefined where `table`, in the form of proc_pid_net(5), does not
 * list it.
 */
export function ownerIn(table: string, connection: LoopbackConnection): number | undefined {
  const { remoteAddress, remotePort, localPort } = connection;
  const address = addressWord(remoteAddress);
  const clientEnds = new Set([address, `${MAPPED_PREFIX}${address}`].map((end) => `${end}:${portWord(remotePort)}`));
  for (const line of table.split("\n")) {
    const [, clientEnd = "", serverEnd = "", , , , , uid] = line.trim().split(/\s+/);
    if (clientEnds.has(clientEnd) && serverEnd.endsWith(`:${portWord(localPort)}`)) return Number(uid);
  }
  return undefined;
}

/** The kernel prints the address as one number of the machine. */
function addressWord(ipv4: string): string {
  const bytes = ipv4.split(".").map((part) => Number(part).toString(16).padStart(2, "0").toUpperCase());
  return (endianness() === "LE" ? bytes.reverse() : bytes).join("");
}

const portWord = (port: number): string => port.toString(16).padStart(4, "0").toUpperCase();

/**
 * Tells whether a connection comes from this process's own user or from root. Where the machine does not say whose it is,
 * it is let in: a program of the user must never be turned away.
 */
export function ownUserOnly(): (connection: LoopbackConnection) => Promise<boolean> {
  const ownUid = process.getuid?.();
  const tables = TABLES.map((path) => sharedReader(() => readFile(path, "latin1").catch(() => "")));
  return async (connection) => {
    for (const read of tables) {
      const owner = ownerIn(await read(), connection);
      if (owner !== undefined) return owner === ownUid || owner === ROOT;
    }
    return true;
  };
}

/**
 * One reading answers all who asked before it began, and the next one begins when it is over: for each, the kernel goes through
 * every connection that it could hold, which takes some milliseconds.
 */
export function sharedReader<T>(read: () => Promise<T>): () => Promise<T> {
  let running: Promise<unknown> = Promise.resolve();
  let waiting: Promise<T> | undefined;
  return () => {
    waiting ??= running.then(() => {
      waiting = undefined;
      const reading = read();
      running = reading.catch(() => {});
      return reading;
    });
    return waiting;
  };
}
