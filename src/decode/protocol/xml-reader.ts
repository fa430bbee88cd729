/** XML as plain objects: text stays text, repeated elements become lists, attributes and entities of a DTD are not read. Owner of `fast-xml-parser`. */
import { XMLParser } from "fast-xml-parser";
import type { JsonObject, JsonValue } from "../api-call.ts";
import { isJsonObject } from "../json-values.ts";

const MAX_DEPTH = 64;

/** Documents with a DTD are not read: no AWS protocol has one, and entities are how XML attacks its readers. */
const DOCTYPE = /<!DOCTYPE/i;

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  removeNSPrefix: true,
  parseTagValue: false,
  trimValues: false,
  processEntities: true,
  maxNestedTags: MAX_DEPTH,
  strictReservedNames: false,
});

const decoder = new TextDecoder();

function cleaned(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(cleaned);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).filter(([name]) => name !== "#text");
  return Object.fromEntries(entries.map(([name, entry]) => [name, cleaned(entry)]));
}

export interface XmlRoot {
  readonly name: string;
  /** An element without children is its text. */
  readonly content: JsonValue;
}

/** Throws where the bytes are no XML document; undefined where there is no element. */
export function parseXml(bytes: Uint8Array): XmlRoot | undefined {
  const text = decoder.decode(bytes);
  if (DOCTYPE.test(text)) throw new SyntaxError("document type declaration");
  const document: JsonObject = parser.parse(text);
  const root = Object.entries(document).find(([name]) => name !== "#text");
  return root === undefined ? undefined : { name: root[0], content: cleaned(root[1]) };
}
