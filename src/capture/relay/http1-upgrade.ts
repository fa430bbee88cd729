/** A connection that is opened to become a WebSocket (RFC 6455): its one request is judged, then bytes pass verbatim. */
import { STATUS_CODES } from "node:http";
import type { ExchangeSink, OpenExchange, OwnAnswer, RequestHead } from "../captured-exchange.ts";
import { parseRequestHead, valuesOf } from "../observe/http1-head.ts";
import { LostPlace } from "../observe/lost-place.ts";
import { wiretap } from "../wiretap.ts";
import type { Conversation } from "./conversation.ts";
import { notSignable } from "./signed-anew.ts";

const NO_BODY = { bytes: new Uint8Array(), length: 0, truncated: false } as const;

/** True for a head that offers `Upgrade: websocket`. */
export function asksForUpgrade(head: string): boolean {
  return /\r\nupgrade:[ \t]*websocket[ \t]*\r\n/i.test(head) && /\r\nconnection:[^\r\n]*\bupgrade\b/i.test(head);
}

/** Throws for a head that no WebSocket client sends. */
export function relayUpgrade(conversation: Conversation, head: string): void {
  const { connection, context, ends } = conversation;
  const { now, openExchange } = context.options;
  const request = parseRequestHead(head);
  if (valuesOf(request.headers, "content-length").some((value) => value !== "0")) {
    throw new LostPlace("a body before the upgrade");
  }
  const told: RequestHead = { connection: ends.facts, id: context.nextExchangeId(), startedAt: now(), ...request };
  const sink = openExchange(told);
  sink.requestEnded(NO_BODY);
  const answer = sink.gate?.decide();
  const isOurs = conversation.signer?.isOurs({ fields: request.headers, target: request.target }) === true;
  const refused = answer ?? (isOurs ? notSignable(conversation, "a WebSocket cannot be signed anew") : undefined);
  if (refused !== undefined) {
    answerRaw(conversation, sink, refused);
    return;
  }
  context.observers.delete(conversation);
  // Its request has been told of; the rest is for the observer.
  wiretap(connection, { ...ends, open: toldAlready(sink, conversation) });
}

/** Who was refused could go on with another request, which nobody would judge: none gets past. No WebSocket client sends one. */
function toldAlready(sink: ExchangeSink, conversation: Conversation): OpenExchange {
  let isTold = false;
  return () => {
    if (isTold) {
      conversation.break();
      throw new LostPlace("a request behind an offer to upgrade");
    }
    isTold = true;
    return {
      keepRequestBytes: 0,
      requestEnded: () => {},
      responseStarted: (head) => sink.responseStarted(head),
      responseEnded: (body) => sink.responseEnded(body),
      abandoned: (why) => sink.abandoned(why),
    };
  };
}

function answerRaw({ ends }: Conversation, sink: ExchangeSink, { status, headers, body }: OwnAnswer): void {
  const kept = sink.responseStarted({ status, headers });
  sink.responseEnded({ bytes: body.subarray(0, kept), length: body.length, truncated: kept < body.length });
  const lines = [...headers, ["Content-Length", body.length], ["Connection", "close"]];
  ends.client.stream.write(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`,
  );
  ends.client.stream.end(body);
  ends.client.stream.resume();
  ends.upstream.stream.destroy();
}
