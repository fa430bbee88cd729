/**
 * After a final answer to `Expect: 100-continue` a client may leave the body out and send its next request instead
 * (RFC 9110 section 10.1.1), although the framing still promises a body. Only the next bytes tell.
 */

/** Methods of the APIs that are watched, followed by an origin-form target. */
const STARTS = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"].map((method) => Buffer.from(`${method} /`));

export type NextBytes = "request" | "body" | "undecided";

/** Whether these bytes begin a request; `undecided` while they may still become the beginning of one. */
export function nextBytes(bytes: Buffer): NextBytes {
  let verdict: NextBytes = "body";
  for (const start of STARTS) {
    const length = Math.min(start.length, bytes.length);
    if (bytes.compare(start, 0, length, 0, length) !== 0) continue;
    if (length === start.length) return "request";
    verdict = "undecided";
  }
  return verdict;
}
