/** Looks at the first bytes of a connection and puts them back, so that whoever handles it later reads them all. */
import type { Socket } from "node:net";

/** The peer ended the connection before it had sent enough to judge. */
export class EndedEarly extends Error {
  /** It ended in order, without a byte: nothing is lost, and an answer may still be read. */
  readonly silently: boolean;

  constructor(silently = false) {
    super("connection ended before its first message was complete");
    this.silently = silently;
  }
}

/**
 * Reads until `judge` has an answer for the bytes so far, then puts back every byte. Rejects with `EndedEarly` where
 * the connection ends first, and with the signal's reason where it fires first (the bytes are put back then too).
 */
export function peek<T>(socket: Socket, judge: (bytes: Buffer) => T | undefined, signal?: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    let seen: Buffer = Buffer.alloc(0);
    const stop = (): void => {
      socket.off("readable", read).off("end", fail).off("close", fail);
      signal?.removeEventListener("abort", abort);
      if (seen.length > 0 && !socket.destroyed) socket.unshift(seen);
    };
    const fail = (): void => {
      const silently = seen.length === 0 && !socket.destroyed;
      seen = Buffer.alloc(0);
      stop();
      reject(new EndedEarly(silently));
    };
    const abort = (): void => {
      stop();
      reject(signal?.reason);
    };
    const read = (): void => {
      const chunk: unknown = socket.read();
      if (!Buffer.isBuffer(chunk)) return;
      seen = seen.length === 0 ? chunk : Buffer.concat([seen, chunk]);
      try {
        const verdict = judge(seen);
        if (verdict === undefined) return;
        // INVARIANT: put back in the same turn as read, else a FIN behind the bytes would end the stream in between.
        stop();
        resolve(verdict);
      } catch (error) {
        stop();
        reject(error);
      }
    };
    if (socket.destroyed) return fail();
    signal?.addEventListener("abort", abort);
    socket.on("readable", read).on("end", fail).on("close", fail);
  });
}
