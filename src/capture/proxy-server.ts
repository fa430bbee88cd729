/** The loopback proxy: opens the port, counts and closes connections. What happens in one is serve-connection's matter. */
import { everybody, ownUser } from "./admission.ts";
import type { CaptureNotice } from "./capture-notice.ts";
import type { CaptureOptions } from "./capture-options.ts";
import { ClientTrust } from "./client-trust.ts";
import type { CaptureContext } from "./connection.ts";
import { EndpointDirectory, type EndpointListeners, listenForEndpoints } from "./endpoint-listeners.ts";
import { openProxyServers } from "./proxy-servers.ts";
import { serveConnection } from "./serve-connection.ts";
import { serveElsewhere } from "./serve-elsewhere.ts";
import { reset, splice } from "./splice.ts";
import { LOOPBACK, type TcpServer } from "./tcp-server.ts";
import { warmUpHelloReader } from "./tls/client-hello.ts";
import { UpstreamTls } from "./upstream/upstream-tls.ts";

export type { CaptureOptions, UpstreamSettings } from "./capture-options.ts";

const DEFAULT_GRACE_MS = 500;

const WARM_UP_AFTER_MS = 100;

type Join = CaptureContext["join"];

interface Handler {
  readonly join: Join;
  /** Never rejects. */
  readonly load: () => Promise<void>;
}

export interface Capture {
  readonly port: number;
  /** `127.0.0.1:port`. */
  readonly authority: string;
  /** Of `CaptureOptions.endpoints`, the port on 127.0.0.1 that stands for each. */
  readonly endpointPorts: ReadonlyMap<string, number>;
  readonly openConnections: number;
  /** Stops accepting; connections still open after `graceMs` are destroyed. */
  close(graceMs?: number): Promise<void>;
}

/** Listens on 127.0.0.1, and on no other address than `elsewhere`. Rejects with `SetupError` where the port cannot be had. */
export async function startCapture(options: CaptureOptions): Promise<Capture> {
  let context: CaptureContext | undefined;
  const own = await openProxyServers(options, (tcp, token) => {
    if (context === undefined) reset(tcp);
    else void (token === undefined ? serveConnection(context, tcp) : serveElsewhere(context, tcp, token));
  });
  const [{ port }] = own;
  const closing = new AbortController();
  context = captureContext(options, port, closing.signal);
  const endpoints = await endpointListeners(context, own);
  // A program that ends sooner than this makes no call worth preparing for, and would wait for us to have done it.
  const { observers, ready } = context;
  const warmingUp = setTimeout(() => void ready(), WARM_UP_AFTER_MS).unref();
  const servers = [...own, ...endpoints.servers];
  return {
    port,
    authority: `${LOOPBACK}:${port}`,
    endpointPorts: endpoints.ports,
    get openConnections() {
      return servers.reduce((sum, { openConnections }) => sum + openConnections, 0);
    },
    async close(graceMs = DEFAULT_GRACE_MS) {
      clearTimeout(warmingUp);
      closing.abort();
      await Promise.all(servers.map((each) => each.close(graceMs)));
      // Nothing may be recorded after `close`, and upstream sockets tell a little later that they are closed.
      for (const observer of observers) observer.end("connection-closed");
    },
  };
}

async function endpointListeners(context: CaptureContext, own: readonly TcpServer[]): Promise<EndpointListeners> {
  try {
    return await listenForEndpoints(context, context.options.endpoints ?? []);
  } catch (error) {
    await Promise.all(own.map((server) => server.close(0)));
    throw error;
  }
}

function captureContext(options: CaptureOptions, ownPort: number, closing: AbortSignal): CaptureContext {
  let connections = 0;
  let exchanges = 0;
  const { extraRoots = [], forwardCa, trustedRoots } = options.upstream;
  const userTrust = { roots: trustedRoots, extraRoots };
  const upstreamTls = new UpstreamTls(userTrust);
  const handler = handlerOf(options);
  let ready: Promise<void> | undefined;
  return {
    options,
    ownPort,
    ready: () => {
      ready ??= Promise.all([prepare(options, upstreamTls, closing), handler.load()]).then(() => {});
      return ready;
    },
    join: handler.join,
    admits: options.ownUserOnly === true ? ownUser() : everybody,
    isElsewhere: false,
    observers: new Set(),
    endpoints: new EndpointDirectory(),
    wantsClientCertificate: new Set(),
    clientTrust: new ClientTrust(),
    upstreamTls,
    forwardTls: new UpstreamTls(forwardCa === undefined ? userTrust : { roots: [forwardCa], extraRoots: [] }),
    notice: (notice) => noticeSafely(options, notice),
    nextConnectionId: () => ++connections,
    nextExchangeId: () => ++exchanges,
  };
}

/** D15: where the wiretap cannot be loaded, bytes pass all the same, and that is told. */
function handlerOf({ byMessage, signing }: CaptureOptions): Handler {
  if (byMessage === true || signing !== undefined) {
    return loaded(async () => (await import("./relay/relay-messages.ts")).messageRelay(signing), notRelayed);
  }
  return loaded(async () => (await import("./wiretap.ts")).wiretap, passedUnread);
}

/** Loaded while the program starts. `otherwise`: what joins two ends where it cannot be, for that reason. */
function loaded(load: () => Promise<Join>, otherwise: (failure: unknown) => Join): Handler {
  let join = otherwise(undefined);
  return {
    join: (connection, ends) => join(connection, ends),
    load: async () => {
      join = await load().catch(otherwise);
    },
  };
}

const passedUnread =
  (failure: unknown): Join =>
  (connection, { client, upstream }) => {
    connection.joined();
    connection.observingFailed(failure);
    splice(client, upstream);
  };

const notRelayed = (): Join => () => {
  throw new Error("the message relay could not be loaded");
};

/** D15: what cannot be loaded leaves exchanges unobserved, each with its notice, and the connections alone. */
async function prepare(options: CaptureOptions, upstreamTls: UpstreamTls, closing: AbortSignal): Promise<void> {
  await options.prepare?.().catch(() => {});
  // Nobody is to wait any more, and the end would have to.
  if (closing.aborted) return;
  warmUpHelloReader();
  upstreamTls.warmUp();
}

/** D15: whatever the report does with a notice, the connection goes on. */
function noticeSafely(options: CaptureOptions, notice: CaptureNotice): void {
  try {
    options.onNotice(notice);
  } catch {
    // Nobody is left to be told.
  }
}
