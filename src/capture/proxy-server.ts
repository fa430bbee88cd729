/** The loopback proxy: opens the port, counts and closes connections. What happens in one is serve-connection's matter. */
import { createServer, type Server, type Socket } from "node:net";
import { SetupError } from "../errors.ts";
import type { CaptureNotice } from "./capture-notice.ts";
import type { CaptureOptions } from "./capture-options.ts";
import { ClientTrust } from "./client-trust.ts";
import type { CaptureContext } from "./connection.ts";
import { ownUserOnly } from "./peer-owner.ts";
import { serveConnection } from "./serve-connection.ts";
import { warmUpHelloReader } from "./tls/client-hello.ts";
import { UpstreamTls } from "./upstream/upstream-tls.ts";
import { wiretap } from "./wiretap.ts";

export type { CaptureOptions, UpstreamSettings } from "./capture-options.ts";

const LOOPBACK = "127.0.0.1";

/** Programs that start hundreds of requests at once must not be turned away by the kernel. */
const BACKLOG = 1024;

const DEFAULT_GRACE_MS = 500;

const WARM_UP_AFTER_MS = 100;

interface Handler {
  readonly join: CaptureContext["join"];
  readonly load: () => Promise<void>;
}

const WIRETAP: Handler = { join: wiretap, load: async () => {} };

export interface Capture {
  readonly port: number;
  /** `127.0.0.1:port`. */
  readonly authority: string;
  readonly openConnections: number;
  /** Stops accepting; connections still open after `graceMs` are destroyed. */
  close(graceMs?: number): Promise<void>;
}

/** Listens on 127.0.0.1 only. Rejects with `SetupError` where the port cannot be had. */
export async function startCapture(options: CaptureOptions): Promise<Capture> {
  const server = createServer({ allowHalfOpen: true, noDelay: true });
  const port = await listen(server, options.port);
  const context = captureContext(options, port);
  const open = new Set<Socket>();
  server.on("connection", (tcp) => {
    open.add(tcp);
    tcp.once("close", () => open.delete(tcp));
    // INVARIANT: no socket is ever without an error listener; an error is always followed by `close`.
    tcp.on("error", () => {});
    void serveConnection(context, tcp);
  });
  // A program that ends sooner than this makes no call worth preparing for, and would wait for us to have done it.
  const warmingUp = setTimeout(() => void context.ready(), WARM_UP_AFTER_MS).unref();
  return {
    port,
    authority: `${LOOPBACK}:${port}`,
    get openConnections() {
      return open.size;
    },
    async close(graceMs = DEFAULT_GRACE_MS) {
      clearTimeout(warmingUp);
      await closeServer(server, open, graceMs);
      // Nothing may be recorded after `close`, and upstream sockets tell a little later that they are closed.
      for (const observer of context.observers) observer.end("connection-closed");
    },
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

function captureContext(options: CaptureOptions, ownPort: number): CaptureContext {
  let connections = 0;
  let exchanges = 0;
  const { extraRoots = [], forwardCa, trustedRoots } = options.upstream;
  const userTrust = { roots: trustedRoots, extraRoots };
  const upstreamTls = new UpstreamTls(userTrust);
  const handler = options.byMessage === true || options.signing !== undefined ? messageRelay(options) : WIRETAP;
  let ready: Promise<void> | undefined;
  return {
    options,
    ownPort,
    ready: () => {
      ready ??= Promise.all([prepare(options, upstreamTls), handler.load().catch(() => {})]).then(() => {});
      return ready;
    },
    join: handler.join,
    admits: options.ownUserOnly === true ? fromOwnUser(ownPort) : async () => true,
    observers: new Set(),
    wantsClientCertificate: new Set(),
    clientTrust: new ClientTrust(),
    upstreamTls,
    forwardTls: new UpstreamTls(forwardCa === undefined ? userTrust : { roots: [forwardCa], extraRoots: [] }),
    notice: (notice) => noticeSafely(options, notice),
    nextConnectionId: () => ++connections,
    nextExchangeId: () => ++exchanges,
  };
}

/** Loaded by the captures that ask for it alone. */
function messageRelay({ signing }: CaptureOptions): Handler {
  let join: CaptureContext["join"] = () => {
    throw new Error("the message relay could not be loaded");
  };
  return {
    join: (connection, ends) => join(connection, ends),
    load: async () => {
      join = (await import("./relay/relay-messages.ts")).messageRelay(signing);
    },
  };
}

/** D15: what cannot be loaded leaves exchanges unobserved, each with its notice, and the connections alone. */
async function prepare(options: CaptureOptions, upstreamTls: UpstreamTls): Promise<void> {
  const prepared = options.prepare?.().catch(() => {});
  warmUpHelloReader();
  upstreamTls.warmUp();
  await prepared;
}

function fromOwnUser(localPort: number): CaptureContext["admits"] {
  const isOwn = ownUserOnly();
  return async ({ remoteAddress = "", remotePort = 0 }) => isOwn({ remoteAddress, remotePort, localPort });
}

/** D15: whatever the report does with a notice, the connection goes on. */
function noticeSafely(options: CaptureOptions, notice: CaptureNotice): void {
  try {
    options.onNotice(notice);
  } catch {
    // Nobody is left to be told.
  }
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
