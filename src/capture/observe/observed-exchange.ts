/**
 * One exchange on its way to its sink: keeps the order that `ExchangeSink` promises, the budgets of both bodies, and
 * lets no exception of a sink out. Both protocols speak to sinks only through this.
 */
import type {
  AbandonReason,
  ExchangeSink,
  KeptBody,
  OpenExchange,
  OwnAnswer,
  RequestHead,
  ResponseHead,
} from "../captured-exchange.ts";
import { ByteCollector } from "./byte-collector.ts";

/** What a protocol knows of a request head; the rest is added by whoever knows connection, clock and counter. */
export type ObservedRequestHead = Omit<RequestHead, "connection" | "id" | "startedAt">;
export type BeginExchange = (head: ObservedRequestHead) => ObservedExchange;

/** Told what a sink threw: the exchange goes on without it. Must not throw. */
export type SinkFailed = (error: unknown) => void;

export class ObservedExchange {
  readonly method: string;
  /** Undefined when the exchange is over, or its sink has thrown. */
  #sink: ExchangeSink | undefined;
  /** Undefined when the request has been handed over. */
  #request: ByteCollector | undefined;
  /** Undefined until the final response head. */
  #response: ByteCollector | undefined;
  #answered = false;
  readonly #failed: SinkFailed;

  constructor(open: OpenExchange, head: RequestHead, failed: SinkFailed) {
    this.method = head.method;
    this.#failed = failed;
    try {
      this.#sink = open(head);
      this.#request = new ByteCollector(this.#sink.keepRequestBytes);
    } catch (error) {
      this.#sink = undefined;
      failed(error);
    }
  }

  /** True once the final response head has passed. */
  get answered(): boolean {
    return this.#answered;
  }

  /** How much of the body must have arrived before `decide` is asked. */
  get bytesToHold(): number {
    return this.#sink?.gate?.waitsForBody === true ? this.#sink.keepRequestBytes : 0;
  }

  /** The answer in the upstream's place, if the sink has one. `cut`: the request goes on behind what was held. */
  decide(cut: boolean): OwnAnswer | undefined {
    const gate = this.#sink?.gate;
    if (gate?.waitsForBody === true) this.#handOverRequest(cut);
    try {
      return gate?.decide();
    } catch (error) {
      this.#failed(error);
      return undefined;
    }
  }

  /** Bytes that come after the request was handed over (an early response) are not kept. */
  requestBytes(chunk: Uint8Array, start: number, end: number): void {
    this.#request?.add(chunk, start, end);
  }

  requestEnded(): void {
    this.#handOverRequest(false);
  }

  responseStarted(head: ResponseHead): void {
    this.#handOverRequest(true);
    this.#answered = true;
    this.#tell((sink) => {
      this.#response = new ByteCollector(sink.responseStarted(head));
    });
  }

  responseBytes(chunk: Uint8Array, start: number, end: number): void {
    this.#response?.add(chunk, start, end);
  }

  responseEnded(): void {
    const body = this.#response?.body(false);
    if (body !== undefined) this.#tell((sink) => sink.responseEnded(body));
    this.#forget();
  }

  abandon(why: AbandonReason): void {
    this.#handOverRequest(true);
    this.#tell((sink) => sink.abandoned(why));
    this.#forget();
  }

  #handOverRequest(cut: boolean): void {
    const body: KeptBody | undefined = this.#request?.body(cut);
    this.#request = undefined;
    if (body !== undefined) this.#tell((sink) => sink.requestEnded(body));
  }

  #tell(deliver: (sink: ExchangeSink) => void): void {
    if (this.#sink === undefined) return;
    try {
      deliver(this.#sink);
    } catch (error) {
      this.#forget();
      this.#failed(error);
    }
  }

  #forget(): void {
    this.#sink = undefined;
    this.#request = undefined;
    this.#response = undefined;
  }
}
