/** Cuts one direction of an HTTP/2 connection into frames (RFC 9113 section 4). It knows no stream states. */
import { ByteCollector } from "./byte-collector.ts";
import { LostPlace } from "./lost-place.ts";

/** RFC 9113 section 6: the frame types that an observer reads; all others are passed over. */
export const FRAME = {
  data: 0x0,
  headers: 0x1,
  rstStream: 0x3,
  settings: 0x4,
  pushPromise: 0x5,
  goaway: 0x7,
  continuation: 0x9,
} as const;

export const FLAG = { endStream: 0x1, ack: 0x1, endHeaders: 0x4, padded: 0x8, priority: 0x20 } as const;

export interface Frame {
  readonly type: number;
  readonly flags: number;
  readonly stream: number;
  /** Valid during the call only. */
  readonly payload: Buffer;
}

export interface FrameListener {
  /** A complete frame of one of the types above, DATA excepted. */
  readonly frame: (frame: Frame) => void;
  /** A range of content of a DATA frame, padding removed. */
  readonly data: (stream: number, chunk: Buffer, start: number, end: number) => void;
  /** A DATA frame is complete. */
  readonly dataEnded: (stream: number, endsStream: boolean) => void;
}

const HEADER_LENGTH = 9;
/** Far above what any frame but DATA needs; DATA is never collected. */
const MAX_COLLECTED = 256 * 1024;
const EMPTY = Buffer.alloc(0);
const COLLECTED: ReadonlySet<number> = new Set(Object.values(FRAME).filter((type) => type !== FRAME.data));

export class FrameReader {
  readonly #listener: FrameListener;
  readonly #header = Buffer.alloc(HEADER_LENGTH);
  #headerLength = 0;
  #first = true;
  #type = 0;
  #flags = 0;
  #stream = 0;
  /** Bytes of the payload still to come. */
  #left = 0;
  #collected: ByteCollector | undefined;
  #padLengthDue = false;
  /** Bytes of content still to come in this DATA frame; padding follows. */
  #contentLeft = 0;

  constructor(listener: FrameListener) {
    this.#listener = listener;
  }

  read(chunk: Buffer, start = 0): void {
    let at = start;
    while (at < chunk.length) {
      at = this.#headerLength < HEADER_LENGTH ? this.#readHeader(chunk, at) : this.#readPayload(chunk, at);
    }
  }

  #readHeader(chunk: Buffer, start: number): number {
    const copied = chunk.copy(this.#header, this.#headerLength, start, start + HEADER_LENGTH - this.#headerLength);
    this.#headerLength += copied;
    if (this.#headerLength === HEADER_LENGTH) this.#beginFrame();
    return start + copied;
  }

  #beginFrame(): void {
    this.#left = this.#header.readUIntBE(0, 3);
    this.#type = this.#header.readUInt8(3);
    this.#flags = this.#header.readUInt8(4);
    this.#stream = this.#header.readUInt32BE(5) & 0x7fffffff;
    // RFC 9113 section 3.4: anything else is another protocol's answer.
    if (this.#first && this.#type !== FRAME.settings) throw new LostPlace("HTTP/2 does not begin with SETTINGS");
    this.#first = false;
    if (COLLECTED.has(this.#type) && this.#left > MAX_COLLECTED) throw new LostPlace("control frame over 256 KB");
    this.#padLengthDue = (this.#flags & FLAG.padded) !== 0;
    this.#contentLeft = this.#left;
    if (this.#left === 0) this.#endFrame(EMPTY);
  }

  #readPayload(chunk: Buffer, start: number): number {
    const end = Math.min(chunk.length, start + this.#left);
    this.#left -= end - start;
    if (this.#type === FRAME.data) this.#readData(chunk, start, end);
    if (COLLECTED.has(this.#type)) this.#collect(chunk, start, end);
    else if (this.#left === 0) this.#endFrame(EMPTY);
    return end;
  }

  #readData(chunk: Buffer, start: number, end: number): void {
    let from = start;
    if (this.#padLengthDue) {
      this.#contentLeft -= 1 + (chunk[from] ?? 0);
      if (this.#contentLeft < 0) throw new LostPlace("padding longer than its frame");
      this.#padLengthDue = false;
      from += 1;
    }
    const stop = Math.min(end, from + this.#contentLeft);
    this.#contentLeft -= stop - from;
    if (stop > from) this.#listener.data(this.#stream, chunk, from, stop);
  }

  #collect(chunk: Buffer, start: number, end: number): void {
    if (this.#left === 0 && this.#collected === undefined) {
      this.#endFrame(chunk.subarray(start, end));
      return;
    }
    this.#collected ??= new ByteCollector(MAX_COLLECTED);
    this.#collected.add(chunk, start, end);
    if (this.#left > 0) return;
    const payload = Buffer.from(this.#collected.bytes());
    this.#collected = undefined;
    this.#endFrame(payload);
  }

  #endFrame(payload: Buffer): void {
    this.#headerLength = 0;
    if (this.#type === FRAME.data) this.#listener.dataEnded(this.#stream, (this.#flags & FLAG.endStream) !== 0);
    else if (COLLECTED.has(this.#type)) {
      this.#listener.frame({ type: this.#type, flags: this.#flags, stream: this.#stream, payload });
    }
  }
}
