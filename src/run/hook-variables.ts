/** The variables that `preload/register.cts` reads; that file and this one are changed together. */
import type { Environment } from "./environment.ts";

export interface HookFacts {
  /** Loopback port of the proxy. */
  readonly port: number;
  /** Process that owns the port: when it is gone, the hook connects directly. */
  readonly pid: number;
  /** Exists for as long as the run lives. */
  readonly liveFile: string;
  /** Takes what the hook notices, one JSON object a line: `{"code", "authority"?, "detail"?}`. */
  readonly noticesFile: string;
  /** The run's CA, PEM. Travels in the environment itself, because a permission model may close its file to the program. */
  readonly caPem: string;
  /** Where to tell which line of the project made a request, and the project's directory; absent: it is not asked for. */
  readonly callers?: { readonly file: string; readonly root: string };
  /** DNS suffixes of AWS, without a leading dot: their names on port 443 are redirected. */
  readonly awsSuffixes: readonly string[];
  /** Further `host:port` of TLS to redirect; the proxy must know the port of each by the name alone, for SNI has no port. */
  readonly tlsAuthorities: readonly string[];
}

const NAMES = [
  "IAMGEN_PROXY_PORT",
  "IAMGEN_PID",
  "IAMGEN_LIVE_FILE",
  "IAMGEN_NOTICES_FILE",
  "IAMGEN_CA",
  "IAMGEN_AWS_SUFFIXES",
  "IAMGEN_TLS_AUTHORITIES",
  "IAMGEN_HTTP_AUTHORITIES",
  "IAMGEN_CALLERS_FILE",
  "IAMGEN_CALLERS_ROOT",
] as const;
type HookVariables = { readonly [name in (typeof NAMES)[number]]?: string };

/** Those of an environment that the hook reads. */
export const hookVariablesIn = (environment: Environment): HookVariables =>
  Object.fromEntries(NAMES.flatMap((name) => (environment[name] === undefined ? [] : [[name, environment[name]]])));

/** Every variable of the hook. An inner run replaces all of an outer run's. */
export function hookVariables(user: Environment, facts: HookFacts): HookVariables {
  return {
    IAMGEN_PROXY_PORT: String(facts.port),
    IAMGEN_PID: String(facts.pid),
    IAMGEN_LIVE_FILE: facts.liveFile,
    IAMGEN_NOTICES_FILE: facts.noticesFile,
    // Base64 of the DER on one line: tools that print or parse environments stumble over line breaks.
    IAMGEN_CA: facts.caPem.replace(/-----[^-]+-----|\s/g, ""),
    IAMGEN_AWS_SUFFIXES: facts.awsSuffixes.join(","),
    IAMGEN_TLS_AUTHORITIES: facts.tlsAuthorities.join(","),
    IAMGEN_HTTP_AUTHORITIES: configuredHttpAuthorities(user).join(","),
    ...callersVariables(user, facts),
  };
}

/** Empty within a run that asked for them, so that its file gets none of this one's. */
function callersVariables(user: Environment, { callers }: HookFacts): HookVariables {
  if (callers === undefined && user["IAMGEN_CALLERS_FILE"] === undefined) return {};
  return { IAMGEN_CALLERS_FILE: callers?.file ?? "", IAMGEN_CALLERS_ROOT: callers?.root ?? "" };
}

/**
 * `host:port` of the plain-http endpoints that the environment configures for all clients or for one.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
export function configuredHttpAuthorities(user: Environment): readonly string[] {
  if (user["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"]?.toLowerCase() === "true") return [];
  const urls = Object.keys(user)
    .filter((name) => /^AWS_ENDPOINT_URL(?:_|$)/.test(name))
    .flatMap((name) => user[name] ?? [])
    .filter((value) => value.startsWith("http://") && URL.canParse(value))
    .map((value) => new URL(value));
  return [...new Set(urls.map((url) => `${url.hostname}:${url.port === "" ? "80" : url.port}`))];
}
