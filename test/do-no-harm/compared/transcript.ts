/**
 * A situation written down as turns: who sends what, ends, resets or pauses, one after the other. The side whose turn it is
 * not waits until the turn has arrived, so that both runs go the same way.
 */
import { setTimeout as pause, setImmediate as turn } from "node:timers/promises";
import type { Situation } from "./compare.ts";
import type { Peer } from "./peer.ts";

type Side = "client" | "server";
type Act =
  | { readonly bytes: Buffer }
  /** Bytes that are made as they are sent. */
  | { readonly stream: () => Iterable<Buffer>; readonly length: number }
  /** Without waiting for it to arrive. */
  | { readonly unread: Buffer }
  | { readonly pause: number }
  | { readonly end: true }
  | { readonly reset: true };

export interface Turn {
  readonly side: Side;
  readonly act: Act;
}

const latin1 = (bytes: string | Buffer): Buffer => (typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes);

/** The turns of one side. */
const turnsOf = (side: Side) => ({
  says: (bytes: string | Buffer): Turn => ({ side, act: { bytes: latin1(bytes) } }),
  /** Nobody reads it before the transcript goes on. */
  throws: (bytes: string | Buffer): Turn => ({ side, act: { unread: latin1(bytes) } }),
  streams: (stream: () => Iterable<Buffer>, length: number): Turn => ({ side, act: { stream, length } }),
  pauses: (milliseconds: number): Turn => ({ side, act: { pause: milliseconds } }),
  ends: { side, act: { end: true } } satisfies Turn,
  resets: { side, act: { reset: true } } satisfies Turn,
});

export const client = turnsOf("client");
export const server = turnsOf("server");

export interface Manner {
  /** Bytes handed to the socket at a time, each in a turn of its own of the event loop. */
  readonly piece?: number;
}

/** When the turns are over the client ends first, unless somebody has. */
export function situationOf(turns: readonly Turn[], manner: Manner = {}): Situation {
  let pace = new Pace();
  return {
    async server(peer) {
      const part = { side: "server", turns, manner, pace } as const;
      await played(peer, part).finally(() => pace.left("server"));
      if (!peer.over) await peer.otherEnded();
      peer.end();
    },
    async client(open) {
      pace = new Pace();
      const peer = await open();
      const part = { side: "client", turns, manner, pace } as const;
      await played(peer, part).finally(() => pace.left("client"));
      peer.end();
      await peer.otherEnded();
      return "played to the end";
    },
  };
}

/** Keeps both sides at the same turn: nobody resets a connection while bytes are on their way, for those would be lost by chance. */
class Pace {
  readonly #done = { client: 0, server: 0 };
  readonly #waiting = new Set<() => void>();

  /** The side is through with so many turns; resolves when the other is, too. */
  async reached(side: Side, count: number): Promise<void> {
    this.#set(side, count);
    const other = side === "client" ? "server" : "client";
    while (this.#done[other] < count) await new Promise<void>((resolve) => this.#waiting.add(resolve));
  }

  left(side: Side): void {
    this.#set(side, Number.POSITIVE_INFINITY);
  }

  #set(side: Side, count: number): void {
    this.#done[side] = count;
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const go of waiting) go();
  }
}

interface Part {
  readonly side: Side;
  readonly turns: readonly Turn[];
  readonly manner: Manner;
  readonly pace: Pace;
}

async function played(peer: Peer, { side, turns, manner, pace }: Part): Promise<void> {
  for (const [at, { act, side: actor }] of turns.entries()) {
    if (actor === side) await acted(peer, act, manner);
    else await awaited(peer, act);
    await pace.reached(side, at + 1);
  }
}

async function acted(peer: Peer, act: Act, { piece }: Manner): Promise<void> {
  if ("bytes" in act) {
    for (const part of pieces(act.bytes, piece)) {
      await peer.send(part);
      if (piece !== undefined) await turn();
    }
  } else if ("stream" in act) await peer.send(...act.stream());
  else if ("unread" in act) void peer.send(act.unread);
  else if ("pause" in act) await pause(act.pause);
  else if ("end" in act) peer.end();
  else peer.reset();
}

async function awaited(peer: Peer, act: Act): Promise<void> {
  if ("bytes" in act) await peer.swallow(act.bytes.length);
  else if ("stream" in act) await peer.swallow(act.length);
  else if ("end" in act || "reset" in act) await peer.otherEnded();
}

function* pieces(bytes: Buffer, size = bytes.length): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
