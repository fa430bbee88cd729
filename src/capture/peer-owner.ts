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

/** The client has closed its end: older kernels no longer know whose it was, and list it as root's. */
export const GONE = "gone";

const ESTABLISHED = "01";

/**
 * The user id that owns the client's end of `connection`; undefined where `table`, in the form of proc_pid_net(5), does not
 * list it. The table of a busy machine is long: only the lines that are meant are taken apart.
 */
export function ownerIn(table: string, connection: LoopbackConnection): number | typeof GONE | undefined {
  const { remoteAddress, remotePort, localPort } = connection;
  const address = addressWord(remoteAddress);
  for (const end of [address, `${MAPPED_PREFIX}${address}`]) {
    const clientEnd = ` ${end}:${portWord(remotePort)} `;
    for (let at = table.indexOf(clientEnd); at >= 0; at = table.indexOf(clientEnd, at + 1)) {
      // `local_address rem_address st tx_queue:rx_queue tr:tm->when retrnsmt uid timeout inode`
      const line = table.slice(at, at + LONGEST_LINE).split("\n", 1)[0] ?? "";
      const [local, serverEnd = "", state, , , , uid, , inode] = line.trim().split(/\s+/);
      if (local !== clientEnd.trim() || !serverEnd.endsWith(`:${portWord(localPort)}`)) continue;
      return Number(uid) === ROOT && inode === "0" && state !== ESTABLISHED ? GONE : Number(uid);
    }
  }
  return undefined;
}

/** proc_pid_net(5): 150 characters, and more for IPv6. */
const LONGEST_LINE = 400;

/** The kernel prints the address as one number of the machine. */
function addressWord(ipv4: string): string {
  const bytes = ipv4.split(".").map((part) => Number(part).toString(16).padStart(2, "0").toUpperCase());
  return (endianness() === "LE" ? bytes.reverse() : bytes).join("");
}

const portWord = (port: number): string => port.toString(16).padStart(4, "0").toUpperCase();

export type Owner = "own" | "other" | typeof GONE;

/**
 * Tells whether a connection comes from this process's own user or from root. Where the machine does not say whose it is,
 * it counts as his own: a program of the user must never be turned away.
 */
export function ownUserOnly(): (connection: LoopbackConnection) => Promise<Owner> {
  const ownUid = process.getuid?.();
  const tables = TABLES.map((path) => sharedReader(() => readFile(path, "latin1").catch(() => "")));
  return async (connection) => {
    for (const read of tables) {
      const owner = ownerIn(await read(), connection);
      if (owner === GONE) return GONE;
      if (owner !== undefined) return owner === ownUid || owner === ROOT ? "own" : "other";
    }
    return "own";
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
