/**
 * Passes one HTTP/1 message on, exactly: spelling, order among fields of one name, framing, trailers, 1xx. It stands in
 * http-proxy's list in front of the pass that would change them.
 */
import { type ClientRequest, request as httpRequest, type IncomingMessage, type ServerResponse } from "node:http";
import type { Transform } from "node:stream";
import type { HeaderField } from "../captured-exchange.ts";
import type { ObservedExchange } from "../observe/observed-exchange.ts";
import type { Conversation } from "./conversation.ts";
import { hasContinued, noteContinued } from "./expectation.ts";
import { guarded } from "./guarded.ts";
import type { HeldBody } from "./held-body.ts";
import { passAnswer } from "./http1-pass-answer.ts";
import { endToEnd, fieldPairs, fieldsByName } from "./message-fields.ts";
import type { UpstreamAgent } from "./upstream-agent.ts";

export interface MessageToPass {
  readonly conversation: Conversation;
  readonly agent: UpstreamAgent;
  readonly exchange: ObservedExchange;
  readonly held: HeldBody;
  readonly target: string;
  readonly fields: readonly HeaderField[];
  /** Through which the body goes. */
  readonly transform?: Transform;
  /** The upstream has the whole request, or will not get it; may be called more than once. */
  readonly onSent: () => void;
}

/** Presigned requests, session tokens and answers full of metadata make heads larger than Node's own bound of 16 KB. */
export const LONGEST_HEAD = 256 * 1024;

/** The pass for one message. */
export function passMessage(message: MessageToPass) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const { agent, conversation, exchange, fields } = message;
    const head = { method: request.method, path: message.target, setHost: false };
    const outgoing = httpRequest({ agent, ...head, maxHeaderSize: LONGEST_HEAD });
    outgoing.maxHeadersCount = 0;
    writeFields(outgoing, endToEnd(fields));
    let isOver = false;
    response.once("close", () => {
      isOver = true;
      if (!response.writableFinished) outgoing.destroy();
    });
    const fail = (): void => conversation.break();
    outgoing.on("information", (interim) => passInterim(interim, response));
    outgoing.on(
      "response",
      guarded((incoming: IncomingMessage) => passAnswer({ incoming, response, exchange, conversation }), fail),
    );
    outgoing.on("error", () => {
      // An upstream may close behind its answer while the body is still coming.
      if (!isOver && !response.writableEnded) conversation.upstreamBroke();
    });
    outgoing.once("finish", message.onSent).once("close", message.onSent);
    keepDraining(outgoing);
    passBody(request, outgoing, message);
  };
}

/** Node's client stops telling of room to write once the answer is there; who sends its body all the same would wait for ever. */
function keepDraining(outgoing: ClientRequest): void {
  outgoing.once("socket", (socket) => {
    const drained = (): void => void outgoing.emit("drain");
    socket.on("drain", drained);
    outgoing.once("close", () => socket.off("drain", drained));
  });
}

/** Node adds nothing of its own where it has been told to leave these out first. */
function writeFields(outgoing: ClientRequest, fields: readonly HeaderField[]): void {
  for (const name of ["connection", "content-length", "transfer-encoding"]) outgoing.removeHeader(name);
  for (const [name, values] of fieldsByName(fields)) {
    const [first = ""] = values;
    outgoing.setHeader(name, values.length === 1 ? first : values);
  }
}

function passBody(request: IncomingMessage, outgoing: ClientRequest, message: MessageToPass): void {
  const { exchange, held, transform } = message;
  const body = transform ?? outgoing;
  const endMessage = guarded(
    () => {
      if (request.rawTrailers.length > 0) outgoing.addTrailers(fieldPairs(request.rawTrailers));
      outgoing.end();
    },
    () => outgoing.destroy(),
  );
  const end = (): void => {
    exchange.requestEnded();
    if (transform === undefined) endMessage();
    else transform.end();
  };
  transform?.once("end", endMessage).once("error", () => outgoing.destroy());
  transform?.pipe(outgoing, { end: false });
  for (const chunk of held.chunks) body.write(chunk);
  if (held.ended) {
    // An empty body still ends in its stream, where trailers would stand.
    request.resume();
    end();
    return;
  }
  // The upstream may answer to the head alone, as where it is expected to.
  outgoing.flushHeaders();
  request.on("data", (chunk: Buffer) => exchange.requestBytes(chunk, 0, chunk.length));
  request.once("end", end);
  request.pipe(body, { end: false });
}

const CONTINUE = 100;

interface Interim {
  readonly statusCode: number;
  readonly statusMessage: string;
  readonly rawHeaders: readonly string[];
}

/** RFC 9110 15.2: every interim answer is passed on. Node's own methods write a few kinds only. */
function passInterim({ statusCode, statusMessage, rawHeaders }: Interim, response: ServerResponse): void {
  if (statusCode === CONTINUE) {
    // Where judging had to have the body, the client was told already.
    if (hasContinued(response)) return;
    noteContinued(response);
  }
  const fields = fieldPairs(rawHeaders).map(([name, value]) => `${name}: ${value}\r\n`);
  response.socket?.write(`HTTP/1.1 ${statusCode} ${statusMessage}\r\n${fields.join("")}\r\n`, "latin1");
}
