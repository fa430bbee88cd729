/**
 * Observes a TLS connection: shows the client our leaf and speaks TLS to the upstream (D7). Whatever speaks against
 * that - the upstream does not verify, the client does not trust us, no HTTP - turns it into a blind tunnel.
 */
import type { TLSSocket } from "node:tls";
import { normalHostname } from "./authority.ts";
import type { TunnelReason } from "./capture-notice.ts";
import type { ClientKind } from "./client-trust.ts";
import type { Connection } from "./connection.ts";
import { acceptTls, ClientHandshakeFailure } from "./tls/accept-tls.ts";
import { alpnOffer, type HttpProtocol, spokenProtocol } from "./tls/alpn.ts";
import type { ClientHello } from "./tls/client-hello.ts";
import { tunnel } from "./tunnel.ts";
import { codeOf, UpstreamFailure } from "./upstream/upstream-failure.ts";
import { type OpenedUpstream, planUpstream, type UpstreamPlan } from "./upstream/upstream-plan.ts";

/** `hello` undefined: the bytes only looked like TLS. */
export async function wiretapTls(connection: Connection, hello: ClientHello | undefined): Promise<void> {
  const offer = alpnOffer(hello?.alpn);
  const name = normalHostname(hello?.serverName ?? connection.target.hostname);
  if (hello === undefined || offer === undefined || name === undefined) return tunnel(connection, "not-http");
  const kind = { authority: connection.authority, hello };
  const why = reasonToTunnel(connection, { hello, kind, name });
  if (why !== undefined) return tunnel(connection, why);

  const plan = planUpstream(connection, { offer, serverName: hello.serverName });
  if (plan === "needs-http2-target") {
    connection.context.notice({ kind: "needs-http2-target", authority: connection.authority });
    return connection.drop();
  }
  try {
    const { client, upstream } = await bothHandshakes(connection, plan, name);
    watchForClientCertificate(connection, upstream);
    connection.context.join(connection, {
      client: { stream: client, tcp: connection.tcp },
      upstream: upstream.end,
      protocol: spokenProtocol(offer, upstream.negotiated),
      facts: connection.facts("https"),
      onClientSpoke: () => connection.context.clientTrust.accepted(kind),
      onSilentClose: () => noteDistrust(connection, kind, "closed"),
    });
  } catch (error) {
    if (error instanceof ClientHandshakeFailure) {
      noteDistrust(connection, kind, error.code);
      return connection.drop();
    }
    if (error instanceof UpstreamFailure) return upstreamFailed(connection, plan, error);
    throw error;
  }
}

function reasonToTunnel(
  { authority, context, forwardTo, target }: Connection,
  { hello, kind, name }: { readonly hello: ClientHello; readonly kind: ClientKind; readonly name: string },
): TunnelReason | undefined {
  const route = name === target.hostname ? undefined : context.options.route(name, target.port);
  if (route?.kind === "tunnel") return route.why;
  // Signed requests that were meant for a stand-in must never reach the real host, not even blind.
  if (forwardTo !== undefined) return undefined;
  if (context.wantsClientCertificate.has(authority)) return "private-certificate";
  return !hello.canUseOurLeaf || context.clientTrust.distrusts(kind) ? "client-distrust" : undefined;
}

/** TLS 1.3 (RFC 8446 4.4.2.4): a server that misses the client's certificate says so after our handshake is over. */
function watchForClientCertificate({ authority, context }: Connection, { end }: OpenedUpstream): void {
  const judge = (error: unknown): void => {
    const code = codeOf(error);
    if (!/ALERT_(?:CERTIFICATE_REQUIRED|BAD_CERTIFICATE|HANDSHAKE_FAILURE)$/.test(code)) return;
    context.wantsClientCertificate.add(authority);
    context.notice({ kind: "upstream-failed", authority, code });
  };
  if (end.stream.errored) judge(end.stream.errored);
  else end.stream.once("error", judge);
}

interface Handshakes {
  readonly client: TLSSocket;
  readonly upstream: OpenedUpstream;
}

/** The upstream first, until it has verified once; then both at the same time. */
async function bothHandshakes(connection: Connection, plan: UpstreamPlan, name: string): Promise<Handshakes> {
  const secureContext = connection.context.options.authority.leafFor(name);
  const accept = (protocol: HttpProtocol | undefined): Promise<TLSSocket> =>
    acceptTls(connection.tcp, { secureContext, protocol });
  if (plan.expected === undefined) {
    const upstream = await plan.open();
    return { upstream, client: await accept(upstream.negotiated) };
  }
  // Whichever fails first is the reason; the other one fails in consequence, once `drop` has cut both off.
  const opening = plan.open();
  const accepting = accept(plan.expected.negotiated);
  return Promise.all([opening, accepting]).then(([upstream, client]) => ({ upstream, client }));
}

function noteDistrust({ authority, context }: Connection, kind: ClientKind, code: string): void {
  context.clientTrust.failed(kind, code);
  context.notice({ kind: "client-handshake-failed", authority, code });
}

/** A real host that cannot be verified is for the client to judge; it sees that host's own certificate or failure. */
async function upstreamFailed(connection: Connection, plan: UpstreamPlan, failure: UpstreamFailure): Promise<void> {
  const { authority, context, forwardTo } = connection;
  if (failure.code === "ECANCELED") return connection.drop();
  const clientWaits = plan.expected === undefined && forwardTo === undefined && failure.stage !== "connect";
  if (!clientWaits || failure.stage === "handshake") {
    context.notice({ kind: "upstream-failed", authority, code: failure.code });
  }
  if (!clientWaits) return connection.drop();
  return tunnel(connection, "upstream-unverified");
}
