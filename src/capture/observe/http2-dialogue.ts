/** Pairs the streams of an HTTP/2 connection's two directions into exchanges (RFC 9113 sections 5 and 8). */
import type { AbandonReason, HeaderField } from "../captured-exchange.ts";
import type { Dialogue } from "./dialogue.ts";
import { CLIENT_PREFACE, Http2Direction } from "./http2-direction.ts";
import { LostPlace } from "./lost-place.ts";
import type { BeginExchange, ObservedExchange, ObservedRequestHead } from "./observed-exchange.ts";

/** Servers allow 100 to 256; bounds what waits in memory for an answer. */
const MAX_OPEN_STREAMS = 2048;
const NO_PREFACE = Buffer.alloc(0);

export class Http2Dialogue implements Dialogue {
  readonly #begin: BeginExchange;
  readonly #client: Http2Direction;
  readonly #upstream: Http2Direction;
  /** Streams whose response is not complete. */
  readonly #streams = new Map<number, ObservedExchange>();
  #lastStream = 0;

  constructor(begin: BeginExchange) {
    this.#begin = begin;
    this.#client = new Http2Direction(CLIENT_PREFACE, {
      fields: (stream, fields) => this.#requestFields(stream, fields),
      content: (stream, chunk, start, end) => this.#streams.get(stream)?.requestBytes(chunk, start, end),
      ended: (stream) => this.#streams.get(stream)?.requestEnded(),
      reset: (stream) => this.#abandon(stream),
      goingAway: () => {},
      tableSize: (size) => this.#upstream.offerTableSize(size),
    });
    this.#upstream = new Http2Direction(NO_PREFACE, {
      fields: (stream, fields) => this.#responseFields(stream, fields),
      content: (stream, chunk, start, end) => this.#streams.get(stream)?.responseBytes(chunk, start, end),
      ended: (stream) => this.#responseEnded(stream),
      reset: (stream) => this.#abandon(stream),
      goingAway: (lastStream) => this.#refuseAbove(lastStream),
      tableSize: (size) => this.#client.offerTableSize(size),
    });
  }

  fromClient(chunk: Buffer): void {
    this.#client.read(chunk);
  }

  fromUpstream(chunk: Buffer): void {
    this.#upstream.read(chunk);
  }

  closed(): void {
    this.abandonAll("connection-closed");
  }

  abandonAll(why: AbandonReason): void {
    const open = [...this.#streams.values()];
    this.#streams.clear();
    for (const exchange of open) exchange.abandon(why);
  }

  #requestFields(stream: number, fields: readonly HeaderField[]): void {
    // A client's new streams count up (RFC 9113 section 5.1.1); fields on an earlier one are trailers.
    if (stream <= this.#lastStream) return;
    if (this.#streams.size >= MAX_OPEN_STREAMS) throw new LostPlace("too many streams without an answer");
    this.#lastStream = stream;
    this.#streams.set(stream, this.#begin(requestHead(fields)));
  }

  #responseFields(stream: number, fields: readonly HeaderField[]): void {
    const exchange = this.#streams.get(stream);
    if (exchange === undefined || exchange.answered) return;
    const status = pseudoField(fields, ":status") ?? "";
    if (!/^[1-9]\d\d$/.test(status)) throw new LostPlace("response without a status");
    if (status.startsWith("1")) return;
    exchange.responseStarted({ status: Number(status), headers: regularFields(fields) });
  }

  #responseEnded(stream: number): void {
    const exchange = this.#streams.get(stream);
    if (exchange === undefined) return;
    if (!exchange.answered) throw new LostPlace("response ended before its head");
    exchange.responseEnded();
    this.#streams.delete(stream);
  }

  #abandon(stream: number): void {
    this.#streams.get(stream)?.abandon("stream-reset");
    this.#streams.delete(stream);
  }

  /** RFC 9113 section 6.8: streams above the last one named are never answered. */
  #refuseAbove(lastStream: number): void {
    for (const stream of this.#streams.keys()) if (stream > lastStream) this.#abandon(stream);
  }
}

function requestHead(fields: readonly HeaderField[]): ObservedRequestHead {
  const headers = regularFields(fields);
  const host = pseudoField(fields, ":authority") ?? headers.find(([name]) => name === "host")?.[1] ?? "";
  const method = pseudoField(fields, ":method") ?? "";
  return { httpVersion: "2", method, target: pseudoField(fields, ":path") ?? "", host, headers };
}

const regularFields = (fields: readonly HeaderField[]): readonly HeaderField[] =>
  fields.filter(([name]) => !name.startsWith(":"));

const pseudoField = (fields: readonly HeaderField[], name: string): string | undefined =>
  fields.find((field) => field[0] === name)?.[1];
