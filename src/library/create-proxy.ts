/** A running proxy with all that brings programs to it: what `iamgen run` and `listen` are made of, for programs that embed us. */
import { chmodSync } from "node:fs";
import { basename, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { defaultRoots } from "../capture/tls/default-roots.ts";
import {
  awsDnsSuffixes,
  type EnforcedPolicy,
  type Observation,
  type Recording,
  type SigningSettings,
  startObserving,
} from "../pipeline.ts";
import { usesIpv6Metadata } from "../run/aws-profile.ts";
import { childEnvironment } from "../run/child-environment.ts";
import { csmVariables } from "../run/csm-variables.ts";
import { authorityOf, type ElsewhereFacts, elsewhereVariables, newToken } from "../run/elsewhere-variables.ts";
import { type EndpointSettings, readEndpointSettings } from "../run/endpoint-settings.ts";
import type { Environment } from "../run/environment.ts";
import { readHookCallers } from "../run/hook-callers.ts";
import { readHookNotices } from "../run/hook-notices.ts";
import { isOnLoopback } from "../run/no-proxy.ts";
import type { WrittenRun } from "../run/run-files.ts";
import { newRunId } from "../run/run-id.ts";
import { cacheDirectory } from "../run/user-directories.ts";
import { userHome } from "../run/user-home.ts";
import { userProxy } from "../run/user-proxy.ts";
import { readUserTrust, type UserTrust } from "../run/user-trust.ts";
import { csmSettings } from "./csm-settings.ts";
import { placeFiles } from "./place-files.ts";
import { VERSION } from "./version.ts";

export interface ProxyOptions {
  /** The variables that programs would have without us, such as `process.env`: proxies and certificates in them are heeded. */
  readonly environment: Environment;
  /** The program to be watched, as typed; its name alone is recorded. Absent: any. */
  readonly command?: string;
  /** On 127.0.0.1; absent: a free one. */
  readonly port?: number;
  /** An address of this machine where programs are served that show a token, the same port on it: containers, other machines. */
  readonly bind?: string;
  /** Turn away other users of the machine, where the system tells whose a connection is. Absent: yes. */
  readonly ownUserOnly?: boolean;
  /** Further `HOST[:PORT]` whose requests are read. */
  readonly intercept?: readonly string[];
  /** The authority that signs for AWS's names, PEM; absent: a new one, whose key is never written. */
  readonly keptAuthority?: { readonly certificatePem: string; readonly keyPem: string };
  /** Bytes of a request body that are looked at; absent: 16 MiB. */
  readonly maxBody?: number;
  /** Record every attempt, not only distinct calls. */
  readonly timeline?: boolean;
  /** Programs in Node tell which line below this directory made each call; absent: none. It costs them some time. */
  readonly callersRoot?: string;
  /** Listen for client-side monitoring as well, on this port of 127.0.0.1; 0: a free one. */
  readonly csm?: number;
  /** A stand-in that gets the requests instead of AWS, unchanged. */
  readonly forwardTo?: URL;
  /** PEM; the certificate of an https stand-in. */
  readonly forwardCa?: string;
  /** A policy that calls are held to. */
  readonly enforce?: EnforcedPolicy;
  /** Requests that were signed with the given keys go on signed with the real ones. */
  readonly signing?: SigningSettings;
  /** Takes each line of the recording when it is known, newline included; what it throws costs the line, not the run. */
  readonly write?: (line: string) => void;
}

export interface RunningProxy {
  readonly port: number;
  /** The certificate authority of this proxy, which lives as long. */
  readonly caPem: string;
  /** For a child process: `environment` with ours laid over it. */
  readonly environment: Environment;
  /** Of these, what differs from `environment`. */
  readonly changedVariables: { readonly [name: string]: string };
  /** With `bind`, for programs there. */
  readonly elsewhere?: Elsewhere;
  /** Calls, operations and denied calls so far. */
  progress: Observation["progress"];
  /** Takes everything down; the exit code goes into the recording. */
  stop(exitCode?: number): Promise<Recording>;
}

export interface Elsewhere {
  /** `address:port`. */
  readonly authority: string;
  /** They hold the token: whoever knows them can use the proxy. */
  readonly variables: { readonly [name: string]: string };
  /** What is in it, all public, has to be at the same place there. */
  readonly certificates: string;
}

/** Of a request body, larger ones are read from their head only. */
const DEFAULT_MAX_BODY = 16 * 1024 ** 2;

const HOOK = fileURLToPath(new URL("../preload/register.cjs", import.meta.url));

/** Throws a `SetupError` where the machine refuses; nothing is left behind then. */
export async function createProxy(options: ProxyOptions): Promise<RunningProxy> {
  const { environment } = options;
  const now = new Date();
  const home = userHome();
  const trust = readUserTrust(environment, home);
  const endpoints = readEndpointSettings(environment, home);
  const token = newToken();
  const observation = await observe(options, { trust, endpoints, token });
  try {
    const written = placeFiles({
      cacheDirectory: cacheDirectory({ env: environment, platform: process.platform, home }),
      runId: newRunId(now),
      now,
      caPem: observation.caPem,
      trust,
      defaultRoots,
      hook: HOOK,
      env: environment,
    });
    return proxyOf({ options, observation, written, trust, endpoints, token });
  } catch (error) {
    await observation.finish(0);
    throw error;
  }
}

interface UserSettings {
  readonly trust: UserTrust;
  readonly endpoints: EndpointSettings;
}

interface Beginning extends UserSettings {
  /** For clients that come by `ProxyOptions.bind`. */
  readonly token: string;
}

function observe(options: ProxyOptions, { trust, endpoints, token }: Beginning): Promise<Observation> {
  const { forwardTo, forwardCa, enforce, keptAuthority, csm, environment } = options;
  return startObserving({
    port: options.port ?? 0,
    ...(options.bind === undefined ? {} : { elsewhere: { address: options.bind, token } }),
    ownUserOnly: options.ownUserOnly ?? true,
    intercept: options.intercept ?? [],
    endpoints,
    ...(csm === undefined ? {} : { csm: csmSettings(environment, csm) }),
    ...(keptAuthority === undefined ? {} : { keptAuthority }),
    maxBody: options.maxBody ?? DEFAULT_MAX_BODY,
    timeline: options.timeline ?? false,
    callers: options.callersRoot !== undefined,
    program: basename(options.command ?? "program"),
    version: VERSION,
    upstream: {
      proxyFor: userProxy(options.environment),
      ...(trust.systemRoots === undefined ? {} : { trustedRoots: trust.systemRoots }),
      extraRoots: trust.ownRoots,
      ...(forwardTo === undefined ? {} : { forwardTo }),
      ...(forwardCa === undefined ? {} : { forwardCa }),
    },
    ...(enforce === undefined ? {} : { enforce }),
    ...(options.signing === undefined ? {} : { signing: options.signing }),
    write: options.write ?? (() => undefined),
  });
}

interface Started extends Beginning {
  readonly options: ProxyOptions;
  readonly observation: Observation;
  readonly written: WrittenRun;
}

function proxyOf({ options, observation, written, trust, endpoints, token }: Started): RunningProxy {
  const { environment: user, intercept = [], command = "program", callersRoot } = options;
  const moved = endpoints.moveTo(observation.endpointPorts, dirname(written.files.live));
  const forChild = childEnvironment(user, {
    port: observation.port,
    pid: process.pid,
    caPem: observation.caPem,
    awsSuffixes: awsDnsSuffixes,
    // A redirected TLS connection tells its host by SNI and no port: the hook leads 443 only, CONNECT serves the others.
    tlsAuthorities: intercept
      .map((name) => name.replace(/:443$/, ""))
      .filter(hasNoPort)
      .map(withHttpsPort),
    files: written.files,
    hook: HOOK,
    platform: process.platform,
    command,
    observesLoopback: intercept.some(isOnLoopback),
    usesIpv6Metadata: usesIpv6Metadata(user, userHome()),
    profileHasCaBundle: trust.profileHasCaBundle,
    ...(callersRoot === undefined ? {} : { callersRoot }),
  });
  written.keepHookVariables(forChild);
  const { csmPort, port } = observation;
  const needsAwsCaBundle = forChild["AWS_CA_BUNDLE"] === written.files.bundle;
  const environment = { ...forChild, ...moved.variables, ...(csmPort && csmVariables(csmPort)) };
  return {
    port,
    ...(options.bind && {
      elsewhere: elsewhere({ address: options.bind, port, token, files: written.files, needsAwsCaBundle }),
    }),
    caPem: observation.caPem,
    environment,
    changedVariables: changes(user, environment),
    progress: () => observation.progress(),
    stop(exitCode = 0) {
      for (const notice of readHookNotices(written.files.notices)) observation.notice(notice);
      for (const site of readHookCallers(written.files.callers)) observation.caller(site);
      const changed = moved.end();
      if (changed !== undefined) observation.notice({ code: "config-changed", detail: changed });
      written.end();
      return observation.finish(exitCode);
    },
  };
}

function elsewhere(facts: Omit<ElsewhereFacts, "awsSuffixes">): Elsewhere {
  const certificates = dirname(facts.files.bundle);
  // Mounted somewhere, it is read by users that are nobody here; on this machine, a directory above stays closed to others.
  chmodSync(certificates, 0o755);
  const variables = elsewhereVariables({ ...facts, awsSuffixes: awsDnsSuffixes });
  return { authority: authorityOf(facts), variables, certificates };
}

const hasNoPort = (name: string): boolean => !/:\d+$/.test(name);
const withHttpsPort = (hostname: string): string => `${hostname}:443`;

function changes(user: Environment, ours: Environment): { readonly [name: string]: string } {
  const changed: Record<string, string> = {};
  for (const [name, value] of Object.entries(ours)) {
    if (value !== undefined && value !== user[name]) changed[name] = value;
  }
  return changed;
}
