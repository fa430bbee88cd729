/** Opens the TCP connection to an upstream, through the user's outer proxy where he has one. No deadline of its own. */
import { connect, isIP, type Socket } from "node:net";
import { connect as connectTls, type SecureContext, type TLSSocket } from "node:tls";
import { type Authority, authorityOf, formatAuthority, isLoopback } from "../authority.ts";
import { EndedEarly, peek } from "../peek.ts";
import { isLinkLocal } from "./link-local.ts";
import { proxyUser } from "./proxy-user.ts";
import { isSocks, openSocksTunnel } from "./socks.ts";
import { codeOf, UpstreamFailure } from "./upstream-failure.ts";

export interface DialOptions {
  readonly target: Authority;
  /** `http://[user:password@]host:port`, `https://…`, `socks5://…` or `socks5h://…`; undefined: direct. */
  readonly outerProxy: URL | undefined;
  /** Judges an `https://` proxy; absent: Node's own roots do. */
  readonly proxyTrust?: () => SecureContext | undefined;
  /** Where this proxy listens: a connection that arrives there would go round in circles. */
  readonly ownPort: number;
  /** False: what listens on this machine's loopback is out of reach. */
  readonly loopback?: boolean;
  /** Fires when nobody wants the connection any more. */
  readonly signal: AbortSignal;
}

/** A connected socket to the target, which is neither this proxy nor a metadata service; rejects with `UpstreamFailure`. */
export async function dial(options: DialOptions): Promise<Socket> {
  const { outerProxy, target } = options;
  if (isLinkLocal(target.hostname)) throw notForwarded(NOT_LINK_LOCAL);
  if (outerProxy === undefined) return connectTarget(target, options);
  const proxy = authorityOf(outerProxy);
  const tcp = await connectTcp(proxy, options);
  options.signal.addEventListener("abort", () => tcp.destroy(), { once: true });
  const isSecured = outerProxy.protocol === "https:";
  const socket = isSecured ? await secured(tcp, proxy.hostname, options.proxyTrust?.()) : tcp;
  await (isSocks(outerProxy) ? openSocksTunnel : openTunnel)(socket, outerProxy, target);
  return socket;
}

/** A name may resolve to anything: nothing is sent before it is known where it led. */
async function connectTarget(target: Authority, options: DialOptions): Promise<Socket> {
  const socket = await connectTcp(target, options);
  const { remoteAddress = "" } = socket;
  const isOffLimits = options.loopback === false && isLoopback(remoteAddress);
  if (!isOffLimits && !isLinkLocal(remoteAddress)) return socket;
  socket.destroy();
  throw notForwarded(isOffLimits ? "loopback is not for clients of other machines" : NOT_LINK_LOCAL);
}

const NOT_LINK_LOCAL = "a link-local address is not for a proxy to reach";

const notForwarded = (why: string): UpstreamFailure => new UpstreamFailure("connect", "EACCES", why);

function connectTcp(to: Authority, { ownPort, signal }: DialOptions): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: to.hostname, port: to.port, allowHalfOpen: true, noDelay: true });
    const abort = (): void => {
      socket.destroy();
      reject(new UpstreamFailure("connect", "ECANCELED", "the client has gone"));
    };
    const settled = (): void => {
      signal.removeEventListener("abort", abort);
      socket.off("error", fail);
      // INVARIANT: no socket is ever without an error listener.
      socket.on("error", () => {});
    };
    const fail = (error: unknown): void => {
      settled();
      const message = error instanceof Error && error.message !== "" ? error.message : codeOf(error);
      reject(new UpstreamFailure("connect", codeOf(error), message));
    };
    if (signal.aborted) return abort();
    signal.addEventListener("abort", abort);
    socket.once("error", fail);
    socket.once("connect", () => {
      settled();
      if (socket.remotePort !== ownPort || !isOnThisMachine(socket)) return resolve(socket);
      socket.destroy();
      reject(new UpstreamFailure("connect", "ELOOP", "the address leads back to this proxy"));
    });
  });
}

/** A machine reaches its own addresses from the same ones. */
const isOnThisMachine = ({ localAddress = "", remoteAddress = "" }: Socket): boolean =>
  isLoopback(remoteAddress) || localAddress === remoteAddress;

/** TLS to the outer proxy itself. */
function secured(tcp: Socket, hostname: string, secureContext: SecureContext | undefined): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const socket = connectTls({
      socket: tcp,
      host: hostname,
      ...(isIP(hostname) === 0 && { servername: hostname }),
      ...(secureContext !== undefined && { secureContext }),
    });
    socket.once("secureConnect", () => resolve(socket));
    socket.once("close", () => reject(new UpstreamFailure("connect", "ECONNRESET", "the outer proxy hung up")));
    socket.on("error", (error) => reject(new UpstreamFailure("connect", codeOf(error), error.message)));
  });
}

async function openTunnel(socket: Socket, outerProxy: URL, target: Authority): Promise<void> {
  const authority = formatAuthority(target);
  socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n${credentials(outerProxy)}\r\n`);
  try {
    const answer = await peek(socket, connectAnswer);
    socket.read(answer.length);
    if (answer.status >= 200 && answer.status < 300) return;
    throw new UpstreamFailure("connect", `PROXY_${answer.status}`, `the outer proxy answered ${answer.status}`);
  } catch (error) {
    socket.destroy();
    if (!(error instanceof EndedEarly)) throw error;
    throw new UpstreamFailure("connect", "PROXY_CLOSED", "the outer proxy hung up");
  }
}

function credentials(outerProxy: URL): string {
  const user = proxyUser(outerProxy);
  if (user === undefined) return "";
  const pair = `${user.username}:${user.password}`;
  return `Proxy-Authorization: Basic ${Buffer.from(pair).toString("base64")}\r\n`;
}

const LONGEST_ANSWER = 64 * 1024;

function connectAnswer(bytes: Buffer): { status: number; length: number } | undefined {
  const end = bytes.indexOf("\r\n\r\n");
  if (end < 0) return bytes.length > LONGEST_ANSWER ? { status: 0, length: bytes.length } : undefined;
  const status = /^HTTP\/1\.[01] (\d{3})/.exec(bytes.toString("latin1", 0, 16))?.[1];
  return { status: Number(status ?? 0), length: end + 4 };
}
