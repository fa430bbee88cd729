/**
 * CBOR (RFC 8949) as JSON values: tags stand for their content, bytes are forgotten, strings in chunks are joined, as
 * Java's writers send long ones. Owner of `cborg`.
 */
import { decode, type TagDecoder, Token, Tokenizer, Type } from "cborg";
import type { JsonValue } from "../api-call.ts";
import { BYTES, jsonObject } from "../json-values.ts";

const MAX_DEPTH = 64;

const CHUNKED_BYTES = 0x5f;
const CHUNKED_TEXT = 0x7f;

/** Any tag means its content: a timestamp its seconds, a big number its bytes. */
const content: TagDecoder = (decodeContent) => decodeContent();

const TAGS = Object.fromEntries([0, 1, 2, 3, 4, 5, 21, 22, 23, 24, 32, 33, 34, 36, 55799].map((tag) => [tag, content]));

const OPTIONS = {
  tags: TAGS,
  useMaps: true,
  allowBigInt: true,
  allowIndefinite: true,
  allowUndefined: true,
  strict: false,
};

/** Adds strings of indefinite length (RFC 8949 3.2.3) to cborg's tokenizer, which refuses them. */
class ChunkJoiningTokenizer {
  readonly #bytes: Uint8Array;
  #rest: Tokenizer;
  /** Where `#rest` begins. */
  #offset = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#rest = new Tokenizer(bytes, OPTIONS);
  }

  pos(): number {
    return this.#offset + this.#rest.pos();
  }

  done(): boolean {
    return this.#rest.done();
  }

  next(): Token {
    const first = this.#bytes[this.pos()];
    return first === CHUNKED_TEXT || first === CHUNKED_BYTES ? this.#joined(first) : this.#rest.next();
  }

  #joined(first: number): Token {
    this.#offset = this.pos() + 1;
    this.#rest = new Tokenizer(this.#bytes.subarray(this.#offset), OPTIONS);
    const texts: string[] = [];
    for (let token = this.#rest.next(); !Type.equals(token.type, Type.break); token = this.#rest.next()) {
      if (typeof token.value === "string") texts.push(token.value);
    }
    return first === CHUNKED_TEXT ? new Token(Type.string, texts.join("")) : new Token(Type.bytes, new Uint8Array());
  }
}

function plain(value: unknown, depth: number): JsonValue {
  if (depth > MAX_DEPTH) throw new RangeError("cbor nested too deeply");
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (typeof value === "bigint") return value.toString();
  if (Array.isArray(value)) return value.map((entry) => plain(entry, depth + 1));
  if (value instanceof Map) {
    return jsonObject([...value].map(([key, entry]): [string, JsonValue] => [String(key), plain(entry, depth + 1)]));
  }
  return BYTES;
}

/** Throws where the bytes are no CBOR. No bytes are an empty input. */
export function parseCbor(bytes: Uint8Array): JsonValue {
  if (bytes.length === 0) return {};
  // Without a Buffer's own `slice`, which shares memory, cborg reads strings right.
  const view = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  return plain(decode(view, { ...OPTIONS, tokenizer: new ChunkJoiningTokenizer(view) }), 0);
}
