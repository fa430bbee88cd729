/**
 * Endpoints that the user's environment and configuration file name, and the same settings with ports of ours in place of
 * those on this machine, which no proxy variable would bring to us.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
import type { Environment } from "./environment.ts";

export interface ConfiguredEndpoints {
  /** `hostname:port` of each on this machine. */
  readonly onThisMachine: readonly string[];
  /** Of each elsewhere that speaks plain http. A certificate of ours for a name of the user's own is for him to ask for. */
  readonly elsewhere: readonly string[];
}

const VARIABLE = /^AWS_ENDPOINT_URL(?:_|$)/;
const URL_FORM = /^(https?:\/\/)([^/?#@\s]+)(.*)$/i;
/** In a profile, or indented below an API's name in a `services` section. */
const SETTING = /^(\s*endpoint_url\s*=\s*)(\S+)/gm;
const DEFAULT_PORTS: Readonly<Record<string, string>> = { "http://": "80", "https://": "443" };

/** Names that AWS's own tools and those of its stand-ins use for this machine, beside RFC 6761's. */
const THIS_MACHINE = /^(?:localhost|.+\.localhost|localhost\.localstack\.cloud|.+\.localhost\.localstack\.cloud)$/;
const ADDRESS_OF_THIS_MACHINE = /^(?:127(?:\.\d+){3}|0\.0\.0\.0|\[::1\]|\[::\])$/;

interface EndpointUrl {
  readonly scheme: string;
  readonly hostname: string;
  readonly port: string;
  readonly rest: string;
}

/** `config` is the text of the configuration file, empty where there is none. */
export function configuredEndpoints(user: Environment, config: string): ConfiguredEndpoints {
  const urls = [...variables(user).map(([, value]) => value), ...settings(config)].flatMap(
    (text) => parsed(text) ?? [],
  );
  if (isIgnored(user)) return { onThisMachine: [], elsewhere: [] };
  const plain = urls.filter((url) => !isOnThisMachine(url) && url.scheme.toLowerCase() === "http://");
  return {
    onThisMachine: [...new Set(urls.filter(isOnThisMachine).map(authorityOf))],
    elsewhere: [...new Set(plain.map(authorityOf))],
  };
}

/** Those variables whose endpoint has a port of ours, with that. */
export function endpointVariables(user: Environment, ports: ReadonlyMap<string, number>): Record<string, string> {
  const moved = variables(user).map(([name, value]) => [name, movedUrl(value, ports)] as const);
  return isIgnored(user) ? {} : Object.fromEntries(moved.filter(([name, value]) => value !== user[name]));
}

/** The configuration file with those ports in it, all else as it is; undefined where it names none of them. */
export function endpointConfig(config: string, ports: ReadonlyMap<string, number>): string | undefined {
  const moved = config.replace(SETTING, (_, before: string, url: string) => `${before}${movedUrl(url, ports)}`);
  return moved === config ? undefined : moved;
}

const isIgnored = (user: Environment): boolean => user["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"]?.toLowerCase() === "true";

const variables = (user: Environment): (readonly [string, string])[] =>
  Object.entries(user).flatMap(([name, value = ""]) => (VARIABLE.test(name) ? [[name, value] as const] : []));

const settings = (config: string): string[] => [...config.matchAll(SETTING)].map(([, , url = ""]) => url);

function parsed(text: string): EndpointUrl | undefined {
  const [, scheme = "", authority = "", rest = ""] = URL_FORM.exec(text.trim()) ?? [];
  const [, hostname = "", port] = /^(\[[^\]]+\]|[^:]+)(?::(\d+))?$/.exec(authority.toLowerCase()) ?? [];
  if (hostname === "" || !URL.canParse(text.trim())) return undefined;
  return { scheme, hostname, port: port ?? DEFAULT_PORTS[scheme.toLowerCase()] ?? "", rest };
}

const authorityOf = ({ hostname, port }: EndpointUrl): string => `${dialled(hostname)}:${port}`;

/** Unspecified addresses lead to this machine; loopback ones are what a listener of ours can be reached by. */
const dialled = (hostname: string): string =>
  hostname.replace(/^0\.0\.0\.0$/, "127.0.0.1").replace(/^\[::\]$/, "[::1]");

const isOnThisMachine = ({ hostname }: EndpointUrl): boolean =>
  THIS_MACHINE.test(hostname) || ADDRESS_OF_THIS_MACHINE.test(hostname);

/** Names stay, because clients put bucket names in front of them; of addresses we have one. */
function movedUrl(text: string, ports: ReadonlyMap<string, number>): string {
  const url = parsed(text);
  const port = url === undefined || !isOnThisMachine(url) ? undefined : ports.get(authorityOf(url));
  if (url === undefined || port === undefined) return text;
  const host = ADDRESS_OF_THIS_MACHINE.test(url.hostname) ? "127.0.0.1" : url.hostname;
  return `${url.scheme}${host}:${port}${url.rest}`;
}
