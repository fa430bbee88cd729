/**
 * Stdout where it leads to a file. Node writes such a stream once and takes what the disk has left for the whole (`SyncWriteStream`),
 * so that a policy could be cut short without a word.
 */
import { fstatSync, writeFileSync } from "node:fs";
import type { Sink } from "./output.ts";

/** `stream`, or where its descriptor is a file, what writes all of a text there or says why it cannot. */
export function wholeWrites(stream: Sink & { readonly fd?: number }): Sink {
  const { fd } = stream;
  if (fd === undefined || !isFile(fd)) return stream;
  return {
    write(text, done) {
      try {
        writeFileSync(fd, text);
        done();
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
    // What fails is told to whoever writes.
    on: () => undefined,
  };
}

function isFile(fd: number): boolean {
  try {
    return fstatSync(fd).isFile();
  } catch {
    return false;
  }
}
