/**
 * A body whose chunks are signed each for itself (Amazon S3 API reference, "Signature calculations: transferring a payload in
 * multiple chunks"): every signature hangs on the one before, the first on the request's own. Lengths stay as they are.
 */
import { createHash, createHmac } from "node:crypto";
import { Transform, type TransformCallback } from "node:stream";

export interface ChunkSigning {
  readonly key: Uint8Array;
  /** `20260115T000000Z`. */
  readonly date: string;
  /** `20260115/region/name/aws4_request`. */
  readonly scope: string;
  /** Of the request's head, as it was signed anew. */
  readonly seed: string;
}

/** SDKs send 64 KB to 1 MB; a chunk is held until it can be signed. */
const LARGEST_CHUNK = 64 * 1024 * 1024;
const LINE = /^([0-9a-f]{1,8});chunk-signature=[0-9a-f]{64}$/i;
const TRAILER_SIGNATURE = /^(x-amz-trailer-signature:)[0-9a-f]{64}$/i;
const CRLF = Buffer.from("\r\n");

const sha256 = (bytes: Buffer | string): string => createHash("sha256").update(bytes).digest("hex");
const NOTHING = sha256("");

export class ChunkSigner extends Transform {
  readonly #signing: ChunkSigning;
  #previous: string;
  #held: Buffer = Buffer.alloc(0);
  /** The last chunk has passed: lines of trailers follow. */
  #isTrailing = false;
  readonly #trailers: string[] = [];

  constructor(signing: ChunkSigning) {
    super();
    this.#signing = signing;
    this.#previous = signing.seed;
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.#held = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]);
    try {
      while (this.#isTrailing ? this.#passTrailer() : this.#passChunk()) {
        // As far as what is held goes.
      }
      done();
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  }

  override _flush(done: TransformCallback): void {
    done(this.#held.length === 0 ? null : new Error("a signed body ended in the middle of a chunk"));
  }

  /** True where a whole chunk was there. */
  #passChunk(): boolean {
    const lineEnd = this.#held.indexOf(CRLF);
    if (lineEnd < 0) {
      if (this.#held.length > 128) throw new Error("no signed chunk where one is due");
      return false;
    }
    const size = Number.parseInt(LINE.exec(this.#held.toString("latin1", 0, lineEnd))?.[1] ?? "", 16);
    if (!(size <= LARGEST_CHUNK)) throw new Error("no signed chunk where one is due");
    const start = lineEnd + CRLF.length;
    // The last chunk has no data; trailers, if any, stand before the line end that closes the body.
    const end = size === 0 ? start : start + size + CRLF.length;
    if (this.#held.length < end) return false;
    const data = this.#held.subarray(start, start + size);
    this.#previous = this.#sign("AWS4-HMAC-SHA256-PAYLOAD", [NOTHING, sha256(data)]);
    const digits = this.#held.toString("latin1", 0, this.#held.indexOf(";"));
    this.push(`${digits};chunk-signature=${this.#previous}\r\n`);
    if (size > 0) this.push(Buffer.concat([data, CRLF]));
    this.#held = this.#held.subarray(end);
    this.#isTrailing = size === 0;
    return true;
  }

  /** True where a whole line was there. */
  #passTrailer(): boolean {
    const lineEnd = this.#held.indexOf(CRLF);
    if (lineEnd < 0) return false;
    const line = this.#held.toString("latin1", 0, lineEnd);
    const [, name] = TRAILER_SIGNATURE.exec(line) ?? [];
    if (name === undefined) this.#trailers.push(line);
    const canonical = this.#trailers.map((trailer) => `${trailer}\n`).join("");
    const signed = name === undefined ? line : `${name}${this.#sign("AWS4-HMAC-SHA256-TRAILER", [sha256(canonical)])}`;
    this.push(Buffer.from(`${signed}\r\n`, "latin1"));
    this.#held = this.#held.subarray(lineEnd + CRLF.length);
    return true;
  }

  #sign(algorithm: string, hashes: readonly string[]): string {
    const { date, key, scope } = this.#signing;
    const text = [algorithm, date, scope, this.#previous, ...hashes].join("\n");
    return createHmac("sha256", key).update(text).digest("hex");
  }
}
