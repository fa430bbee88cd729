/** A connection whose client named its target and now speaks to it: CONNECT, a proxied request, an origin learned by the hook. */
import type { Socket } from "node:net";
import type { Route } from "./capture-options.ts";
import type { Connection } from "./connection.ts";
import { type FirstBytes, firstBytes } from "./first-bytes.ts";
import { EndedEarly, peek } from "./peek.ts";
import { refuse } from "./refusal.ts";
import { readClientHello } from "./tls/client-hello.ts";
import { passBlind, tunnel } from "./tunnel.ts";
import { UpstreamFailure } from "./upstream/upstream-failure.ts";
import { wiretapPlain } from "./wiretap-plain.ts";
import { wiretapTls } from "./wiretap-tls.ts";

/** The hook leads only here what is to be observed: origins that were configured, or learned from signed requests. */
const OBSERVE: Route = { kind: "observe" };

/** Dials before it answers CONNECT, so that an unreachable upstream is a failed CONNECT, as with any proxy. */
export async function serveTarget(connection: Connection): Promise<void> {
  const { approach, context, target, tcp } = connection;
  const route = approach === "learned" ? OBSERVE : context.options.route(target.hostname, target.port);
  const line = route.kind === "observe" ? connection.observedLine : connection.realLine;
  let upstream: Socket;
  try {
    upstream = await line.prepare();
  } catch (error) {
    if (!(error instanceof UpstreamFailure)) throw error;
    return unreachable(connection, error);
  }
  if (approach === "connect") tcp.write("HTTP/1.1 200 Connection established\r\n\r\n");
  if (route.kind === "tunnel") return tunnel(connection, route.why);
  // Only HTTP is forwarded, and a stand-in may speak first: HTTP/2 servers send their settings at once (RFC 9113 3.4).
  const isForwarded = connection.forwardTo !== undefined;
  let opening: Speaker;
  try {
    opening = isForwarded ? await peek(tcp, firstBytes) : await firstToSpeak(tcp, upstream);
  } catch (error) {
    // A connection opened in advance, and not needed: the upstream hears so, and hangs up as it would without us.
    if (error instanceof EndedEarly && error.silently && !isForwarded) return passBlind(connection);
    throw error;
  }
  return observe(connection, opening);
}

type Speaker = FirstBytes | "upstream-first" | "upstream-gone";

async function observe(connection: Connection, opening: Speaker): Promise<void> {
  switch (opening) {
    case "tls":
      return wiretapTls(connection, await readClientHello(connection.tcp));
    case "http/1.1":
    case "h2":
      return wiretapPlain(connection, opening);
    case "upstream-gone":
      connection.context.notice({ kind: "upstream-failed", authority: connection.authority, code: "ECONNRESET" });
      return passBlind(connection);
    default:
      return tunnel(connection, "not-http");
  }
}

/** In HTTP and TLS the client speaks first; where the upstream does (databases, mail), waiting would be a deadlock. */
async function firstToSpeak(client: Socket, upstream: Socket): Promise<Speaker> {
  const abort = new AbortController();
  const upstreamMoved = (): void => abort.abort(upstreamMove(upstream));
  if (upstream.readableEnded || upstream.destroyed) return "upstream-gone";
  upstream.once("readable", upstreamMoved).once("close", upstreamMoved);
  try {
    return await peek(client, firstBytes, abort.signal);
  } catch (error) {
    if (error === "upstream-first" || error === "upstream-gone") return error;
    throw error;
  } finally {
    upstream.off("readable", upstreamMoved).off("close", upstreamMoved);
  }
}

/** `readable` also tells of an end without a byte. */
const upstreamMove = (upstream: Socket): Speaker => (upstream.readableLength > 0 ? "upstream-first" : "upstream-gone");

/** Tells of it, and gives the client the failure that fits its approach. */
export function unreachable(connection: Connection, failure: UpstreamFailure): void {
  const { approach, authority, context, tcp } = connection;
  const clientIsThere = failure.code !== "ECANCELED";
  if (clientIsThere) context.notice({ kind: "upstream-failed", authority, code: failure.code });
  if (!clientIsThere || (approach !== "connect" && approach !== "proxied")) {
    connection.drop();
    return;
  }
  const { forwardTo } = connection;
  const hint = forwardTo === undefined ? {} : { hint: `check that ${forwardTo.protocol}//${forwardTo.host} is up` };
  refuse(tcp, { status: 502, message: `cannot reach \`${authority}\`: ${failure.message}`, ...hint });
}
