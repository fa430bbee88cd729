/**
 * Remembers what requests were decoded to, so that a program that makes the same call again pays for reading it once. Decoding
 * sees nothing but the request, so equal requests are equal calls; what changes with every attempt and is never read is left out.
 */
import type { CapturedRequest, RequestHead } from "../capture/captured-exchange.ts";
import type { DecodedRequest, Undecoded } from "./api-call.ts";
import type { Decoder } from "./decoder.ts";
import { isFirstAttempt } from "./sdk-attempt.ts";

/** Together at most some megabytes. */
const REMEMBERED = 512;
const LONGEST_BODY = 4096;
const LONGEST_HEAD = 8192;

/** As clients spell them; whoever spells them otherwise is decoded anew. */
const CHANGING: ReadonlySet<string> = new Set([
  "x-amz-date",
  "X-Amz-Date",
  "traceparent",
  "X-Amzn-Trace-Id",
  "x-amzn-trace-id",
]);
const INVOCATION_ID = "amz-sdk-invocation-id";
const ATTEMPT = "amz-sdk-request";
const AUTHORIZATION = /^authorization$/i;

/** All requests whose heads are equal. */
interface SameHead {
  /** Stands for the head in the keys of its requests: a head is hashed once, not once more with every body. */
  readonly id: number;
  readonly plans: Map<number, number>;
}

/** What tells one attempt from the others. */
interface Attempt {
  readonly invocationId: string | undefined;
  readonly isFirst: boolean;
}

interface KnownHead extends Attempt {
  readonly headers: RequestHead["headers"];
  readonly same: SameHead;
}

/** The same decoder, faster for what it has seen lately. */
export function rememberRequests(decoder: Decoder): Decoder {
  const sameHeads = new Lately<SameHead>(LONGEST_HEAD);
  const requests = new Lately<DecodedRequest | Undecoded>(LONGEST_BODY + 64);
  // A head is planned and then decoded, mostly with none between, and its fields are the same object both times. A map of weak
  // references would find the others, too; collecting that costs more than reading their heads again.
  let last: KnownHead | undefined;
  let lastId = 0;
  const headOf = (head: RequestHead): KnownHead => {
    if (last?.headers === head.headers) return last;
    const { key, ...attempt } = keyOf(head);
    lastId += 1;
    const same = sameHeads.of(key, () => ({ id: lastId, plans: new Map() }));
    last = { ...attempt, headers: head.headers, same };
    return last;
  };
  return {
    ...decoder,
    planRequest(head, maxBody) {
      const { plans } = headOf(head).same;
      const plan = plans.get(maxBody) ?? decoder.planRequest(head, maxBody);
      plans.set(maxBody, plan);
      return plan;
    },
    decodeRequest(request) {
      const { body } = request;
      if (body.bytes.length > LONGEST_BODY) return decoder.decodeRequest(request);
      const { invocationId, isFirst, same } = headOf(request);
      const sent = `${same.id} ${body.length} ${body.truncated} ${latin1(body.bytes)}`;
      const decoded = requests.of(sent, () => withoutInvocation(decoder, request));
      if (invocationId === undefined || !("call" in decoded)) return decoded;
      return { ...decoded, invocationId, ...(isFirst && { isFirstAttempt: true }) };
    },
  };
}

function withoutInvocation(decoder: Decoder, request: CapturedRequest): DecodedRequest | Undecoded {
  const decoded = decoder.decodeRequest(request);
  return "call" in decoded ? { call: decoded.call } : decoded;
}

function keyOf(head: RequestHead): Attempt & { readonly key: string } {
  const { connection, headers, host, httpVersion, method, target } = head;
  let key = `${httpVersion} ${connection.scheme} ${connection.authority} ${host} ${method} ${target}`;
  let invocationId: string | undefined;
  let isFirst = false;
  for (const [name, value] of headers) {
    if (CHANGING.has(name)) continue;
    if (name.length === ATTEMPT.length && name.toLowerCase() === ATTEMPT) isFirst = isFirstAttempt(value);
    else if (name.length === INVOCATION_ID.length && name.toLowerCase() === INVOCATION_ID) invocationId ??= value;
    else key += `\n${name}:${name.length === 13 && AUTHORIZATION.test(name) ? withoutSignature(value) : value}`;
  }
  return { key, invocationId, isFirst };
}

/** Nobody reads the signature of version 4; of the others all is kept. */
function withoutSignature(authorization: string): string {
  const at = authorization.startsWith("AWS4-") ? authorization.lastIndexOf("Signature=") : -1;
  return at < 0 || authorization.includes(",", at) ? authorization : authorization.slice(0, at);
}

const latin1 = (bytes: Uint8Array): string =>
  (Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).toString("latin1");

/** What was made lately, by what it was made from; the oldest is forgotten first. */
class Lately<T> {
  readonly #known = new Map<string, T>();
  readonly #longestKey: number;

  /** What has a longer key is made anew every time. */
  constructor(longestKey: number) {
    this.#longestKey = longestKey;
  }

  of(key: string, make: () => T): T {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = make();
    if (key.length > this.#longestKey) return made;
    this.#known.set(key, made);
    if (this.#known.size > REMEMBERED) this.#forgetOldest();
    return made;
  }

  #forgetOldest(): void {
    const oldest = this.#known.keys().next();
    if (oldest.done !== true) this.#known.delete(oldest.value);
  }
}
