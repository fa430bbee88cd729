/** Listens for client-side monitoring on UDP. Loopback and IPv4 only: the datagrams carry credentials. */
import { createSocket, type Socket } from "node:dgram";
import { readFile } from "node:fs/promises";
import { SetupError } from "../errors.ts";
import { readCsmDatagram } from "./csm-datagram.ts";
import type { CsmEvent, CsmFlaw } from "./csm-event.ts";

const LOOPBACK = "127.0.0.1";

/** As much as can be had: systems grant less (Linux: `net.core.rmem_max`), and less is told by `lost`. */
const RECEIVE_BUFFER = 8 * 1024 ** 2;

/** After so long without a datagram none is on its way: a busy kernel delivers even on loopback a little later. */
const QUIET_MS = 40;
const TURN_MS = 5;

/** Who still sends then would go on for ever. */
const LONGEST_CLOSE_MS = 2000;

export interface CsmListenerOptions {
  /** 0: a free one. */
  readonly port: number;
  readonly onEvent: (event: CsmEvent) => void;
  readonly onFlaw: (flaw: CsmFlaw) => void;
  /** The user's own agent, which gets every datagram as it came. */
  readonly relayTo?: { readonly host: string; readonly port: number };
}

export interface CsmListener {
  readonly port: number;
  /** Datagrams so far, whatever they held. */
  readonly received: number;
  /** Reads what has arrived, then closes. Resolves to the datagrams that the kernel had no room for, where it tells. */
  close(): Promise<{ readonly lost: number }>;
}

/** Rejects with `SetupError` where the port cannot be had. */
export async function startCsmListener(options: CsmListenerOptions): Promise<CsmListener> {
  const socket = createSocket("udp4");
  await bind(socket, options.port);
  const { port } = socket.address();
  let received = 0;
  socket.on("message", (bytes) => {
    received += 1;
    const { relayTo } = options;
    // Nobody is told where his agent is down, as without us.
    if (relayTo !== undefined) socket.send(bytes, relayTo.port, relayTo.host, () => {});
    const event = readCsmDatagram(bytes);
    if (typeof event === "string") options.onFlaw(event);
    else options.onEvent(event);
  });
  return {
    port,
    get received() {
      return received;
    },
    async close() {
      const until = performance.now() + LONGEST_CLOSE_MS;
      for (let quiet = 0, seen = received; quiet < QUIET_MS && performance.now() < until; seen = received) {
        await new Promise((resolve) => setTimeout(resolve, TURN_MS));
        quiet = received === seen ? quiet + TURN_MS : 0;
      }
      const lost = lostIn(await readFile("/proc/net/udp", "latin1").catch(() => ""), port);
      await new Promise<void>((resolve) => socket.close(() => resolve()));
      return { lost };
    },
  };
}

function bind(socket: Socket, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once("error", (error: NodeJS.ErrnoException) => {
      socket.close();
      reject(cannotListen(port, error));
    });
    socket.bind({ address: LOOPBACK, port, exclusive: true }, () => {
      socket.removeAllListeners("error").on("error", () => {});
      enlarge(socket);
      resolve();
    });
  });
}

/** macOS refuses what is beyond its limit instead of granting less. */
function enlarge(socket: Socket): void {
  for (let size = RECEIVE_BUFFER; size >= 2 ** 18; size /= 2) {
    try {
      socket.setRecvBufferSize(size);
      return;
    } catch {
      // The next size may do.
    }
  }
}

function cannotListen(port: number, error: NodeJS.ErrnoException): SetupError {
  const subject = `cannot listen for client-side monitoring on \`${LOOPBACK}:${port}\``;
  const isTaken = error.code === "EADDRINUSE";
  return new SetupError(
    isTaken ? "port-in-use" : "port-unusable",
    `${subject}: ${isTaken ? "address already in use" : error.message}`,
    { hint: "pass --csm=0 to pick a free port", cause: error },
  );
}

/** The drops of our socket in a table in the form of proc_net_udp(5); 0 where it is not listed. */
export function lostIn(table: string, port: number): number {
  const end = `:${port.toString(16).padStart(4, "0").toUpperCase()}`;
  for (const line of table.split("\n").slice(1)) {
    const fields = line.trim().split(/\s+/);
    if (fields[1]?.endsWith(end) === true) return Number(fields.at(-1)) || 0;
  }
  return 0;
}
