/**
 * What a peer sent before it reset us is still to be read, but Node destroys a socket as soon as a write fails: an answer to an
 * upload that the server did not want would be lost, and its client would see a broken connection instead. Only for splices.
 */
import type { Socket } from "node:net";

/** The bytes lie in the system's buffers, ready to be read: some turns of the event loop are enough. */
const LAST_WORDS_MS = 50;

/** From now on a failed write ends the socket a moment later, so that what has arrived by then is still told as `data`. */
export function hearLastWords(stream: Socket): void {
  const destroy = stream.destroy;
  let parting: NodeJS.Timeout | undefined;
  stream.destroy = (error?: Error): Socket => {
    if (error === undefined || parting !== undefined || stream.readableEnded || !isFailedWrite(error)) {
      clearTimeout(parting);
      return Reflect.apply(destroy, stream, [error]);
    }
    // A failed write marks both directions as failed, and what has failed is told no more data.
    Reflect.set(Reflect.get(stream, "_readableState"), "errored", null);
    parting = setTimeout(() => stream.destroy(error), LAST_WORDS_MS);
    return stream;
  };
}

const isFailedWrite = (error: Error): boolean => "syscall" in error && error.syscall === "write";
