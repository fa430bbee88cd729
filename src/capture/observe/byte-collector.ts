/**
 * Collects bytes from many chunks up to a budget and counts the rest. It copies what it keeps, because a slice of a
 * socket's chunk would hold on to the whole 64 KB of it; one growing buffer, so that one-byte chunks cost no more.
 */
import type { KeptBody } from "../captured-exchange.ts";

const NOTHING = Buffer.alloc(0);

export class ByteCollector {
  readonly #budget: number;
  #buffer: Buffer = NOTHING;
  #kept = 0;
  #length = 0;

  /** A budget that is no positive number keeps nothing. */
  constructor(budget: number) {
    this.#budget = budget > 0 ? Math.floor(budget) : 0;
  }

  /** Bytes seen, kept or not. */
  get length(): number {
    return this.#length;
  }

  add(chunk: Uint8Array, start: number, end: number): void {
    this.#length += end - start;
    const wanted = Math.min(end - start, this.#budget - this.#kept);
    if (wanted <= 0) return;
    this.#reserve(this.#kept + wanted);
    this.#buffer.set(chunk.subarray(start, start + wanted), this.#kept);
    this.#kept += wanted;
  }

  /** What was kept; the collector is not to be used afterwards. */
  bytes(): Uint8Array {
    return this.#kept === this.#buffer.length ? this.#buffer : this.#buffer.subarray(0, this.#kept);
  }

  /** The body as far as it came; `cut`: the message ended before its framing said so. */
  body(cut: boolean): KeptBody {
    return { bytes: this.bytes(), length: this.#length, truncated: cut || this.#kept < this.#length };
  }

  #reserve(size: number): void {
    if (size <= this.#buffer.length) return;
    // The first chunk gets its exact size: most bodies are one chunk.
    const grown = Buffer.allocUnsafeSlow(Math.min(this.#budget, Math.max(size, this.#buffer.length * 2)));
    grown.set(this.#buffer.subarray(0, this.#kept));
    this.#buffer = grown;
  }
}
