/** Finds where a head (or trailer section) of HTTP/1 ends, over any chunk boundaries. It does not read what it finds. */
import { ByteCollector } from "./byte-collector.ts";
import { LostPlace } from "./lost-place.ts";

const LF = 0x0a;
const CR = 0x0d;
/** Four times what the largest servers accept; beyond it the bytes are not a head. */
const MAX_HEAD_BYTES = 256 * 1024;

/** Finds the empty line that ends a section; a bare LF ends a line too (RFC 9112 section 2.2). */
export class EmptyLineFinder {
  #place: "line-start" | "after-cr" | "in-line" = "line-start";

  /** Index after the empty line, or -1 when the chunk ends first. The next call goes on where this one stopped. */
  find(chunk: Buffer, start: number): number {
    let at = start;
    while (at < chunk.length) {
      if (this.#place === "in-line") {
        const lineEnd = chunk.indexOf(LF, at);
        if (lineEnd === -1) return -1;
        this.#place = "line-start";
        at = lineEnd + 1;
        continue;
      }
      const byte = chunk[at];
      at += 1;
      if (byte === LF) {
        this.#place = "line-start";
        return at;
      }
      this.#place = byte === CR && this.#place === "line-start" ? "after-cr" : "in-line";
    }
    return -1;
  }
}

/** Cuts heads out of a stream of bytes. A head that lies in one chunk is not copied before it is text. */
export class HeadScanner {
  #finder = new EmptyLineFinder();
  #begun: ByteCollector | undefined;
  #text: string | undefined;

  /** Reads on from `start`; returns where it stopped. `take` then tells whether a head is complete. */
  scan(chunk: Buffer, start: number): number {
    const from = this.#begun === undefined ? skipEmptyLines(chunk, start) : start;
    if (from === chunk.length) return from;
    const end = this.#finder.find(chunk, from);
    const stop = end === -1 ? chunk.length : end;
    if ((this.#begun?.length ?? 0) + stop - from > MAX_HEAD_BYTES) throw new LostPlace("head over 256 KB");
    if (end !== -1 && this.#begun === undefined) {
      this.#text = chunk.toString("latin1", from, end);
      return end;
    }
    this.#begun ??= new ByteCollector(MAX_HEAD_BYTES);
    this.#begun.add(chunk, from, stop);
    if (end !== -1) {
      this.#text = Buffer.from(this.#begun.bytes()).toString("latin1");
      this.#begun = undefined;
    }
    return stop;
  }

  /** The head that the last `scan` completed, once; one character a byte. */
  take(): string | undefined {
    const text = this.#text;
    this.#text = undefined;
    return text;
  }
}

/** RFC 9112 section 2.2: empty lines before a start line are ignored. */
function skipEmptyLines(chunk: Buffer, start: number): number {
  let at = start;
  while (at < chunk.length && (chunk[at] === CR || chunk[at] === LF)) at += 1;
  return at;
}
