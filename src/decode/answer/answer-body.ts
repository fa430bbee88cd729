/** A response body as a plain value, told apart by its first bytes and media type: an error may come in another form than the answer. */
import type { KeptBody, ResponseHead } from "../../capture/captured-exchange.ts";
import type { JsonObject, JsonValue } from "../api-call.ts";
import { isJsonObject } from "../json-values.ts";
import { parseCbor } from "../protocol/cbor-reader.ts";
import { parseJson } from "../protocol/json.ts";
import { parseXml } from "../protocol/xml-reader.ts";

export interface AnswerBody {
  /** Name of the XML root element; absent in JSON and CBOR. */
  readonly root?: string;
  readonly content: JsonObject;
}

const LESS_THAN = 0x3c;

export function responseHeader({ headers }: ResponseHead, name: string): string | undefined {
  return headers.find(([given]) => given.toLowerCase() === name)?.[1];
}

function firstByte(bytes: Uint8Array): number | undefined {
  return bytes.find((byte) => byte > 0x20 && byte < 0x80);
}

const asObject = (value: JsonValue | undefined): JsonObject => (isJsonObject(value) ? value : {});

/** Undefined where there is no body, or none that can be read. */
export function answerBody(head: ResponseHead, body: KeptBody | undefined): AnswerBody | undefined {
  if (body === undefined || body.bytes.length === 0) return undefined;
  try {
    if (/cbor/.test(responseHeader(head, "content-type") ?? "")) return { content: asObject(parseCbor(body.bytes)) };
    if (firstByte(body.bytes) !== LESS_THAN) return { content: asObject(parseJson(body.bytes)) };
    const xml = parseXml(body.bytes);
    return xml === undefined ? undefined : { root: xml.name, content: asObject(xml.content) };
  } catch {
    return undefined;
  }
}
