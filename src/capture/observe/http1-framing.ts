/** Says where an HTTP/1 body ends (RFC 9112 section 6.3), and refuses what two readers could frame differently. */
import type { HeaderField } from "../captured-exchange.ts";
import { type Http1RequestHead, type Http1ResponseHead, valuesOf } from "./http1-head.ts";
import { LostPlace } from "./lost-place.ts";

export type BodyFraming =
  | { readonly kind: "none" }
  | { readonly kind: "length"; readonly length: number }
  | { readonly kind: "chunked" }
  | { readonly kind: "until-close" };

const NONE: BodyFraming = { kind: "none" };
const CHUNKED: BodyFraming = { kind: "chunked" };
const UNTIL_CLOSE: BodyFraming = { kind: "until-close" };

export function requestFraming(head: Http1RequestHead): BodyFraming {
  const framing = declaredFraming(head);
  if (framing === UNTIL_CLOSE) throw new LostPlace("request with a transfer coding that does not end in chunked");
  return framing ?? NONE;
}

/** The framing of a final response; `method` is that of the request it answers. */
export function responseFraming(head: Http1ResponseHead, method: string): BodyFraming {
  if (method === "HEAD" || head.status < 200 || head.status === 204 || head.status === 304) return NONE;
  return declaredFraming(head) ?? UNTIL_CLOSE;
}

function declaredFraming(head: Http1RequestHead | Http1ResponseHead): BodyFraming | undefined {
  const lengths = valuesOf(head.headers, "content-length");
  const codings = transferCodings(head.headers);
  if (codings === undefined) return lengths.length === 0 ? undefined : lengthFraming(lengths);
  if (lengths.length > 0) throw new LostPlace("both content-length and transfer-encoding");
  // RFC 9112 section 6.1: such a message is to be handled as if its framing were faulty.
  if (head.httpVersion === "1.0") throw new LostPlace("transfer-encoding in HTTP/1.0");
  if (codings.slice(0, -1).includes("chunked")) throw new LostPlace("chunked is not the last transfer coding");
  return codings.at(-1) === "chunked" ? CHUNKED : UNTIL_CLOSE;
}

function transferCodings(headers: readonly HeaderField[]): readonly string[] | undefined {
  const values = valuesOf(headers, "transfer-encoding");
  if (values.length === 0) return undefined;
  return listed(values).map((coding) => coding.toLowerCase());
}

/** RFC 9112 section 6.3: a list of the same length is that length; anything else is unrecoverable. */
function lengthFraming(values: readonly string[]): BodyFraming {
  const [length = "", ...others] = listed(values);
  if (!/^\d{1,15}$/.test(length) || others.some((other) => other !== length))
    throw new LostPlace("invalid content-length");
  return Number(length) === 0 ? NONE : { kind: "length", length: Number(length) };
}

function listed(values: readonly string[]): readonly string[] {
  const isList = values.length !== 1 || values[0]?.includes(",") === true;
  // Most messages have one value of one item.
  return isList ? values.flatMap((value) => value.split(",")).map((item) => item.trim()) : values;
}
