/**
 * Remembers what requests were decoded to, so that a program that makes the same call again pays for reading it once. Decoding
 * sees nothing but the request, so equal requests are equal calls; what changes with every attempt and is never read is left out.
 */
import type { CapturedRequest, RequestHead } from "../capture/captured-exchange.ts";
import type { DecodedRequest, Undecoded } from "./api-call.ts";
import type { Decoder } from "./decoder.ts";
import { type Attempt, KnownHeads } from "./known-heads.ts";

/** Heads, and bodies of all of them; together at most some megabytes. */
const REMEMBERED = 512;
const LONGEST_BODY = 4096;

/** What is known of all requests whose heads are equal. */
interface SameHead {
  /** By the limit that was asked with. */
  readonly plans: Map<number, number>;
  /** By the whole body, one character a byte. */
  readonly requests: Map<string, DecodedRequest | Undecoded>;
}

interface Head extends Attempt {
  readonly value: SameHead;
}

/** The same decoder, faster for what it has seen lately. */
export function rememberRequests(decoder: Decoder): Decoder {
  const heads = new KnownHeads<SameHead>(REMEMBERED);
  let remembered = 0;
  // A head is planned and then decoded, mostly with none between, and its fields are the same object both times. A map of weak
  // references would find the others, too; collecting that costs more than reading their heads again.
  let last: Head | undefined;
  let lastFields: RequestHead["headers"] | undefined;
  const headOf = (head: RequestHead): Head => {
    if (last !== undefined && lastFields === head.headers) return last;
    last = heads.of(head, unread);
    lastFields = head.headers;
    return last;
  };
  const remember = ({ requests }: SameHead, body: string, decoded: DecodedRequest | Undecoded): void => {
    if (remembered === REMEMBERED) {
      heads.forget();
      last = undefined;
      remembered = 0;
    }
    remembered += 1;
    requests.set(body, decoded);
  };
  return {
    ...decoder,
    planRequest(head, maxBody) {
      const { plans } = headOf(head).value;
      const plan = plans.get(maxBody) ?? decoder.planRequest(head, maxBody);
      plans.set(maxBody, plan);
      return plan;
    },
    decodeRequest(request) {
      const { bytes, truncated } = request.body;
      if (bytes.length > LONGEST_BODY || truncated) return decoder.decodeRequest(request);
      const { invocationId, isFirst, value } = headOf(request);
      const body = latin1(bytes);
      const known = value.requests.get(body);
      const decoded = known ?? withoutAttempt(decoder, request);
      if (known === undefined) remember(value, body, decoded);
      if (invocationId === undefined || !("call" in decoded)) return decoded;
      const { call } = decoded;
      return isFirst ? { call, invocationId, isFirstAttempt: true } : { call, invocationId };
    },
  };
}

const unread = (): SameHead => ({ plans: new Map(), requests: new Map() });

function withoutAttempt(decoder: Decoder, request: CapturedRequest): DecodedRequest | Undecoded {
  const decoded = decoder.decodeRequest(request);
  return "call" in decoded ? { call: decoded.call } : decoded;
}

function latin1(bytes: Uint8Array): string {
  if (bytes.length === 0) return "";
  const buffer = bytes instanceof Buffer ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return buffer.toString("latin1");
}
