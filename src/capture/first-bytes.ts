/** Tells by its first bytes what a client speaks (D6). Judges the bytes only: what to do about them is decided elsewhere. */

export type FirstBytes =
  | "tls"
  /** HTTP/2 with prior knowledge (RFC 9113 3.3). */
  | "h2"
  | "connect"
  /** The line by which our preload names the origin of a plain-http connection that it led here. */
  | "hook-preface"
  | "http/1.1"
  | "other";

/** Longest method that we take for HTTP; the longest registered one has 17 letters. */
const LONGEST_METHOD = 32;

const OPENINGS = [
  ["PRI * HTTP/2.0", "h2"],
  ["IAMGEN/1 ", "hook-preface"],
  ["CONNECT ", "connect"],
] as const;

/** Undefined: these bytes could still become several things. */
export function firstBytes(bytes: Buffer): FirstBytes | undefined {
  if (bytes.length === 0) return undefined;
  // RFC 8446 5.1: a TLS connection opens with a handshake record.
  if (bytes[0] === 0x16) return "tls";
  const text = bytes.toString("latin1", 0, LONGEST_METHOD + 1);
  for (const [opening, kind] of OPENINGS) {
    if (text.startsWith(opening)) return kind;
    if (opening.startsWith(text)) return undefined;
  }
  if (/^[A-Za-z][A-Za-z_-]* /.test(text)) return "http/1.1";
  return /^[A-Za-z][A-Za-z_-]*$/.test(text) && text.length <= LONGEST_METHOD ? undefined : "other";
}
