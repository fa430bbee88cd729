/**
 * XML as plain objects: text stays text, repeated elements become lists, attributes are left out. Owner of
 * `fast-xml-parser`, whose own reading of entities is off: it expands those of a DTD and not the numeric ones.
 */
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
  processEntities: false,
  maxNestedTags: MAX_DEPTH,
  strictReservedNames: false,
});

const decoder = new TextDecoder();

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The five entities of XML 1.0 4.6 and character references (4.1), once. */
function withoutReferences(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name = "") => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      if (Number.isInteger(code)) return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      return (Object.hasOwn(NAMED, name) ? NAMED[name] : undefined) ?? whole;
    },
  );
}

function cleaned(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value === "string") return withoutReferences(value);
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
