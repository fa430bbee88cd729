/**
 * From the first bytes of a client connection to its handler (D6). The target comes from CONNECT, SNI or the hook's
 * preface, never from a Host header.
 */
import type { Socket } from "node:net";
import { proxiedRequest } from "./absolute-form.ts";
import type { TurnedAway } from "./admission.ts";
import { type Authority, normalHostname } from "./authority.ts";
import { type CaptureContext, Connection } from "./connection.ts";
import { type FirstBytes, firstBytes } from "./first-bytes.ts";
import { connectOpening, type Opening, prefaceOpening } from "./opening-line.ts";
import { EndedEarly, peek } from "./peek.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { serveProxiedHttps } from "./serve-proxied-https.ts";
import { serveTarget } from "./serve-target.ts";
import { reset } from "./splice.ts";
import { readClientHello } from "./tls/client-hello.ts";
import { tunnel } from "./tunnel.ts";
import { wiretapTls } from "./wiretap-tls.ts";

const HTTPS_PORT = 443;

/** Serves one accepted connection. Never rejects: what goes wrong ends this connection and nothing else. */
export async function serveConnection(context: CaptureContext, tcp: Socket): Promise<void> {
  try {
    const beginning = peek(tcp, firstBytes);
    const [kind, turnedAway] = await Promise.all([beginning, context.admits(tcp, beginning), context.ready()]);
    if (turnedAway === undefined) await dispatch(context, tcp, kind);
    else turnAway(context, { tcp, kind, turnedAway });
  } catch (error) {
    if (error instanceof EndedEarly && error.silently) return void tcp.end();
    reset(tcp);
    if (error instanceof EndedEarly) return;
    const detail = error instanceof Error ? error.message : String(error);
    context.notice({ kind: "refused", authority: "", detail: `internal: ${detail}` });
  }
}

interface Unwelcome {
  readonly tcp: Socket;
  readonly kind: FirstBytes;
  readonly turnedAway: TurnedAway;
}

function turnAway(context: CaptureContext, { kind, tcp, turnedAway }: Unwelcome): void {
  const { notice, refusal } = turnedAway;
  if (notice !== undefined) context.notice(notice);
  if (kind === "connect" || kind === "http/1.1") refuse(tcp, refusal);
  else reset(tcp);
}

async function dispatch(context: CaptureContext, tcp: Socket, kind: FirstBytes): Promise<void> {
  switch (kind) {
    case "tls":
      return serveTransparent(context, tcp);
    case "connect":
      return serveOpening(context, { tcp, approach: "connect", opening: await peek(tcp, connectOpening) });
    case "hook-preface":
      return serveOpening(context, { tcp, approach: "learned", opening: await peek(tcp, prefaceOpening) });
    case "http/1.1":
      return serveRequest(context, tcp);
    case "h2":
    case "other":
      context.notice({ kind: "refused", authority: "", detail: `${kind} without a target` });
      return reset(tcp);
  }
}

/** TLS straight to our port: the hook redirected the socket, the SNI says where it was going. */
async function serveTransparent(context: CaptureContext, tcp: Socket): Promise<void> {
  const hello = await readClientHello(tcp);
  const hostname = normalHostname(hello?.serverName ?? "");
  if (hello === undefined || hostname === undefined) {
    context.notice({ kind: "refused", authority: "", detail: "tls without a server name" });
    return reset(tcp);
  }
  const connection = new Connection(context, { tcp, approach: "transparent", target: { hostname, port: HTTPS_PORT } });
  const { refusal } = connection;
  if (refusal !== undefined) return refuseTarget(connection, refusal);
  const route = context.options.route(hostname, HTTPS_PORT);
  return route.kind === "tunnel" ? tunnel(connection, route.why) : wiretapTls(connection, hello);
}

interface Opened {
  readonly tcp: Socket;
  readonly approach: "connect" | "learned";
  readonly opening: Opening;
}

async function serveOpening(context: CaptureContext, { tcp, approach, opening }: Opened): Promise<void> {
  tcp.read(opening.length);
  const target: Authority | undefined = opening.target;
  if (target === undefined) {
    return answer(context, { tcp, approach, refusal: { status: 400, message: "malformed target" } });
  }
  const connection = new Connection(context, { tcp, approach, target });
  const { refusal } = connection;
  return refusal === undefined ? serveTarget(connection) : refuseTarget(connection, refusal);
}

function refuseTarget({ approach, authority, context, tcp }: Connection, refusal: Refusal): void {
  answer(context, { tcp, approach, authority, refusal });
}

/** A request that was sent to us as its proxy; any other took us for a server. */
async function serveRequest(context: CaptureContext, tcp: Socket): Promise<void> {
  const request = await peek(tcp, proxiedRequest);
  if (request === "not-proxied") return refuseRequest(context, tcp);
  tcp.read(request.length);
  tcp.unshift(request.head);
  const { scheme, target } = request;
  const connection = new Connection(context, { tcp, approach: "proxied", target, scheme });
  const { refusal } = connection;
  if (refusal !== undefined) return refuseTarget(connection, refusal);
  return scheme === "https" ? serveProxiedHttps(connection) : serveTarget(connection);
}

async function refuseRequest(context: CaptureContext, tcp: Socket): Promise<void> {
  const line = await peek(tcp, requestLine);
  const target = line.split(" ")[1] ?? "";
  const refusal: Refusal = /^[a-z][a-z0-9+.-]*:\/\//i.test(target)
    ? {
        status: 501,
        message: "only http, https and CONNECT are served through the proxy",
        hint: "use CONNECT, or list the host in NO_PROXY",
      }
    : { status: 501, message: "this port is a proxy, not a server", hint: "reach it by CONNECT" };
  const authority = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#]*@)?([^/?#]+)/i.exec(target)?.[1] ?? "";
  answer(context, { tcp, approach: "connect", authority, refusal });
}

const LONGEST_REQUEST_LINE = 16 * 1024;

function requestLine(bytes: Buffer): string | undefined {
  const end = bytes.indexOf("\n");
  if (end < 0 && bytes.length < LONGEST_REQUEST_LINE) return undefined;
  return bytes.toString("latin1", 0, end < 0 ? LONGEST_REQUEST_LINE : end).trimEnd();
}

interface Answer {
  readonly tcp: Socket;
  readonly approach: Connection["approach"];
  readonly authority?: string;
  readonly refusal: Refusal;
}

/** Only a client that knows it talks to a proxy gets words; the others see a connection failure. */
function answer(context: CaptureContext, { approach, authority = "", refusal, tcp }: Answer): void {
  context.notice({ kind: "refused", authority, detail: refusal.message });
  if (approach === "connect" || approach === "proxied") refuse(tcp, refusal);
  else reset(tcp);
}
