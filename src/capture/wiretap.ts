/** Joins client and upstream with an observer on the wire (D7), and learns from it whether the client trusts us. */
import type { Connection } from "./connection.ts";
import type { JoinedEnds } from "./joined-ends.ts";
import { type ConnectionObserver, createObserver } from "./observe/create-observer.ts";
import { splice, type Taps } from "./splice.ts";

export function wiretap(connection: Connection, options: JoinedEnds): void {
  connection.joined();
  const observing = new GuardedObserving(connection, options);
  watchForSpeech(options, observing);
  splice(options.client, options.upstream, observing);
}

/** Tells a client that spoke from one that hung up without a word. Who closes after the upstream did tells nothing. */
function watchForSpeech({ client, onSilentClose, upstream }: JoinedEnds, observing: GuardedObserving): void {
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
  readonly #options: JoinedEnds;
  #observer: ConnectionObserver | undefined;

  constructor(connection: Connection, options: JoinedEnds) {
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
    const { facts, open, protocol } = this.#options;
    return createObserver({
      protocol,
      connection: facts,
      open: open ?? context.options.openExchange,
      nextId: context.nextExchangeId,
      now: context.options.now,
      onSinkFailed: this.#connection.observingFailed,
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
