/** An answer that a sink gives in the upstream's place, over HTTP/1. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { OwnAnswer } from "../captured-exchange.ts";
import type { ObservedExchange } from "../observe/observed-exchange.ts";

interface Answering {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly exchange: ObservedExchange;
  readonly answer: OwnAnswer;
}

export function answerItself({ request, response, exchange, answer: { status, headers, body } }: Answering): void {
  exchange.responseStarted({ status, headers });
  exchange.responseBytes(body, 0, body.length);
  exchange.responseEnded();
  for (const [name, value] of headers) response.appendHeader(name, value);
  response.setHeader("Content-Length", body.length);
  // RFC 9110 10.1.1: a client that waits for 100 may leave its body out or send it; nobody could tell what comes next.
  if (request.headers.expect !== undefined) response.setHeader("Connection", "close");
  response.writeHead(status);
  response.end(request.method === "HEAD" ? undefined : body);
  // Clients that do not read before they have written everything get to that point.
  request.resume();
}
