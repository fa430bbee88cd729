/** A request whose Host names another server than the one it goes to would be judged as another request than it is. */
import { formatAuthority, parseAuthority } from "../authority.ts";
import type { ConnectionFacts } from "../captured-exchange.ts";

const DEFAULT_PORTS = { http: 80, https: 443 } as const;

/** RFC 9112 3.2.2: in a request to a proxy the target's own authority counts. True where Host contradicts it. */
export function contradictsTarget({ approach, authority, scheme }: ConnectionFacts, host: string): boolean {
  if (approach !== "proxied" || host === "") return false;
  const named = normalAuthority(host, scheme);
  return named === undefined || named !== authority;
}

/** As much of a request as names its server. */
export interface NamedServers {
  /** The values of all Host fields; HTTP/2: `:authority` among them. */
  readonly hosts: readonly string[];
  /** As in the request line. */
  readonly target: string;
  /** Of the connection: which port is meant where none is named. */
  readonly scheme: keyof typeof DEFAULT_PORTS;
}

const ABSOLUTE = /^https?:\/\/(?:[^/?#]*@)?([^/?#]*)/i;

/**
 * True where servers would not agree on whom the request is for: several Host fields (RFC 9112 3.2), `:authority` beside another Host
 * (RFC 9113 8.3.1), a target in absolute-form beside another Host, which it overrides (RFC 9112 3.2.2).
 */
export function namesSeveralServers({ hosts, scheme, target }: NamedServers): boolean {
  const authority = ABSOLUTE.exec(target)?.[1];
  const named = authority === undefined ? hosts : [...hosts, authority];
  return new Set(named.map((one) => normalAuthority(one, scheme) ?? one)).size > 1;
}

function normalAuthority(text: string, scheme: keyof typeof DEFAULT_PORTS): string | undefined {
  const parsed = parseAuthority(/:\d+$/.test(text) ? text : `${text}:${DEFAULT_PORTS[scheme]}`);
  return parsed === undefined ? undefined : formatAuthority(parsed);
}
