/** A TCP server whose connections are counted, and closed with it. */
import { createServer, type Server, type Socket } from "node:net";
import { SetupError } from "../errors.ts";
import { type Authority, formatAuthority } from "./authority.ts";

export const LOOPBACK = "127.0.0.1";

/** Programs that start hundreds of requests at once must not be turned away by the kernel. */
const BACKLOG = 1024;

export interface TcpServer {
  readonly port: number;
  readonly openConnections: number;
  /** Stops accepting; connections still open after `graceMs` are destroyed. */
  close(graceMs: number): Promise<void>;
}

export interface ListeningPlace {
  /** An address of this machine; absent: 127.0.0.1. */
  readonly address?: string;
  /** 0: a free one. */
  readonly port: number;
}

/** Rejects with `SetupError` where the place cannot be had. */
export async function openTcpServer(place: ListeningPlace, serve: (tcp: Socket) => void): Promise<TcpServer> {
  const server = createServer({ allowHalfOpen: true, noDelay: true });
  const open = new Set<Socket>();
  server.on("connection", (tcp) => {
    open.add(tcp);
    tcp.once("close", () => open.delete(tcp));
    // INVARIANT: no socket is ever without an error listener; an error is always followed by `close`.
    tcp.on("error", () => {});
    serve(tcp);
  });
  return {
    port: await listen(server, { hostname: place.address ?? LOOPBACK, port: place.port }),
    get openConnections() {
      return open.size;
    },
    close: (graceMs) => closeServer(server, open, graceMs),
  };
}

function listen(server: Server, at: Authority): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(cannotListen(at, error)));
    server.listen({ host: at.hostname, port: at.port, backlog: BACKLOG }, () => {
      server.removeAllListeners("error").on("error", () => {});
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : at.port);
    });
  });
}

function cannotListen(at: Authority, error: NodeJS.ErrnoException): SetupError {
  const subject = `cannot listen on \`${formatAuthority(at)}\``;
  if (error.code === "EADDRINUSE") {
    const hint = "pass --port 0 to pick a free port";
    return new SetupError("port-in-use", `${subject}: address already in use`, { hint, cause: error });
  }
  if (error.code === "EADDRNOTAVAIL") {
    const hint = "pass an address of this machine";
    return new SetupError("address-unusable", `${subject}: this machine does not have that address`, {
      hint,
      cause: error,
    });
  }
  if (error.code === "EACCES") {
    const hint = "pass a port above 1023, or --port 0 to pick a free one";
    return new SetupError("port-not-allowed", `${subject}: permission denied`, { hint, cause: error });
  }
  return new SetupError("port-unusable", `${subject}: ${error.message}`, { cause: error });
}

async function closeServer(server: Server, open: ReadonlySet<Socket>, graceMs: number): Promise<void> {
  const deadline = setTimeout(() => {
    for (const tcp of open) tcp.destroy();
  }, graceMs);
  await new Promise((resolve) => server.close(resolve));
  clearTimeout(deadline);
  // The server counts a socket as gone a turn before that socket says so.
  await Promise.all([...open].map((tcp) => new Promise((resolve) => tcp.once("close", resolve))));
}
