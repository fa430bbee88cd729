/**
 * What leaves `capture/`: one HTTP request with its response, as bytes and header fields, nothing understood yet.
 *
 * Terms, used so in every file: *hostname* has no port; *authority* is hostname:port (RFC 9110 4.2, port may be
 * absent when it is the scheme's default); *origin* is scheme + authority; *request target* is what stands in the
 * request line (RFC 9112 3.2), still percent-encoded.
 */

/** Name as it stood on the wire (HTTP/2: lower case), then value; duplicates and order kept. */
export type HeaderField = readonly [name: string, value: string];

/**
 * How a connection reached the proxy: CONNECT, a proxy request for plain http, TLS straight to our port (SNI), or plain
 * http that the hook led here.
 */
export type Approach = "connect" | "proxied" | "transparent" | "learned";

export interface ConnectionFacts {
  /** Counts from 1 within one capture. */
  readonly id: number;
  readonly approach: Approach;
  readonly scheme: "http" | "https";
  /** Where the bytes go, `hostname:port`: from CONNECT, SNI or the hook, never from the Host header. */
  readonly authority: string;
}

export interface RequestHead {
  readonly connection: ConnectionFacts;
  /** Counts from 1 within one capture, in the order in which request heads were complete. */
  readonly id: number;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly httpVersion: "1.0" | "1.1" | "2";
  readonly method: string;
  /** Origin-form request target as sent (`/a%2Fb?x=1`); for HTTP/2 the `:path`. */
  readonly target: string;
  /** Host header or `:authority` as sent; empty where the request had none. */
  readonly host: string;
  readonly headers: readonly HeaderField[];
}

export interface ResponseHead {
  readonly status: number;
  readonly headers: readonly HeaderField[];
}

/** A body as far as it was asked for: framing (chunked, DATA) removed, content coding and aws-chunked still on. */
export interface KeptBody {
  readonly bytes: Uint8Array;
  /** Length of the whole body in bytes, kept or not. */
  readonly length: number;
  /** True where `bytes` is not the whole body: cut by the budget, or the message ended early. */
  readonly truncated: boolean;
}

export interface CapturedRequest extends RequestHead {
  readonly body: KeptBody;
}

/** A complete answer in the upstream's place. */
export interface OwnAnswer {
  readonly status: number;
  /** Without a length. */
  readonly headers: readonly HeaderField[];
  readonly body: Uint8Array;
}

/** Asked by the message relay before anything of a request is passed on; never by the wiretap, which keeps nothing back. */
export interface Gate {
  /** True: asked after `requestEnded`, which then comes once the kept bytes have arrived. False: the head alone decides. */
  readonly waitsForBody: boolean;
  /** Undefined: the request is passed on. An answer reaches the sink as the upstream's would. */
  decide(): OwnAnswer | undefined;
}

/**
 * Receives one exchange as it passes. Calls come in the order of the members; each is synchronous and happens
 * before the bytes concerned are passed on (so that what was recorded is never less than what the client saw).
 * An exception thrown by a sink ends the observing of this exchange, never the passing of bytes.
 */
export interface ExchangeSink {
  /** How many bytes of the request body to keep; the rest is counted only. */
  readonly keepRequestBytes: number;
  readonly gate?: Gate | undefined;
  /** The request is complete (or will not be: then `body.truncated`). Called before `responseStarted` in any case. */
  requestEnded(body: KeptBody): void;
  /** The final (not 1xx) response head, before it is passed on. Returns how many bytes of its body to keep. */
  responseStarted(head: ResponseHead): number;
  /** The response is complete; called before its last bytes are passed on. */
  responseEnded(body: KeptBody): void;
  /** The connection or stream ended, or the observer lost its place, before the response was complete. */
  abandoned(why: AbandonReason): void;
}

export type AbandonReason = "connection-closed" | "stream-reset" | "observer-lost";

/** Called once per request, when its head is complete. */
export type OpenExchange = (head: RequestHead) => ExchangeSink;
