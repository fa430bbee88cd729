/**
 * A request through a proxy without CONNECT (RFC 9112 3.2.2): its head is turned into the one that the server itself is sent.
 * One request a connection, because the next one may be for another host: both sides are told so by `Connection: close`.
 */
import { type Authority, parseAuthority } from "./authority.ts";

interface ProxiedRequest {
  /** Older axios (1.7 among them) asks so for https, too, and leaves the TLS to the proxy. */
  readonly scheme: "http" | "https";
  readonly target: Authority;
  /** Of the head as it came. */
  readonly length: number;
  /** In origin-form (RFC 9112 3.2.1), without what was meant for a proxy. */
  readonly head: Buffer;
}

type Verdict = ProxiedRequest | "not-proxied";

const DEFAULT_PORTS = { http: 80, https: 443 } as const;
const LONGEST_HEAD = 64 * 1024;
const REQUEST_LINE = /^(\S+) (https?):\/\/(?:[^/?#@\s]*@)?([^/?#\s]+)([^#\s]*)\S* (HTTP\/1\.[01])$/i;
/** RFC 9112 5.2: a field may go on in lines that begin with a blank. */
const FIELD_END = /\r\n(?![ \t])/;
/** RFC 9110 11.7.2, RFC 9112 C.2.2: for the first proxy alone. */
const FOR_PROXIES = /^proxy-(?:connection|authorization):/i;
/** RFC 9110 7.6.1: a connection that is to become another protocol stays as it is. */
const UPGRADES = /^connection:(?:.|\r\n[ \t])*\bupgrade\b/im;

/** Undefined: the head is not complete. */
export function proxiedRequest(bytes: Buffer): Verdict | undefined {
  const lineEnd = bytes.indexOf("\r\n");
  const requestLine = REQUEST_LINE.exec(bytes.toString("latin1", 0, lineEnd));
  const [, method, schemeText, authority = "", path = "", version] = requestLine ?? [];
  const scheme = schemeText?.toLowerCase() === "https" ? "https" : "http";
  const target = parseAuthority(/:\d+$/.test(authority) ? authority : `${authority}:${DEFAULT_PORTS[scheme]}`);
  const end = bytes.indexOf("\r\n\r\n");
  const soFar = end < 0 ? bytes : bytes.subarray(0, end);
  if (lineEnd < 0) return bytes.includes("\n") || bytes.length > LONGEST_HEAD ? "not-proxied" : undefined;
  if (target === undefined || soFar.includes("\n\n")) return "not-proxied";
  if (end < 0) return bytes.length > LONGEST_HEAD ? "not-proxied" : undefined;
  const fields = bytes.toString("latin1", lineEnd, end).split(FIELD_END).slice(1);
  const kept = fields.filter((field) => !FOR_PROXIES.test(field));
  const lines = [
    `${method} ${path.startsWith("/") ? "" : "/"}${path} ${version}`,
    ...(kept.some((field) => /^host:/i.test(field)) ? [] : [`Host: ${authority}`]),
    ...(UPGRADES.test(kept.join("\n")) ? kept : closing(kept)),
  ];
  return { scheme, target, length: end + 4, head: Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1") };
}

const closing = (fields: readonly string[]): string[] => [
  ...fields.filter((field) => !/^(?:connection|keep-alive):/i.test(field)),
  "Connection: close",
];
