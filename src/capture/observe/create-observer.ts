/**
 * The door of this folder: a passive reader of one wiretapped connection. It is given copies of the bytes and can
 * neither change nor delay them; whatever happens in here, its methods return.
 */
import type { ConnectionFacts, OpenExchange } from "../captured-exchange.ts";
import type { Dialogue } from "./dialogue.ts";
import { Http1Dialogue } from "./http1-dialogue.ts";
import { Http2Dialogue } from "./http2-dialogue.ts";
import { LostPlace } from "./lost-place.ts";
import { type BeginExchange, ObservedExchange, type SinkFailed } from "./observed-exchange.ts";

export interface ConnectionObserver {
  /** Bytes of the client, before they are passed on. The chunk is not kept. */
  fromClient(chunk: Buffer): void;
  /** Bytes of the upstream, before they are passed on. The chunk is not kept. */
  fromUpstream(chunk: Buffer): void;
  /** The connection is gone in both directions. */
  end(why: "connection-closed"): void;
}

export interface ObserverOptions {
  readonly protocol: "http/1.1" | "h2";
  readonly connection: ConnectionFacts;
  readonly open: OpenExchange;
  readonly nextId: () => number;
  readonly now: () => number;
  readonly onSinkFailed: SinkFailed;
  /** Called once, when the observer gives up on the connection, after its open exchanges were abandoned. */
  readonly onLost: (detail: string) => void;
}

/** The methods never throw, whatever the bytes, the sinks and the callbacks do. */
export function createObserver(options: ObserverOptions): ConnectionObserver {
  const { connection, open, onSinkFailed } = options;
  // Field by field here and behind: a head is copied several times on its way, and a spread costs as much as reading it.
  const begin: BeginExchange = ({ httpVersion, method, target, host, headers }) => {
    const [id, startedAt] = [options.nextId(), options.now()];
    const head = { connection, id, startedAt, httpVersion, method, target, host, headers };
    return new ObservedExchange(open, head, onSinkFailed);
  };
  const dialogue = options.protocol === "h2" ? new Http2Dialogue(begin) : new Http1Dialogue(begin);
  return new GuardedDialogue(dialogue, options.onLost);
}

class GuardedDialogue implements ConnectionObserver {
  #dialogue: Dialogue | undefined;
  readonly #onLost: (detail: string) => void;

  constructor(dialogue: Dialogue, onLost: (detail: string) => void) {
    this.#dialogue = dialogue;
    this.#onLost = onLost;
  }

  fromClient(chunk: Buffer): void {
    try {
      this.#dialogue?.fromClient(chunk);
    } catch (error) {
      this.#giveUp(error);
    }
  }

  fromUpstream(chunk: Buffer): void {
    try {
      this.#dialogue?.fromUpstream(chunk);
    } catch (error) {
      this.#giveUp(error);
    }
  }

  end(): void {
    try {
      this.#dialogue?.closed();
      this.#dialogue = undefined;
    } catch (error) {
      this.#giveUp(error);
    }
  }

  #giveUp(error: unknown): void {
    const dialogue = this.#dialogue;
    this.#dialogue = undefined;
    dialogue?.abandonAll("observer-lost");
    try {
      this.#onLost(error instanceof LostPlace ? error.message : `observer failed: ${String(error)}`);
    } catch {
      // INVARIANT: nothing that observing does reaches the code that passes the bytes on.
    }
  }
}
