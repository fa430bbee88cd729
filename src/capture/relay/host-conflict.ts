/** A request whose Host names another server than the one it goes to would be judged as another request than it is. */
import { formatAuthority, parseAuthority } from "../authority.ts";
import type { ConnectionFacts } from "../captured-exchange.ts";

const DEFAULT_PORTS = { http: 80, https: 443 } as const;

/** RFC 9112 3.2.2: in a request to a proxy the target's own authority counts. True where Host contradicts it. */
export function contradictsTarget({ approach, authority, scheme }: ConnectionFacts, host: string): boolean {
  if (approach !== "proxied" || host === "") return false;
  const named = parseAuthority(/:\d+$/.test(host) ? host : `${host}:${DEFAULT_PORTS[scheme]}`);
  return named === undefined || formatAuthority(named) !== authority;
}
