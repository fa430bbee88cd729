/** Passes the answer to one HTTP/1 message back as it came, and tells of it before it goes. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { ObservedExchange } from "../observe/observed-exchange.ts";
import type { Conversation } from "./conversation.ts";
import { isStillWaiting } from "./expectation.ts";
import { guarded } from "./guarded.ts";
import { fieldPairs } from "./message-fields.ts";

interface Answer {
  readonly incoming: IncomingMessage;
  readonly response: ServerResponse;
  readonly exchange: ObservedExchange;
  readonly conversation: Conversation;
}

export function passAnswer({ incoming, response, exchange, conversation }: Answer): void {
  const status = incoming.statusCode ?? 0;
  const fields = fieldPairs(incoming.rawHeaders);
  exchange.responseStarted({ status, headers: fields });
  writeHead(incoming, response);
  const length = Number(incoming.headers["content-length"] ?? Number.NaN);
  let seen = 0;
  incoming.on("data", (chunk: Buffer) => {
    exchange.responseBytes(chunk, 0, chunk.length);
    seen += chunk.length;
    // Told before its last bytes go.
    if (seen === length) exchange.responseEnded();
  });
  incoming.pipe(response, { end: false });
  const end = (): void => {
    exchange.responseEnded();
    conversation.ended(exchange);
    if (incoming.rawTrailers.length > 0) response.addTrailers(fieldPairs(incoming.rawTrailers));
    response.end();
  };
  incoming.once(
    "end",
    guarded(end, () => conversation.break()),
  );
  incoming.once("error", () => conversation.upstreamBroke());
}

/** Node adds nothing of its own where it has been told to leave these out first. */
function writeHead(incoming: IncomingMessage, response: ServerResponse): void {
  response.sendDate = false;
  for (const name of ["connection", "content-length", "transfer-encoding"]) response.removeHeader(name);
  // RFC 9112 6.1: no transfer coding for a client that speaks HTTP/1.0; its answer ends with the connection.
  const isOld = response.req.httpVersion === "1.0";
  const ends = isStillWaiting(response.req, response);
  const leftOut = isOld ? /^transfer-encoding$/i : ends ? /^connection$/i : undefined;
  const fields = fieldPairs(incoming.rawHeaders).filter(([name]) => leftOut?.test(name) !== true);
  if (ends) fields.push(["Connection", "close"]);
  response.writeHead(incoming.statusCode ?? 0, incoming.statusMessage ?? "", fields.flat());
  // With the first of the body, if that is here already; else alone: an answer may be slow in coming, or never end.
  setImmediate(() => {
    if (!response.destroyed && !response.writableEnded) response.flushHeaders();
  });
}
