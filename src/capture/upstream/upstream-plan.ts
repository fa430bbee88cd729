/** Decides how the upstream side of an observed TLS connection is opened: TLS to the real host, or a forward target. */
import { formatAuthority } from "../authority.ts";
import type { Connection } from "../connection.ts";
import type { ConnectionEnd } from "../splice.ts";
import { type AlpnOffer, type HttpProtocol, upstreamAttempts } from "../tls/alpn.ts";
import { UpstreamFailure } from "./upstream-failure.ts";
import type { UpstreamHello } from "./upstream-tls.ts";

export interface OpenedUpstream {
  readonly end: ConnectionEnd;
  readonly negotiated: HttpProtocol | undefined;
}

export interface UpstreamPlan {
  /** What will be negotiated, where that is known before the upstream answers: the client need not wait then. */
  readonly expected: { readonly negotiated: HttpProtocol | undefined } | undefined;
  /** Rejects with `UpstreamFailure`. */
  open(): Promise<OpenedUpstream>;
}

export interface ClientWish {
  readonly offer: AlpnOffer;
  /** SNI as the client sent it. */
  readonly serverName: string | undefined;
}

/** "needs-http2-target": the client speaks HTTP/2 alone, the forward target does not. */
export function planUpstream(connection: Connection, wish: ClientWish): UpstreamPlan | "needs-http2-target" {
  const scheme = connection.forwardTo?.protocol;
  if (scheme === "http:") {
    if (wish.offer === "h2") return "needs-http2-target";
    return plainPlan(connection, wish.offer === "none" ? undefined : "http/1.1");
  }
  if (scheme === "h2c:") {
    const speaksHttp2 = wish.offer === "h2" || wish.offer === "both";
    return plainPlan(connection, speaksHttp2 ? "h2" : upstreamAttempts(wish.offer)[0]);
  }
  return securePlan(connection, wish);
}

function plainPlan({ observedLine }: Connection, negotiated: HttpProtocol | undefined): UpstreamPlan {
  return {
    expected: { negotiated },
    async open() {
      const tcp = await observedLine.open();
      return { end: { stream: tcp, tcp }, negotiated };
    },
  };
}

function securePlan(connection: Connection, { offer, serverName }: ClientWish): UpstreamPlan {
  const { context, forwardTo, observedLine } = connection;
  const upstreamTls = forwardTo === undefined ? context.upstreamTls : context.forwardTls;
  const { hostname } = observedLine.target;
  const name = forwardTo === undefined ? serverName : hostname;
  const memoryKey = `${formatAuthority(observedLine.target)} ${name ?? ""} ${offer}`;
  const expected = upstreamTls.verified(memoryKey);
  const attempts = upstreamAttempts(offer);
  const hello = { hostname: name ?? hostname, serverName: name, memoryKey };

  const attempt = async (protocol: HttpProtocol | undefined): Promise<OpenedUpstream> => {
    const tcp = await observedLine.open();
    const wanted: UpstreamHello = { ...hello, protocol };
    const { negotiated, socket } = await upstreamTls.handshake(tcp, wanted);
    if (expected === undefined || negotiated === expected.negotiated)
      return { end: { stream: socket, tcp }, negotiated };
    upstreamTls.forget(memoryKey);
    throw new UpstreamFailure("handshake", "ALPN_CHANGED", "the upstream negotiates another protocol than before");
  };
  return { expected, open: () => firstAccepted(expected?.negotiated ? [expected.negotiated] : attempts, attempt) };
}

/** Goes on to the next protocol only where the upstream says that it does not speak this one (RFC 7301 3.2). */
async function firstAccepted(
  protocols: readonly (HttpProtocol | undefined)[],
  attempt: (protocol: HttpProtocol | undefined) => Promise<OpenedUpstream>,
): Promise<OpenedUpstream> {
  const [first, ...others] = protocols;
  try {
    return await attempt(first);
  } catch (error) {
    const refused = error instanceof UpstreamFailure && /NO_APPLICATION_PROTOCOL/.test(error.code);
    if (!refused || others.length === 0) throw error;
    return firstAccepted(others, attempt);
  }
}
