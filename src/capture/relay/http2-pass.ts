/** One HTTP/2 stream passed on to the upstream's connection, or answered in its place. */
import {
  type ClientHttp2Session,
  type ClientHttp2Stream,
  constants,
  type IncomingHttpHeaders,
  type ServerHttp2Stream,
} from "node:http2";
import type { Transform } from "node:stream";
import type { HeaderField, OwnAnswer } from "../captured-exchange.ts";
import type { ObservedExchange } from "../observe/observed-exchange.ts";
import { guarded } from "./guarded.ts";
import type { HeldBody } from "./held-body.ts";
import { fieldPairs, fieldsByName, fieldValues } from "./message-fields.ts";

export interface StreamToPass {
  readonly upstream: ClientHttp2Session;
  readonly stream: ServerHttp2Stream;
  readonly exchange: ObservedExchange;
  readonly held: HeldBody;
  readonly target: string;
  readonly fields: readonly HeaderField[];
  /** Through which the body goes. */
  readonly transform?: Transform;
  readonly trailers: () => IncomingHttpHeaders;
}

/** What the stream's trailers are once it has ended; to be asked for before any of it is read. */
export function trailersOf(stream: ServerHttp2Stream | ClientHttp2Stream): () => IncomingHttpHeaders {
  let trailers: IncomingHttpHeaders = {};
  stream.once("trailers", (given: IncomingHttpHeaders) => {
    trailers = given;
  });
  return () => trailers;
}

/** The upstream's stream. Throws where its connection takes none any more. */
export function passStream(message: StreamToPass): ClientHttp2Stream {
  const { upstream, stream, exchange, held, target } = message;
  const fields = message.fields.map(([name, value]): HeaderField => [name, name === ":path" ? target : value]);
  const hasBody = !held.ended || held.chunks.length > 0;
  const outgoing = upstream.request(headersOf(fields), { endStream: !hasBody, waitForTrailers: hasBody });
  const fail = (): void => stream.close(constants.NGHTTP2_INTERNAL_ERROR);
  const interim = (_: unknown, __: number, flat: string[]): void =>
    stream.additionalHeaders(headersOf(fieldPairs(flat)));
  const answer = (_: unknown, flags: number, flat: string[]): void =>
    passAnswer({ stream, outgoing, exchange, fields: fieldPairs(flat), isWhole: (flags & END_STREAM) !== 0 });
  outgoing.on("headers", guarded(interim, fail));
  outgoing.once("response", guarded(answer, fail));
  // A reset of one side is the other's too, with its code (RFC 9113 5.4.2).
  outgoing.on("error", () => {});
  outgoing.once("close", () => {
    // What ends with its whole connection is for http2-endings.
    if (stream.closed || upstream.destroyed) return;
    if (outgoing.rstCode !== constants.NGHTTP2_NO_ERROR || !stream.headersSent) {
      stream.close(outgoing.rstCode || constants.NGHTTP2_INTERNAL_ERROR);
    } else if (!stream.readableEnded) {
      // RFC 9113 8.1: the answer is whole, and the rest of the request is not wanted.
      stream.close(constants.NGHTTP2_NO_ERROR);
    }
  });
  stream.once("close", () => {
    if (!outgoing.closed) outgoing.close(stream.rstCode || constants.NGHTTP2_CANCEL);
  });
  passBody(message, outgoing);
  return outgoing;
}

const END_STREAM = constants.NGHTTP2_FLAG_END_STREAM;

/** Several fields of one name stay several. */
function headersOf(fields: readonly HeaderField[]): Record<string, string | string[]> {
  const entries = [...fieldsByName(fields)].map(([name, values]): [string, string | string[]] => {
    const [first = ""] = values;
    return [name, values.length === 1 ? first : values];
  });
  return Object.fromEntries(entries);
}

function passBody(message: StreamToPass, outgoing: ClientHttp2Stream): void {
  const { stream, exchange, held, trailers, transform } = message;
  const body = transform ?? outgoing;
  transform?.once("error", () => outgoing.close(constants.NGHTTP2_CANCEL));
  transform?.pipe(outgoing);
  const cancel = (): void => outgoing.close(constants.NGHTTP2_CANCEL);
  outgoing.once(
    "wantTrailers",
    guarded(() => outgoing.sendTrailers(trailers()), cancel),
  );
  for (const chunk of held.chunks) body.write(chunk);
  const end = (): void => {
    exchange.requestEnded();
    if (!body.writableEnded) body.end();
  };
  if (held.ended) {
    end();
    return;
  }
  stream.on("data", (chunk: Buffer) => exchange.requestBytes(chunk, 0, chunk.length));
  stream.once("end", end);
  stream.pipe(body, { end: false });
}

interface Answer {
  readonly stream: ServerHttp2Stream;
  readonly outgoing: ClientHttp2Stream;
  readonly exchange: ObservedExchange;
  readonly fields: readonly HeaderField[];
  /** There is no body. */
  readonly isWhole: boolean;
}

function passAnswer({ stream, outgoing, exchange, fields, isWhole }: Answer): void {
  const [status = "0"] = fieldValues(fields, ":status");
  exchange.responseStarted({ status: Number(status), headers: fields.filter(([name]) => !name.startsWith(":")) });
  if (stream.destroyed) return;
  if (isWhole) exchange.responseEnded();
  stream.respond(headersOf(fields), { endStream: isWhole, waitForTrailers: !isWhole });
  if (isWhole) return void outgoing.resume();
  const trailers = trailersOf(outgoing);
  const fail = (): void => stream.close(constants.NGHTTP2_INTERNAL_ERROR);
  stream.once(
    "wantTrailers",
    guarded(() => stream.sendTrailers(trailers()), fail),
  );
  outgoing.on("data", (chunk: Buffer) => exchange.responseBytes(chunk, 0, chunk.length));
  outgoing.once("end", () => {
    // A reset also ends the reading.
    if (outgoing.aborted || outgoing.rstCode !== constants.NGHTTP2_NO_ERROR) return;
    exchange.responseEnded();
    stream.end();
  });
  outgoing.pipe(stream, { end: false });
}

interface OwnStreamAnswer {
  readonly stream: ServerHttp2Stream;
  readonly exchange: ObservedExchange;
  readonly answer: OwnAnswer;
}

export function answerStream({ stream, exchange, answer: { status, headers, body } }: OwnStreamAnswer): void {
  exchange.responseStarted({ status, headers });
  exchange.responseBytes(body, 0, body.length);
  exchange.responseEnded();
  const lower = headers.map(([name, value]): HeaderField => [name.toLowerCase(), value]);
  stream.respond({ ":status": status, ...headersOf(lower), "content-length": body.length });
  stream.end(body);
  // RFC 9113 8.1: whatever the client still sends is not wanted.
  stream.resume();
}
