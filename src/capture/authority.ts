/** Reads and writes `hostname:port` (RFC 9110 4.2, RFC 9112 3.2.3); IPv6 literals stand in brackets. */
import { BlockList, isIP } from "node:net";

export interface Authority {
  /** Without brackets; lower case. */
  readonly hostname: string;
  readonly port: number;
}

// Letters, digits, `-`, `.` and, because buckets and containers have it in their names, `_`.
const REGISTERED_NAME = /^[a-z0-9_](?:[a-z0-9._-]{0,251}[a-z0-9_])?$/;

/** Undefined where the text is no `hostname:port`. */
export function parseAuthority(text: string): Authority | undefined {
  const match = /^(?:\[([0-9A-Fa-f:.]+)\]|([^:[\]\s]+)):(\d{1,5})$/.exec(text);
  const hostname = normalHostname(match?.[1] ?? match?.[2] ?? "");
  const port = Number(match?.[3]);
  if (hostname === undefined || !(port >= 1 && port <= 65535)) return undefined;
  return { hostname, port };
}

/** Lower case, without the root dot; undefined where it is neither a name nor an address. */
export function normalHostname(text: string): string | undefined {
  const hostname = text.toLowerCase().replace(/\.$/, "");
  return isIP(hostname) !== 0 || REGISTERED_NAME.test(hostname) ? hostname : undefined;
}

export function formatAuthority({ hostname, port }: Authority): string {
  return isIP(hostname) === 6 ? `[${hostname}]:${port}` : `${hostname}:${port}`;
}

const DEFAULT_PORTS: { readonly [protocol: string]: number } = {
  "https:": 443,
  "socks:": 1080,
  "socks5:": 1080,
  "socks5h:": 1080,
};

/** The authority that a URL names, with the default port of its scheme. */
export function authorityOf(url: URL): Authority {
  const hostname = url.hostname.replace(/^\[|\]$/g, "");
  const fallback = DEFAULT_PORTS[url.protocol] ?? 80;
  return { hostname, port: url.port === "" ? fallback : Number(url.port) };
}

const NUMBERS = /^(?:0x[0-9a-f]*|\d+)(?:\.(?:0x[0-9a-f]*|\d+)){0,3}$/i;

/**
 * The address that the text is, zone left out; undefined for a name. `127.1`, `0x7f000001` and `017700000001` are addresses to
 * inet_aton(3), and so to whoever dials them, though Node calls them none; URLs are read like that, too (WHATWG, "IPv4 parser").
 */
function addressOf(hostname: string): string | undefined {
  const plain = hostname.replace(/%.*$/, "");
  if (isIP(plain) !== 0) return plain;
  if (!NUMBERS.test(plain) || !URL.canParse(`http://${plain}/`)) return undefined;
  return new URL(`http://${plain}/`).hostname;
}

/** True for an address in any spelling that is on the list, IPv4 within IPv6 included; false for a name. */
export function isListed(list: BlockList, hostname: string): boolean {
  const address = addressOf(hostname);
  return address !== undefined && list.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

/** RFC 1122 3.2.1.3, RFC 4291 2.5.2 and 2.5.3; IPv4 within IPv6 counts. Who dials the unspecified address is led to loopback. */
const LOOPBACK_ADDRESSES = new BlockList();
LOOPBACK_ADDRESSES.addSubnet("127.0.0.0", 8, "ipv4");
LOOPBACK_ADDRESSES.addAddress("0.0.0.0", "ipv4");
LOOPBACK_ADDRESSES.addAddress("::1", "ipv6");
LOOPBACK_ADDRESSES.addAddress("::", "ipv6");

/** Names (RFC 6761 6.3) and addresses that always lead back to this machine, in any spelling. */
export function isLoopback(hostname: string): boolean {
  return isListed(LOOPBACK_ADDRESSES, hostname) || /^(?:.+\.)?localhost$/i.test(hostname);
}
