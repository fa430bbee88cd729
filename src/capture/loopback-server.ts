/** A TCP server on 127.0.0.1 whose connections are counted, and closed with it. */
import { createServer, type Server, type Socket } from "node:net";
import { SetupError } from "../errors.ts";

const LOOPBACK = "127.0.0.1";

/** Programs that start hundreds of requests at once must not be turned away by the kernel. */
const BACKLOG = 1024;

export interface LoopbackServer {
  readonly port: number;
  readonly openConnections: number;
  /** Stops accepting; connections still open after `graceMs` are destroyed. */
  close(graceMs: number): Promise<void>;
}

/** `port` 0: a free one. Rejects with `SetupError` where it cannot be had. */
export async function openLoopbackServer(port: number, serve: (tcp: Socket) => void): Promise<LoopbackServer> {
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
    port: await listen(server, port),
    get openConnections() {
      return open.size;
    },
    close: (graceMs) => closeServer(server, open, graceMs),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(cannotListen(port, error)));
    server.listen({ host: LOOPBACK, port, backlog: BACKLOG }, () => {
      server.removeAllListeners("error").on("error", () => {});
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

function cannotListen(port: number, error: NodeJS.ErrnoException): SetupError {
  const subject = `cannot listen on \`${LOOPBACK}:${port}\``;
  if (error.code === "EADDRINUSE") {
    const hint = "pass --port 0 to pick a free port";
    return new SetupError("port-in-use", `${subject}: address already in use`, { hint, cause: error });
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
