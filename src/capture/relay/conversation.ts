/** What the relays of both protocols know of their connection: its ends, its exchanges, and whether the client ever spoke. */
import type { CaptureContext, Connection } from "../connection.ts";
import type { JoinedEnds } from "../joined-ends.ts";
import { ObservedExchange, type ObservedRequestHead } from "../observe/observed-exchange.ts";
import { reset, wasReset } from "../splice.ts";
import type { RequestSigner } from "./request-signer.ts";

export class Conversation {
  readonly connection: Connection;
  readonly ends: JoinedEnds;
  /** Absent: requests go on as they were signed. */
  readonly signer: RequestSigner | undefined;
  readonly #open = new Set<ObservedExchange>();
  #spoken = false;
  #over = false;

  constructor(connection: Connection, ends: JoinedEnds, signer?: RequestSigner) {
    this.connection = connection;
    this.signer = signer;
    this.ends = ends;
    // D15: `close` of the capture ends what is open, as it ends observers.
    this.context.observers.add(this);
    ends.client.stream.once("close", () => this.clientLeft());
    const upstreamLeft = (): void => {
      if (!this.#spoken) this.#over = true;
    };
    ends.upstream.stream.once("end", upstreamLeft).once("close", upstreamLeft);
    // INVARIANT: no socket is ever without an error listener. A TLS alert leaves the socket open (see splice).
    for (const { stream } of [ends.client, ends.upstream]) {
      const broken = (): void => void stream.destroy();
      stream.on("error", broken).on("_tlsError", broken);
    }
  }

  get context(): CaptureContext {
    return this.connection.context;
  }

  begin(head: ObservedRequestHead): ObservedExchange {
    this.clientSpoke();
    const { now, openExchange } = this.context.options;
    const facts = { connection: this.ends.facts, id: this.context.nextExchangeId(), startedAt: now() };
    const exchange = new ObservedExchange(openExchange, { ...facts, ...head }, this.connection.observingFailed);
    this.#open.add(exchange);
    return exchange;
  }

  /** The exchange has been told of its end. */
  ended(exchange: ObservedExchange): void {
    this.#open.delete(exchange);
  }

  clientSpoke(): void {
    if (this.#spoken) return;
    this.#spoken = true;
    this.ends.onClientSpoke?.();
  }

  /** Both sides see the connection break. */
  break(): void {
    this.end();
    for (const { stream, tcp } of [this.ends.upstream, this.ends.client]) reset(tcp, stream);
  }

  /** The upstream has left something unanswered: the client sees it hang up in order, or reset, as it did. */
  upstreamBroke(): void {
    const { client, upstream } = this.ends;
    if (!upstream.stream.readableEnded || wasReset(upstream)) {
      this.break();
      return;
    }
    this.end();
    upstream.stream.end();
    client.stream.end();
  }

  /** Nothing more will be told of what is still open. */
  end(): void {
    this.context.observers.delete(this);
    for (const exchange of this.#open) exchange.abandon("connection-closed");
    this.#open.clear();
  }

  /** The client has hung up, whether it ever spoke or not. */
  clientLeft(): void {
    if (!this.#spoken && !this.#over) this.ends.onSilentClose?.();
    this.#over = true;
    this.end();
  }
}
