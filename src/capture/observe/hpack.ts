/** Reads the field blocks of one direction of an HTTP/2 connection (HPACK, RFC 7541). */
import type { HeaderField } from "../captured-exchange.ts";
import { huffmanText } from "./hpack-huffman.ts";
import { HpackTable, sizeOfField } from "./hpack-table.ts";
import { LostPlace } from "./lost-place.ts";

/** RFC 9113 section 6.5.2: what holds before any SETTINGS. */
const INITIAL_TABLE_SIZE = 4096;
/** Bounds the memory of a connection; browsers use 64 KB, SDKs 4 KB. */
const MAX_TABLE_SIZE = 1024 * 1024;
/** A few bytes of references may stand for a large list (RFC 9113 section 10.5.1). */
const MAX_LIST_SIZE = 1024 * 1024;
/** No index, length or size on these connections comes near it; and sums of bits stay exact. */
const MAX_INTEGER = 2 ** 28;

const NOTHING = Buffer.alloc(0);

export class HpackDecoder {
  readonly #table = new HpackTable(INITIAL_TABLE_SIZE);
  #tableLimit = INITIAL_TABLE_SIZE;
  #block: Buffer = NOTHING;
  #at = 0;

  /**
   * The opposite side offers a table of that size. An encoder says itself which size it uses (RFC 7541 section 4.2);
   * only a smaller table than its own could lose us, as references count from the newest entry.
   */
  offerTableSize(size: number): void {
    if (size <= this.#tableLimit) return;
    this.#tableLimit = Math.min(size, MAX_TABLE_SIZE);
    this.#table.resize(this.#tableLimit);
  }

  /**
   * Must see every field block of its direction, in order; pseudo-header fields included in the answer, one character a byte.
   * Fields of the tables are the same objects every time. Throws `LostPlace`; the decoder is of no use afterwards.
   */
  decode(block: Buffer): readonly HeaderField[] {
    this.#block = block;
    this.#at = 0;
    const fields: HeaderField[] = [];
    let size = 0;
    while (this.#at < block.length) {
      const field = this.#representation(block[this.#at] ?? 0);
      if (field === undefined) continue;
      size += sizeOfField(field);
      if (size > MAX_LIST_SIZE) throw new LostPlace("header list over 1 MB");
      fields.push(field);
    }
    // A block is mostly a part of a socket's chunk, which is 64 KB.
    this.#block = NOTHING;
    return fields;
  }

  /** RFC 7541 section 6. Undefined: an update of the table's size. */
  #representation(first: number): HeaderField | undefined {
    if (first >= 0x80) return this.#table.field(this.#integer(7));
    if (first >= 0x40) {
      const field = this.#literal(6);
      this.#table.add(field);
      return field;
    }
    if (first < 0x20) return this.#literal(4);
    const size = this.#integer(5);
    if (size > this.#tableLimit) throw new LostPlace("invalid HPACK: table larger than was offered");
    this.#table.resize(size);
    return undefined;
  }

  #literal(prefix: number): HeaderField {
    const index = this.#integer(prefix);
    const name = index === 0 ? this.#string() : this.#table.field(index)[0];
    return [name, this.#string()];
  }

  /** RFC 7541 section 5.2. */
  #string(): string {
    const isHuffman = (this.#block[this.#at] ?? 0) >= 0x80;
    const length = this.#integer(7);
    const start = this.#at;
    this.#at += length;
    if (this.#at > this.#block.length) throw new LostPlace("invalid HPACK: block ends in a string");
    return isHuffman ? huffmanText(this.#block, start, this.#at) : this.#block.toString("latin1", start, this.#at);
  }

  /** RFC 7541 section 5.1: in the last `prefix` bits of this byte, or going on behind them. */
  #integer(prefix: number): number {
    const most = 2 ** prefix - 1;
    let value = this.#nextByte() & most;
    if (value < most) return value;
    for (let unit = 1; ; unit *= 128) {
      const byte = this.#nextByte();
      value += (byte & 0x7f) * unit;
      if (value > MAX_INTEGER || unit > MAX_INTEGER) throw new LostPlace("invalid HPACK: integer too large");
      if (byte < 0x80) return value;
    }
  }

  #nextByte(): number {
    const byte = this.#block[this.#at];
    if (byte === undefined) throw new LostPlace("invalid HPACK: block ends in an integer");
    this.#at += 1;
    return byte;
  }
}
