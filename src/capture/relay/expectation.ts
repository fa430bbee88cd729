/**
 * Requests whose body waits for 100 Continue (RFC 9110 10.1.1). Node's server would close their connections behind the answer,
 * without a word, unless it had written the 100 itself; a client that takes one of them for its next call would lose that call.
 */
import type { IncomingMessage, ServerResponse } from "node:http";

/** Node's own notes on a response; it has no other way to tell it that the upstream's 100 was passed on. */
const HAS_CONTINUED = "_sent100";
const IS_AWAITED = "_expect_continue";

/** True where the client has had its 100. */
export const hasContinued = (response: ServerResponse): boolean => Reflect.get(response, HAS_CONTINUED) === true;

/** The upstream's 100 is on its way to the client. */
export function noteContinued(response: ServerResponse): void {
  Reflect.set(response, HAS_CONTINUED, true);
}

/**
 * To be asked when the final answer is there, before its head is written. True where the client may still be waiting: nobody
 * could tell whether its body comes next or its next request, so the connection has to end behind the answer, and say so.
 */
export function isStillWaiting(request: IncomingMessage, response: ServerResponse): boolean {
  const waits = Reflect.get(response, IS_AWAITED) === true && !hasContinued(response);
  if (waits && !request.complete && !request.readableDidRead) return true;
  Reflect.set(response, IS_AWAITED, false);
  return false;
}
