/** Walks over an HTTP/1 body (RFC 9112 sections 6 and 7) by arithmetic and names the ranges of content in each chunk. */

import type { BodyFraming } from "./http1-framing.ts";
import { EmptyLineFinder } from "./http1-head-scanner.ts";
import { LostPlace } from "./lost-place.ts";

/** A range of content, framing removed; called again and again, never with an empty range. */
export type OnContent = (chunk: Buffer, start: number, end: number) => void;

export interface BodyWalker {
  /** True when the next byte no longer belongs to this message. */
  readonly ended: boolean;
  /** Reads on from `start` and returns where it stopped: the end of the chunk or of the message. */
  walk(chunk: Buffer, start: number, onContent: OnContent): number;
}

export function bodyWalker(framing: Exclude<BodyFraming, { kind: "none" }>): BodyWalker {
  if (framing.kind === "chunked") return new ChunkedWalker();
  return new LengthWalker(framing.kind === "length" ? framing.length : Number.POSITIVE_INFINITY);
}

class LengthWalker implements BodyWalker {
  #left: number;

  constructor(length: number) {
    this.#left = length;
  }

  get ended(): boolean {
    return this.#left === 0;
  }

  walk(chunk: Buffer, start: number, onContent: OnContent): number {
    const end = Math.min(chunk.length, start + this.#left);
    this.#left -= end - start;
    if (end > start) onContent(chunk, start, end);
    return end;
  }
}

const LF = 0x0a;
const CR = 0x0d;
/** Chunk extensions have no use on these connections; a line this long is an attack or no chunk line. */
const MAX_SIZE_LINE = 16 * 1024;
const MAX_SIZE_DIGITS = 12;
const MAX_TRAILER_BYTES = 256 * 1024;
/** What may follow the digits of a chunk size: extensions, white space, the line end. */
const AFTER_SIZE: ReadonlySet<number> = new Set([CR, 0x20, 0x09, 0x3b]);

class ChunkedWalker implements BodyWalker {
  #part: "size" | "content" | "content-end" | "trailers" | "ended" = "size";
  #size = 0;
  #digits = 0;
  #lineLength = 0;
  #afterDigits = false;
  #trailerLength = 0;
  readonly #trailersEnd = new EmptyLineFinder();

  get ended(): boolean {
    return this.#part === "ended";
  }

  walk(chunk: Buffer, start: number, onContent: OnContent): number {
    let at = start;
    while (at < chunk.length && this.#part !== "ended") {
      if (this.#part === "content") at = this.#walkContent(chunk, at, onContent);
      else if (this.#part === "trailers") at = this.#walkTrailers(chunk, at);
      else {
        this.#readLineByte(chunk[at] ?? 0);
        at += 1;
      }
    }
    return at;
  }

  #walkContent(chunk: Buffer, start: number, onContent: OnContent): number {
    const end = Math.min(chunk.length, start + this.#size);
    this.#size -= end - start;
    onContent(chunk, start, end);
    if (this.#size === 0) this.#part = "content-end";
    return end;
  }

  #walkTrailers(chunk: Buffer, start: number): number {
    const found = this.#trailersEnd.find(chunk, start);
    const end = found === -1 ? chunk.length : found;
    this.#trailerLength += end - start;
    if (this.#trailerLength > MAX_TRAILER_BYTES) throw new LostPlace("trailers over 256 KB");
    if (found !== -1) this.#part = "ended";
    return end;
  }

  #readLineByte(byte: number): void {
    this.#lineLength += 1;
    if (this.#part === "content-end") this.#readContentEnd(byte);
    else if (byte === LF) this.#endSizeLine();
    else if (!this.#afterDigits) this.#readSizeByte(byte);
    else if (this.#lineLength > MAX_SIZE_LINE) throw new LostPlace("chunk extension too long");
  }

  #readContentEnd(byte: number): void {
    if (byte === CR && this.#lineLength === 1) return;
    if (byte !== LF) throw new LostPlace("chunk longer than its size");
    this.#part = "size";
    this.#lineLength = 0;
  }

  #readSizeByte(byte: number): void {
    const digit = hexDigit(byte);
    if (digit === -1) {
      if (!AFTER_SIZE.has(byte)) throw new LostPlace("invalid chunk size");
      this.#afterDigits = true;
      return;
    }
    this.#digits += 1;
    this.#size = this.#size * 16 + digit;
    if (this.#digits > MAX_SIZE_DIGITS) throw new LostPlace("invalid chunk size");
  }

  #endSizeLine(): void {
    if (this.#digits === 0) throw new LostPlace("invalid chunk size");
    this.#part = this.#size === 0 ? "trailers" : "content";
    this.#digits = 0;
    this.#lineLength = 0;
    this.#afterDigits = false;
  }
}

/** Value of an ASCII hex digit, -1 for any other byte. */
function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
