/** Puts field blocks together from HEADERS or PUSH_PROMISE and their CONTINUATION frames (RFC 9113 section 4.3). */
import { ByteCollector } from "./byte-collector.ts";
import { FLAG, FRAME, type Frame } from "./http2-frame-reader.ts";
import { LostPlace } from "./lost-place.ts";

const MAX_BLOCK = 256 * 1024;
const PRIORITY_LENGTH = 5;
const PROMISED_STREAM_LENGTH = 4;

export interface FieldBlock {
  readonly stream: number;
  /** True for the request that a PUSH_PROMISE invents; it counts for the HPACK state alone. */
  readonly promised: boolean;
  readonly endsStream: boolean;
  /** Valid during the call only. */
  readonly bytes: Buffer;
}

export class FieldBlockAssembler {
  #begun: Omit<FieldBlock, "bytes"> | undefined;
  #fragments = new ByteCollector(MAX_BLOCK);

  /** Takes HEADERS, PUSH_PROMISE and CONTINUATION; gives the block when it is complete. */
  add(frame: Frame): FieldBlock | undefined {
    const isComplete = (frame.flags & FLAG.endHeaders) !== 0;
    if (frame.type === FRAME.continuation) return this.#continue(frame, isComplete);
    if (this.#begun !== undefined) throw new LostPlace("field block without its end");
    const promised = frame.type === FRAME.pushPromise;
    const begun = { stream: frame.stream, promised, endsStream: !promised && (frame.flags & FLAG.endStream) !== 0 };
    const fragment = fragmentOf(frame);
    if (isComplete) return { stream: begun.stream, promised, endsStream: begun.endsStream, bytes: fragment };
    this.#begun = begun;
    this.#keep(fragment);
    return undefined;
  }

  #continue(frame: Frame, isComplete: boolean): FieldBlock | undefined {
    const begun = this.#begun;
    if (begun === undefined || begun.stream !== frame.stream) throw new LostPlace("CONTINUATION of no field block");
    this.#keep(frame.payload);
    if (!isComplete) return undefined;
    const bytes = Buffer.from(this.#fragments.bytes());
    this.#begun = undefined;
    this.#fragments = new ByteCollector(MAX_BLOCK);
    return { ...begun, bytes };
  }

  #keep(fragment: Buffer): void {
    this.#fragments.add(fragment, 0, fragment.length);
    if (this.#fragments.length > MAX_BLOCK) throw new LostPlace("field block over 256 KB");
  }
}

/** The payload without padding, priority and promised stream (RFC 9113 sections 6.2 and 6.6). */
function fragmentOf({ type, flags, payload }: Frame): Buffer {
  const isPadded = (flags & FLAG.padded) !== 0;
  const hasPriority = type === FRAME.headers && (flags & FLAG.priority) !== 0;
  const start =
    (isPadded ? 1 : 0) +
    (hasPriority ? PRIORITY_LENGTH : 0) +
    (type === FRAME.pushPromise ? PROMISED_STREAM_LENGTH : 0);
  const end = payload.length - (isPadded ? (payload[0] ?? 0) : 0);
  if (start > end) throw new LostPlace("padding longer than its frame");
  return start === 0 && end === payload.length ? payload : payload.subarray(start, end);
}
