/** Pairs the requests of an HTTP/1 connection with its responses, in order (RFC 9112 section 9.3). */
import type { AbandonReason } from "../captured-exchange.ts";
import type { Dialogue } from "./dialogue.ts";
import { type BodyFraming, requestFraming, responseFraming } from "./http1-framing.ts";
import { type Http1ResponseHead, parseRequestHead, parseResponseHead, valuesOf } from "./http1-head.ts";
import { MessageReader } from "./http1-message-reader.ts";
import { nextBytes } from "./http1-unsent-body.ts";
import { LostPlace } from "./lost-place.ts";
import type { BeginExchange, ObservedExchange } from "./observed-exchange.ts";

/** Far beyond any client that pipelines; bounds what waits in memory for an answer. */
const MAX_OUTSTANDING = 1024;
const NO_BODY: BodyFraming = { kind: "none" };
const REST: BodyFraming = { kind: "until-close" };

interface PendingRequest {
  readonly exchange: ObservedExchange;
  /** `Expect: 100-continue` was sent, no 100 came, and no byte of the body was seen. */
  awaitsContinue: boolean;
}

export class Http1Dialogue implements Dialogue {
  readonly #begin: BeginExchange;
  readonly #requests: MessageReader;
  readonly #responses: MessageReader;
  /** Requests whose response is not complete, oldest first. */
  readonly #outstanding: PendingRequest[] = [];
  /** The request whose body the client is sending. */
  #sending: PendingRequest | undefined;
  /** The request whose final response is passing. */
  #answering: PendingRequest | undefined;
  #answerLastsUntilClose = false;
  /** First bytes after a final answer to an expectation, while they may be body or request. */
  #ambiguous: Buffer | undefined;
  /** The connection speaks another protocol now, or its end is announced: nothing more to read. */
  #clientDone = false;
  #upstreamDone = false;

  constructor(begin: BeginExchange) {
    this.#begin = begin;
    this.#requests = new MessageReader({
      head: (text) => this.#requestHead(text),
      content: (chunk, start, end) => this.#requestContent(chunk, start, end),
      ended: () => this.#requestEnded(),
    });
    this.#responses = new MessageReader({
      head: (text) => this.#responseHead(text),
      content: (chunk, start, end) => this.#answering?.exchange.responseBytes(chunk, start, end),
      ended: () => this.#responseEnded(),
    });
  }

  fromClient(chunk: Buffer): void {
    if (this.#clientDone) return;
    const waiting = this.#sending?.awaitsContinue === true && this.#sending.exchange.answered;
    if (waiting) this.#resolveAmbiguity(chunk);
    else this.#requests.read(chunk);
  }

  fromUpstream(chunk: Buffer): void {
    if (!this.#upstreamDone) this.#responses.read(chunk);
  }

  closed(): void {
    // RFC 9112 section 6.3: without a length, the close is the end of the response.
    if (this.#answerLastsUntilClose) this.#responseEnded();
    this.abandonAll("connection-closed");
  }

  abandonAll(why: AbandonReason): void {
    for (const { exchange } of this.#outstanding.splice(0)) exchange.abandon(why);
  }

  #requestHead(text: string): BodyFraming {
    const head = parseRequestHead(text);
    if (head.method === "CONNECT") throw new LostPlace("CONNECT inside the connection");
    const framing = requestFraming(head);
    if (this.#outstanding.length >= MAX_OUTSTANDING) throw new LostPlace("too many requests without an answer");
    const awaitsContinue = valuesOf(head.headers, "expect").some((value) => value.toLowerCase() === "100-continue");
    this.#sending = { exchange: this.#begin(head), awaitsContinue };
    this.#outstanding.push(this.#sending);
    return framing;
  }

  #requestContent(chunk: Buffer, start: number, end: number): void {
    if (this.#sending === undefined) return;
    this.#sending.awaitsContinue = false;
    this.#sending.exchange.requestBytes(chunk, start, end);
  }

  #requestEnded(): void {
    this.#sending?.exchange.requestEnded();
    this.#sending = undefined;
  }

  #resolveAmbiguity(chunk: Buffer): void {
    const bytes = this.#ambiguous === undefined ? chunk : Buffer.concat([this.#ambiguous, chunk]);
    const verdict = nextBytes(bytes);
    this.#ambiguous = verdict === "undecided" ? Buffer.from(bytes) : undefined;
    if (verdict === "undecided") return;
    if (verdict === "request") this.#requests.skipBody();
    if (this.#sending !== undefined) this.#sending.awaitsContinue = false;
    this.#requests.read(bytes);
  }

  #responseHead(text: string): BodyFraming {
    const head = parseResponseHead(text);
    const [answered] = this.#outstanding;
    if (answered === undefined) return this.#unsolicited(head);
    if (head.status === 101) return this.#upgraded(head, answered);
    if (head.status < 200) {
      if (head.status === 100) answered.awaitsContinue = false;
      return NO_BODY;
    }
    const framing = responseFraming(head, answered.exchange.method);
    this.#answering = answered;
    this.#answerLastsUntilClose = framing.kind === "until-close";
    answered.exchange.responseStarted({ status: head.status, headers: head.headers });
    return framing;
  }

  #responseEnded(): void {
    if (this.#answering === undefined) return;
    this.#answering.exchange.responseEnded();
    this.#answering = undefined;
    this.#answerLastsUntilClose = false;
    this.#outstanding.shift();
  }

  /** RFC 9110 section 15.2.2: from here on the bytes belong to another protocol, and that is no loss of place. */
  #upgraded(head: Http1ResponseHead, { exchange }: PendingRequest): BodyFraming {
    const next = valuesOf(head.headers, "upgrade").map((protocol) => protocol.toLowerCase());
    // RFC 7540 section 3.2: there the answer itself comes in the new protocol, unseen.
    if (next.includes("h2c")) throw new LostPlace("upgraded to h2c");
    exchange.responseStarted({ status: head.status, headers: head.headers });
    exchange.responseEnded();
    this.#outstanding.shift();
    this.abandonAll("connection-closed");
    this.#clientDone = true;
    this.#upstreamDone = true;
    return REST;
  }

  /** RFC 9110 section 15.5.9: a server may say 408 before it closes an idle connection; that answers no request. */
  #unsolicited(head: Http1ResponseHead): BodyFraming {
    if (head.status !== 408) throw new LostPlace("response without a request");
    this.#upstreamDone = true;
    return REST;
  }
}
