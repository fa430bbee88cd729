/** Joins client and upstream with an observer on the wire (D7), and learns from it whether the client trusts us. */
import type { ConnectionFacts } from "./captured-exchange.ts";
import type { Connection } from "./connection.ts";
import { type ConnectionObserver, createObserver } from "./observe/create-observer.ts";
import { type ConnectionEnd, splice, type Taps } from "./splice.ts";
import type { HttpProtocol } from "./tls/alpn.ts";

export interface WiretapOptions {
  readonly client: ConnectionEnd;
  readonly upstream: ConnectionEnd;
  readonly protocol: HttpProtocol;
  readonly facts: ConnectionFacts;
  /** The client sent its first application byte. */
  readonly onClientSpoke?: () => void;
  /** The client closed the connection without having sent an application byte. */
  readonly onSilentClose?: () => void;
}

export function wiretap(connection: Connection, options: WiretapOptions): void {
  connection.joined();
  const observing = new GuardedObserving(connection, options);
  watchForSpeech(options, observing);
  splice(options.client, options.upstream, observing);
}

/** Tells a client that spoke from one that hung up without a word. Who closes after the upstream did tells nothing. */
function watchForSpeech({ client, onSilentClose, upstream }: WiretapOptions, observing: GuardedObserving): void {
  let over = upstream.stream.destroyed;
  const upstreamLeft = (): void => {
    over = true;
  };
  upstream.stream.once("end", upstreamLeft).once("close", upstreamLeft);
  const clientLeft = (): void => {
    if (!over && !observing.clientSpoke) onSilentClose?.();
    over = true;
  };
  client.stream.once("end", clientLeft).once("close", clientLeft);
}

/** D15: whatever happens in the observer or behind it ends the observing, never the passing of bytes. */
class GuardedObserving implements Taps {
  clientSpoke = false;
  readonly #connection: Connection;
  readonly #options: WiretapOptions;
  #observer: ConnectionObserver | undefined;

  constructor(connection: Connection, options: WiretapOptions) {
    this.#connection = connection;
    this.#options = options;
    this.#guard(() => {
      this.#observer = this.#createObserver();
      connection.context.observers.add(this.#observer);
    });
  }

  fromClient(chunk: Buffer): void {
    if (!this.clientSpoke) this.#options.onClientSpoke?.();
    this.clientSpoke = true;
    this.#guard(() => this.#observer?.fromClient(chunk));
  }

  fromUpstream(chunk: Buffer): void {
    this.#guard(() => this.#observer?.fromUpstream(chunk));
  }

  closed(): void {
    this.#guard(() => this.#observer?.end("connection-closed"));
    this.#forget();
  }

  #createObserver(): ConnectionObserver {
    const { context } = this.#connection;
    const { facts, protocol } = this.#options;
    return createObserver({
      protocol,
      connection: facts,
      open: context.options.openExchange,
      nextId: context.nextExchangeId,
      now: context.options.now,
      onLost: (detail) => this.#lost(detail),
    });
  }

  #guard(observe: () => void): void {
    try {
      observe();
    } catch (error) {
      this.#forget();
      this.#lost(error instanceof Error ? error.message : String(error));
    }
  }

  #lost(detail: string): void {
    const { authority, context } = this.#connection;
    context.notice({ kind: "observer-lost", authority, protocol: this.#options.protocol, detail });
  }

  #forget(): void {
    if (this.#observer !== undefined) this.#connection.context.observers.delete(this.#observer);
    this.#observer = undefined;
  }
}
