/**
 * Joins two connections: bytes pass verbatim both ways with back-pressure, half-close and resets. Used by the wiretap
 * and by blind tunnels alike. Nothing in here reads, keeps or waits for a byte.
 */
import type { Socket } from "node:net";
import { hearLastWords } from "./last-words.ts";

export interface ConnectionEnd {
  /** Where bytes are read and written: a TLS socket, or the TCP socket itself. */
  readonly stream: Socket;
  /** The TCP socket below; only there can a reset be sent. */
  readonly tcp: Socket;
}

/** Looks at bytes as they pass. INVARIANT: called before the bytes are written to the other side; must not throw. */
export interface Taps {
  fromClient(chunk: Buffer): void;
  fromUpstream(chunk: Buffer): void;
  /** Both ends are gone. */
  closed(): void;
}

export function splice(client: ConnectionEnd, upstream: ConnectionEnd, taps?: Taps): void {
  let open = 2;
  const closed = (): void => {
    open -= 1;
    if (open === 0) taps?.closed();
  };
  relay(client, upstream, taps === undefined ? undefined : (chunk) => taps.fromClient(chunk));
  relay(upstream, client, taps === undefined ? undefined : (chunk) => taps.fromUpstream(chunk));
  onClosed(client, upstream, closed);
  onClosed(upstream, client, closed);
  hearLastWords(client.stream);
  hearLastWords(upstream.stream);
  client.stream.resume();
  upstream.stream.resume();
}

function relay(from: ConnectionEnd, to: ConnectionEnd, tap: ((chunk: Buffer) => void) | undefined): void {
  from.stream.on("data", (chunk: Buffer) => {
    tap?.(chunk);
    if (!to.stream.write(chunk)) from.stream.pause();
  });
  to.stream.on("drain", () => from.stream.resume());
  const ended = (): void => {
    if (wasReset(from)) from.stream.destroy();
    else to.stream.end();
  };
  // A side that ended before it was spliced has told so already.
  if (from.stream.readableEnded) ended();
  else from.stream.on("end", ended);
}

/**
 * A reset that comes together with bytes is told as an orderly end (libuv, `uv__stream_io`: what hangs up after a partial read
 * is at its end). To clients that read a body up to the end of the connection the two are not the same. The system knows: who
 * was reset has no peer any more, who has ended his direction still has one; unless we have ended ours, too.
 */
export function wasReset({ stream, tcp }: ConnectionEnd): boolean {
  if (stream.writableEnded) return false;
  const handle: unknown = Reflect.get(tcp, "_handle");
  if (typeof handle !== "object" || handle === null) return false;
  const getPeerName: unknown = Reflect.get(handle, "getpeername");
  return typeof getPeerName === "function" && Reflect.apply(getPeerName, handle, [{}]) !== 0;
}

function onClosed(gone: ConnectionEnd, other: ConnectionEnd, closed: () => void): void {
  // A TLS alert or protocol error after the handshake leaves the socket open, and the FIN behind it would look like an
  // orderly end. Without a tls.Server in between, `_tlsError` is all that a server-side TLSSocket tells of one.
  const broken = (): void => void gone.stream.destroy();
  gone.stream.on("error", broken).on("_tlsError", broken);
  const finish = (): void => {
    closed();
    const clean = gone.stream.readableEnded && gone.stream.writableFinished;
    if (!clean) resetAfterFlush(other);
  };
  if (gone.stream.closed) process.nextTick(finish);
  else gone.stream.once("close", finish);
}

/** What the dead side had delivered still reaches the other one, as it would have without us; then the reset does. */
function resetAfterFlush(end: ConnectionEnd): void {
  const { stream, tcp } = end;
  if (stream.destroyed) reset(tcp);
  else if (stream.writableEnded && !stream.writableFinished) stream.once("finish", () => reset(tcp));
  else if (stream.writableLength === 0) reset(tcp);
  else stream.write("", () => reset(tcp));
}

/**
 * Ends a connection so that its peer sees a reset, not an orderly end; `stream`: what stands on top of it. What is just being shut
 * down cannot be reset (libuv, `uv_tcp_close_reset`): Node would neither close it then nor ever say `close`.
 */
export function reset(tcp: Socket, stream = tcp): void {
  if (tcp.destroyed) return;
  if (stream.writableEnded && !stream.writableFinished) {
    tcp.destroy();
    return;
  }
  try {
    tcp.resetAndDestroy();
  } catch {
    // No TCP handle of its own: TLS inside the TLS of an outer proxy, or a socket that is just closing.
    tcp.destroy();
  }
}
