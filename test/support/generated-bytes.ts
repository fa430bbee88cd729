/** Bodies too large to keep: bytes that a counter determines, made as they are sent, and told by their hash. */
import { createHash } from "node:crypto";
import { Readable, type Writable } from "node:stream";

const CHUNK = 64 * 1024;

/** `size` bytes, no two chunks alike. */
export function* generatedChunks(size: number): Generator<Buffer> {
  for (let offset = 0; offset < size; offset += CHUNK) {
    const chunk = Buffer.alloc(Math.min(CHUNK, size - offset), `${offset} `);
    yield chunk;
  }
}

/** The same bytes as `aws-chunked` content with a checksum as its trailer, as SDKs send streams. */
export function* awsChunked(size: number): Generator<Buffer> {
  for (const chunk of generatedChunks(size)) {
    yield Buffer.concat([Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from("\r\n")]);
  }
  yield Buffer.from("0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n");
}

export function hashOf(chunks: Iterable<Buffer>): string {
  const hash = createHash("sha256");
  for (const chunk of chunks) hash.update(chunk);
  return hash.digest("hex");
}

export async function hashOfStream(stream: AsyncIterable<Buffer>): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of stream) hash.update(chunk);
  return hash.digest("hex");
}

/** Writes no faster than the other side takes it. */
export function send(chunks: Iterable<Buffer>, to: Writable): void {
  Readable.from(chunks, { objectMode: false }).pipe(to);
}
