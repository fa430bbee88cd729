import type { AbandonReason } from "../captured-exchange.ts";

/**
 * What one protocol makes of the two directions of a connection. Its methods throw `LostPlace` where they cannot
 * follow; `create-observer.ts` is the only caller and turns that into a notice.
 */
export interface Dialogue {
  fromClient(chunk: Buffer): void;
  fromUpstream(chunk: Buffer): void;
  /** Ends what the closing of the connection ends and abandons the rest. */
  closed(): void;
  abandonAll(why: AbandonReason): void;
}
