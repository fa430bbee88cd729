/** The proxy that the user had set before we put ours in front: where our own upstream connections go. */
import type { Environment } from "./environment.ts";
import { noProxyEntries } from "./no-proxy.ts";

/** What we can speak to; other proxies are for the programs that can. */
export const PROXY_SCHEMES: readonly string[] = ["http:", "https:", "socks5h:", "socks5:", "socks:"];

/** Undefined: connect directly. */
export type ProxyFor = (scheme: "http" | "https", hostname: string, port: number) => URL | undefined;

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|::1)$/;

/**
 * Reads the original variables as curl and Go do: lower case first, `ALL_PROXY` last, a value without a scheme means `http://`.
 * https://curl.se/docs/manpage.html#ENVIRONMENT, https://pkg.go.dev/golang.org/x/net/http/httpproxy
 */
export function userProxy(user: Environment): ProxyFor {
  const first = (...names: string[]): string | undefined => names.map((name) => user[name]).find((value) => value);
  const fallback = first("all_proxy", "ALL_PROXY");
  const urls = {
    http: proxyUrl(first("http_proxy", "HTTP_PROXY") ?? fallback),
    https: proxyUrl(first("https_proxy", "HTTPS_PROXY") ?? fallback),
  };
  const direct = noProxyEntries(first("no_proxy", "NO_PROXY"));
  return (scheme, hostname, port) => {
    const name = hostname.toLowerCase().replace(/^\[|\]$|\.$/g, "");
    if (LOOPBACK.test(name) || direct.some((entry) => covers(entry.toLowerCase(), name, port))) return undefined;
    return urls[scheme];
  };
}

function proxyUrl(value: string | undefined): URL | undefined {
  if (value === undefined) return undefined;
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && PROXY_SCHEMES.includes(url.protocol) ? url : undefined;
}

/** One NO_PROXY entry: `*`, a name with or without a leading dot (both cover subdomains), an address, a network, each with or without a port. */
function covers(entry: string, hostname: string, port: number): boolean {
  if (entry === "*") return true;
  if (entry.includes("/")) return isInNetwork(entry, hostname);
  const match = /^\[?(.*?)\]?(?::(\d+))?$/.exec(isBareIPv6(entry) ? `[${entry}]` : entry);
  const name = match?.[1]?.replace(/^\*?\./, "");
  if (name === undefined || name === "" || (match?.[2] !== undefined && Number(match[2]) !== port)) return false;
  return hostname === name || hostname.endsWith(`.${name}`);
}

function isBareIPv6(entry: string): boolean {
  return !entry.startsWith("[") && entry.split(":").length > 2;
}

/** IPv4 alone: AWS hosts come as names, and the entry of a network matters only to addresses that a program dials itself. */
function isInNetwork(entry: string, hostname: string): boolean {
  const [network, bits] = entry.split("/");
  const [left, right] = [ipv4(network ?? ""), ipv4(hostname)];
  if (left === undefined || right === undefined) return false;
  const size = 2 ** (32 - Number(bits));
  return Math.floor(left / size) === Math.floor(right / size);
}

function ipv4(text: string): number | undefined {
  const bytes = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1).map(Number);
  return bytes?.reduce((all, byte) => all * 256 + byte, 0);
}
