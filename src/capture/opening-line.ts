/** The two openings that name a target in plain text: a CONNECT request, and the preface of our own preload. */
import { type Authority, parseAuthority } from "./authority.ts";

export interface Opening {
  /** Undefined where the opening is malformed. */
  readonly target: Authority | undefined;
  /** How many bytes the opening takes; what follows belongs to the target. */
  readonly length: number;
}

/** More than any client sends with CONNECT (proxy credentials included). */
const LONGEST_CONNECT_HEAD = 64 * 1024;

const LONGEST_PREFACE = 300;

/** A CONNECT request (RFC 9110 9.3.6). Undefined: incomplete. */
export function connectOpening(bytes: Buffer): Opening | undefined {
  const end = bytes.indexOf("\r\n\r\n");
  if (end < 0) return bytes.length > LONGEST_CONNECT_HEAD ? { target: undefined, length: bytes.length } : undefined;
  const head = bytes.toString("latin1", 0, end);
  const target = /^CONNECT (\S+) HTTP\/1\.[01](?:\r\n|$)/.exec(head)?.[1];
  return { target: target === undefined ? undefined : parseAuthority(target), length: end + 4 };
}

/** `IAMGEN/1 hostname:port` and a line end, sent by the preload ahead of the client's own bytes; nothing answers it. */
export function prefaceOpening(bytes: Buffer): Opening | undefined {
  const end = bytes.indexOf("\r\n");
  if (end < 0) return bytes.length > LONGEST_PREFACE ? { target: undefined, length: bytes.length } : undefined;
  const target = /^IAMGEN\/1 (\S+)$/.exec(bytes.toString("latin1", 0, end))?.[1];
  return { target: target === undefined ? undefined : parseAuthority(target), length: end + 2 };
}
