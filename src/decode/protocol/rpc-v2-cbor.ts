/**
 * Smithy RPC v2 CBOR, and the CBOR bodies of older streaming SDKs: reads CBOR into JSON values. Owner of `cborg`.
 * See https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html and RFC 8949.
 */
import { decode, type TagDecoder } from "cborg";
import type { MemberModel } from "../../data/api-index.ts";
import type { JsonObject, JsonValue } from "../api-call.ts";
import { BYTES, isJsonObject, jsonObject } from "../json-values.ts";
import { shapeMembers, type WireNameOf } from "./shape-members.ts";

const MAX_DEPTH = 64;

/** Any tag means its content: a timestamp its seconds, a big number its bytes. */
const content: TagDecoder = (decodeContent) => decodeContent();

const TAGS = Object.fromEntries([0, 1, 2, 3, 4, 5, 21, 22, 23, 24, 32, 33, 34, 36, 55799].map((tag) => [tag, content]));

function plain(value: unknown, depth: number): JsonValue {
  if (depth > MAX_DEPTH) throw new RangeError("cbor nested too deeply");
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (typeof value === "bigint") return value.toString();
  if (value instanceof Uint8Array) return BYTES;
  if (Array.isArray(value)) return value.map((entry) => plain(entry, depth + 1));
  if (value instanceof Map) {
    return jsonObject([...value].map(([key, entry]): [string, JsonValue] => [String(key), plain(entry, depth + 1)]));
  }
  return BYTES;
}

/** Throws where the bytes are no CBOR. No bytes are an empty input. */
export function parseCbor(bytes: Uint8Array): JsonValue {
  if (bytes.length === 0) return {};
  const options = { tags: TAGS, useMaps: true, allowIndefinite: true, allowUndefined: true, strict: false };
  return plain(decode(bytes, options), 0);
}

const memberName: WireNameOf = ({ name }) => name;

export function readCborBody(bytes: Uint8Array, members: readonly MemberModel[]): JsonObject {
  const value = parseCbor(bytes);
  return isJsonObject(value) ? shapeMembers(value, members, memberName) : {};
}
