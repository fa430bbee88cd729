/** Reads one direction of an HTTP/2 connection: frames, field blocks and HPACK, up to what a stream is told. */
import type { HeaderField } from "../captured-exchange.ts";
import { HpackDecoder } from "./hpack.ts";
import { FieldBlockAssembler } from "./http2-field-block.ts";
import { FLAG, FRAME, type Frame, FrameReader } from "./http2-frame-reader.ts";
import { LostPlace } from "./lost-place.ts";

export interface DirectionListener {
  /** Header or trailer fields, pseudo-header fields included. */
  readonly fields: (stream: number, fields: readonly HeaderField[]) => void;
  readonly content: (stream: number, chunk: Buffer, start: number, end: number) => void;
  /** This side has said everything on that stream. */
  readonly ended: (stream: number) => void;
  readonly reset: (stream: number) => void;
  /** The sender takes no streams above this one. */
  readonly goingAway: (lastStream: number) => void;
  /** The size of HPACK table that the sender offers to the other side's encoder. */
  readonly tableSize: (size: number) => void;
}

/** RFC 9113 section 3.4. */
export const CLIENT_PREFACE = Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
const SETTING_LENGTH = 6;
const HEADER_TABLE_SIZE = 0x1;

export class Http2Direction {
  readonly #listener: DirectionListener;
  readonly #hpack = new HpackDecoder();
  readonly #blocks = new FieldBlockAssembler();
  readonly #frames: FrameReader;
  #prefaceLeft: Buffer;

  constructor(preface: Buffer, listener: DirectionListener) {
    this.#listener = listener;
    this.#prefaceLeft = preface;
    this.#frames = new FrameReader({
      frame: (frame) => this.#frame(frame),
      data: listener.content,
      dataEnded: (stream, endsStream) => {
        if (endsStream) listener.ended(stream);
      },
    });
  }

  read(chunk: Buffer): void {
    this.#frames.read(chunk, this.#prefaceLeft.length === 0 ? 0 : this.#readPreface(chunk));
  }

  offerTableSize(size: number): void {
    this.#hpack.offerTableSize(size);
  }

  #readPreface(chunk: Buffer): number {
    const length = Math.min(chunk.length, this.#prefaceLeft.length);
    if (chunk.compare(this.#prefaceLeft, 0, length, 0, length) !== 0) throw new LostPlace("no HTTP/2 client preface");
    this.#prefaceLeft = this.#prefaceLeft.subarray(length);
    return length;
  }

  #frame(frame: Frame): void {
    const { type, flags, stream, payload } = frame;
    if (type === FRAME.rstStream) this.#listener.reset(stream);
    else if (type === FRAME.goaway) this.#goaway(payload);
    else if (type !== FRAME.settings) this.#fieldBlock(frame);
    else if ((flags & FLAG.ack) === 0) this.#settings(payload);
  }

  #fieldBlock(frame: Frame): void {
    const block = this.#blocks.add(frame);
    if (block === undefined) return;
    const fields = this.#hpack.decode(block.bytes);
    if (block.promised) return;
    this.#listener.fields(block.stream, fields);
    if (block.endsStream) this.#listener.ended(block.stream);
  }

  #settings(payload: Buffer): void {
    for (let at = 0; at + SETTING_LENGTH <= payload.length; at += SETTING_LENGTH) {
      if (payload.readUInt16BE(at) === HEADER_TABLE_SIZE) this.#listener.tableSize(payload.readUInt32BE(at + 2));
    }
  }

  #goaway(payload: Buffer): void {
    if (payload.length < 4) throw new LostPlace("GOAWAY without a stream");
    this.#listener.goingAway(payload.readUInt32BE(0) & 0x7fffffff);
  }
}
