/** Proxies and endpoints that the user has set, and what becomes of them around a wrapped program. */
import { configuredHttpAuthorities } from "../../run/hook-variables.ts";
import { noProxyEntries } from "../../run/no-proxy.ts";
import { PROXY_SCHEMES, userProxy } from "../../run/user-proxy.ts";
import { type Diagnosis, type Examined, note, ok, problem } from "./diagnosis.ts";

const PROXIES = ["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"];
const HOST = "sts.amazonaws.com";

export function examineNetwork({ environment }: Examined): readonly Diagnosis[] {
  const set = PROXIES.filter((name) => (environment[name] ?? "") !== "");
  const upstream = userProxy(environment)("https", HOST, 443);
  const proxied = upstream === undefined ? "directly" : `through ${upstream.host}`;
  return [
    ...set.map((name) => proxyVerdict(name, environment[name] ?? "")),
    ok(`iamgen reaches AWS ${proxied}`),
    ...bypassVerdict(environment, upstream),
    ...configuredHttpAuthorities(environment).map((authority) =>
      ok(`calls to ${authority}, a configured endpoint, are seen`),
    ),
  ];
}

/** Without its credentials. */
function proxyVerdict(name: string, value: string): Diagnosis {
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined) return problem(`${name} is no URL`, `for example ${name}=http://proxy.example:3128`);
  if (PROXY_SCHEMES.includes(url.protocol)) return ok(`${name}: ${url.host} stays the way out`);
  const scheme = url.protocol.slice(0, -1);
  return problem(`${name} names a ${scheme} proxy, which iamgen cannot use`, "name one of HTTP, or socks5h://");
}

/** An entry that covers AWS does not keep a wrapped program from iamgen. */
function bypassVerdict(environment: Examined["environment"], upstream: URL | undefined): readonly Diagnosis[] {
  const entries = noProxyEntries(environment["no_proxy"] ?? environment["NO_PROXY"]);
  const isProxied = PROXIES.some((name) => (environment[name] ?? "") !== "");
  if (entries.length === 0 || !isProxied || upstream !== undefined) return [];
  return [note("NO_PROXY covers AWS: calls still pass iamgen, which then goes on directly, as the program would")];
}
