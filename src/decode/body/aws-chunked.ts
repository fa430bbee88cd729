/**
 * Takes the `aws-chunked` framing off a body: chunks with or without signatures, with or without trailers. Bounded by
 * what it is given; a body that ends early yields the chunks that are whole.
 */

const CR = 0x0d;
const LF = 0x0a;

/** Longest chunk header worth reading: size, extension name and a signature. */
const MAX_HEADER = 1024;

export interface Unframed {
  readonly bytes: Uint8Array;
  /** The last chunk was seen. */
  readonly complete: boolean;
}

function endOfLine(bytes: Uint8Array, from: number): number {
  const end = Math.min(bytes.length - 1, from + MAX_HEADER);
  for (let at = from; at < end; at += 1) if (bytes[at] === CR && bytes[at + 1] === LF) return at;
  return -1;
}

/** `1f4;chunk-signature=…` -> 500; undefined where it is no chunk header. */
function chunkSize(bytes: Uint8Array, from: number, to: number): number | undefined {
  const digits = /^([0-9A-Fa-f]{1,8})(?:;|$)/.exec(Buffer.from(bytes.subarray(from, to)).toString("latin1"))?.[1];
  return digits === undefined ? undefined : Number.parseInt(digits, 16);
}

/** See https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html and sigv4-streaming-trailers.html there. */
export function withoutAwsChunks(bytes: Uint8Array): Unframed {
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = endOfLine(bytes, at);
    const size = end < 0 ? undefined : chunkSize(bytes, at, end);
    if (size === undefined) break;
    if (size === 0) return { bytes: Buffer.concat(chunks), complete: true };
    const start = end + 2;
    chunks.push(bytes.subarray(start, Math.min(start + size, bytes.length)));
    at = start + size + 2;
  }
  return { bytes: Buffer.concat(chunks), complete: false };
}
