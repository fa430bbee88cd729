/** Building JSON values from names that came over the wire: `__proto__` and its like become ordinary members. */
import type { JsonObject, JsonValue } from "./api-call.ts";

/** Stands for bytes, which are never kept. */
export const BYTES = "";

export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isJsonArray(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** Own properties only, whatever the names are. */
export function jsonObject(entries: Iterable<readonly [string, JsonValue]>): JsonObject {
  return Object.fromEntries(entries);
}
