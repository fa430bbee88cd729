/**
 * Finds the request heads that were seen before. One is read on every request of a busy program, so no text is put together for
 * it and hashed: a few characters of each value choose the candidates, and these are compared field by field.
 */
import type { RequestHead } from "../capture/captured-exchange.ts";
import { isFirstAttempt } from "./sdk-attempt.ts";

/** Heads with more text than this are not kept. */
const LONGEST_HEAD = 8192;

/** What differs between requests that are equal otherwise; of no use to decoding but for what is told here. */
export interface Attempt {
  readonly invocationId: string | undefined;
  readonly isFirst: boolean;
}

/** What equal heads have in common. */
interface Compared {
  readonly line: readonly string[];
  readonly fields: readonly string[];
}

interface Known<T> extends Compared {
  readonly value: T;
}

/** Values by request heads. Heads are equal where they differ in nothing but time, trace, signature and attempt. */
export class KnownHeads<T> {
  readonly #known = new Map<number, Known<T>[]>();
  readonly #capacity: number;
  #count = 0;

  /** Beyond `capacity` heads, all are forgotten and it begins anew. */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** The value of that head, made where it is new. */
  of(head: RequestHead, make: () => T): Attempt & { readonly value: T } {
    const { connection, headers, host, httpVersion, method, target } = head;
    const line = [target, host, method, connection.authority, connection.scheme, httpVersion];
    /** Names and values, one after the other. */
    const fields: string[] = [];
    let invocationId: string | undefined;
    let attempt: string | undefined;
    for (const [name, value] of headers) {
      const kind = kindOf(name);
      if (kind === "read") fields.push(name, value);
      else if (kind === "signed") fields.push(name, withoutSignature(value));
      else if (kind === "invocation") invocationId ??= value;
      else if (kind === "attempt") attempt ??= value;
    }
    return { invocationId, isFirst: isFirstAttempt(attempt), value: this.#valueOf({ line, fields }, make) };
  }

  forget(): void {
    this.#known.clear();
    this.#count = 0;
  }

  #valueOf({ line, fields }: Compared, make: () => T): T {
    const sample = sampleOf(fields, sampleOf(line, 0));
    const found = this.#known.get(sample)?.find((one) => areEqual(one.fields, fields) && areEqual(one.line, line));
    if (found !== undefined) return found.value;
    const value = make();
    if ([...line, ...fields].reduce((sum, text) => sum + text.length, 0) > LONGEST_HEAD) return value;
    if (this.#count === this.#capacity) this.forget();
    this.#count += 1;
    const kept = { line, fields, value };
    const alike = this.#known.get(sample);
    if (alike === undefined) this.#known.set(sample, [kept]);
    else alike.push(kept);
    return value;
  }
}

/** What a header is to decoding; names as clients spell them: whoever spells them otherwise is decoded anew. */
function kindOf(name: string): "read" | "signed" | "changing" | "invocation" | "attempt" {
  // Most names are told apart by their length.
  switch (name.length) {
    case 10:
      return name === "x-amz-date" || name === "X-Amz-Date" ? "changing" : "read";
    case 11:
      return name === "traceparent" ? "changing" : "read";
    case 13:
      return name.toLowerCase() === "authorization" ? "signed" : "read";
    case 15:
      if (name.toLowerCase() === "amz-sdk-request") return "attempt";
      return name === "x-amzn-trace-id" || name === "X-Amzn-Trace-Id" ? "changing" : "read";
    case 21:
      return name.toLowerCase() === "amz-sdk-invocation-id" ? "invocation" : "read";
    default:
      return "read";
  }
}

/** Nobody reads the signature of version 4; of the others all is kept. */
function withoutSignature(authorization: string): string {
  const at = authorization.startsWith("AWS4-") ? authorization.lastIndexOf("Signature=") : -1;
  return at < 0 || authorization.includes(",", at) ? authorization : authorization.slice(0, at);
}

/** A number that is the same for equal texts, and mostly another one for others. */
function sampleOf(texts: readonly string[], seed: number): number {
  let sample = seed;
  for (const text of texts) {
    const { length } = text;
    sample = (Math.imul(sample, 31) + length) | 0;
    // Where names of operations and resources differ, and lengths of bodies: the end, and before it.
    for (let at = length - 1; at >= 0 && at > length - 12; at -= 1) {
      sample = (Math.imul(sample, 31) + text.charCodeAt(at)) | 0;
    }
  }
  return sample;
}

function areEqual(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}
