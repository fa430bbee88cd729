/** Decodes the field blocks of one direction of an HTTP/2 connection (RFC 7541). The one file that knows `hpack.js`. */
import hpack from "hpack.js";
import type { HeaderField } from "../captured-exchange.ts";
import { LostPlace } from "./lost-place.ts";

/** RFC 9113 section 6.5.2: what holds before any SETTINGS. */
const INITIAL_TABLE_SIZE = 4096;
/** Bounds the memory of a connection; browsers use 64 KB, SDKs 4 KB. */
const MAX_TABLE_SIZE = 1024 * 1024;
/** A few bytes of references may stand for a large list (RFC 9113 section 10.5.1). */
const MAX_LIST_SIZE = 1024 * 1024;
const FIELD_OVERHEAD = 32;

export class HpackDecoder {
  readonly #decompressor = hpack.decompressor.create({ table: { maxSize: MAX_TABLE_SIZE } });
  #failure: Error | undefined;

  constructor() {
    this.#decompressor.on("error", (error) => {
      this.#failure = error;
    });
    this.#decompressor.updateTableSize(INITIAL_TABLE_SIZE);
  }

  /**
   * The opposite side offers a table of that size. An encoder says itself which size it uses (RFC 7541 section 4.2);
   * only a smaller table than its own could lose us, as references count from the newest entry.
   */
  offerTableSize(size: number): void {
    if (size > INITIAL_TABLE_SIZE) this.#decompressor.updateTableSize(Math.min(size, MAX_TABLE_SIZE));
  }

  /** Must see every field block of its direction, in order; pseudo-header fields included in the answer. */
  decode(block: Buffer): readonly HeaderField[] {
    if (block.length > 0) this.#decompressor.write(block);
    this.#decompressor.execute();
    if (this.#failure !== undefined) throw new LostPlace(`invalid HPACK: ${this.#failure.message}`);
    const fields: HeaderField[] = [];
    let size = 0;
    for (let field = this.#decompressor.read(); field !== null; field = this.#decompressor.read()) {
      size += field.name.length + field.value.length + FIELD_OVERHEAD;
      if (size > MAX_LIST_SIZE) throw new LostPlace("header list over 1 MB");
      fields.push([field.name, field.value]);
    }
    return fields;
  }
}
