/** The start of a body, read ahead so that it can be judged before any of it is passed on. */
import type { Readable } from "node:stream";

export interface HeldBody {
  readonly chunks: readonly Buffer[];
  /** The body is in `chunks` as a whole. */
  readonly ended: boolean;
}

export const NOTHING_HELD: HeldBody = { chunks: [], ended: false };

/** The sender went away before enough of the body had come. */
export class BodyBroken extends Error {
  constructor() {
    super("the body broke off");
  }
}

/** Reads until more than `limit` bytes are there or the body ends; the rest stays in the stream. Rejects with `BodyBroken`. */
export function holdBody(body: Readable, limit: number, tap: (chunk: Buffer) => void): Promise<HeldBody> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const done = (ended: boolean): void => {
      stop();
      resolve({ chunks, ended });
    };
    const ended = (): void => done(true);
    const broken = (): void => {
      stop();
      reject(new BodyBroken());
    };
    const read = (): void => {
      while (size <= limit) {
        const chunk: unknown = body.read();
        if (!Buffer.isBuffer(chunk)) return;
        tap(chunk);
        chunks.push(chunk);
        size += chunk.length;
      }
      done(false);
    };
    const stop = (): void => {
      body.off("readable", read).off("end", ended).off("error", broken).off("close", broken);
    };
    if (body.readableEnded) return done(true);
    if (body.destroyed) return broken();
    body.on("readable", read).on("end", ended).on("error", broken).on("close", broken);
  });
}
