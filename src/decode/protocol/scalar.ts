/** Texts of headers, query strings, forms and XML as the model types them. */
import type { MemberType } from "../../data/api-index.ts";
import type { JsonValue } from "../api-call.ts";
import { BYTES } from "../json-values.ts";

const NUMBERS = new Set<MemberType>(["integer", "long", "float", "double"]);

/** The text itself where it is not what the type says, or loses digits as a number. */
export function scalarOf(text: string, type: MemberType | undefined): JsonValue {
  if (type === "blob" || type === "event-stream") return BYTES;
  if (type === "boolean") return text === "true" ? true : text === "false" ? false : text;
  if (type === undefined || !NUMBERS.has(type)) return text;
  const number = Number(text);
  return text.trim() === "" || !Number.isFinite(number) || Math.abs(number) > Number.MAX_SAFE_INTEGER ? text : number;
}
