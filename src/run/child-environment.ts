/**
 * The environment that brings a wrapped program's AWS traffic to the proxy: every variable with its reader.
 * What the user set is merged, never lost. Must not read the process's own environment.
 */
import { basename } from "node:path";
import { bundleVariables, proxyVariables } from "./client-variables.ts";
import type { Environment } from "./environment.ts";
import { preloadOption, requireOption } from "./hook-option.ts";
import { type HookFacts, hookVariables } from "./hook-variables.ts";
import { javaToolOptions, withoutDirectLoopback } from "./java-options.ts";
import { childNoProxy, type DirectFacts } from "./no-proxy.ts";
import type { RunFiles } from "./run-files.ts";

export interface ChildFacts extends Omit<HookFacts, "liveFile" | "noticesFile" | "callers">, DirectFacts {
  readonly files: RunFiles;
  /** Absolute path of the compiled hook, inside the installed package. */
  readonly hook: string;
  readonly platform: NodeJS.Platform;
  /** The wrapped command as typed. */
  readonly command: string;
  /** A profile's `ca_bundle` beats REQUESTS_CA_BUNDLE. */
  readonly profileHasCaBundle: boolean;
  /** Directory below which lines are told that make requests; absent: none are. */
  readonly callersRoot?: string;
}

/** The user's environment with the table laid over it. */
export function childEnvironment(user: Environment, facts: ChildFacts): Environment {
  const { files } = facts;
  const host = "127.0.0.1";
  const proxy = `http://${host}:${facts.port}`;
  const java = user["JAVA_TOOL_OPTIONS"];
  const table: Environment = {
    ...proxyVariables({ proxy, noProxy: childNoProxy(user, facts.awsSuffixes, facts) }),
    ...bundleVariables(files.bundle),
    AWS_CA_BUNDLE: needsAwsCaBundle(user, facts) ? files.bundle : undefined,
    // ADD: Bun, and Node where a program lost the hook. With it Deno's node:https asks for a permission that programs seldom have;
    // where the user has set it all the same, it stands above DENO_CERT.
    NODE_EXTRA_CA_CERTS:
      basename(facts.command) === "deno" && !user["NODE_EXTRA_CA_CERTS"] ? undefined : files.extraCertificates,
    // ADD: Deno.
    DENO_CERT: files.extraCertificates,
    // Node and its workers; Deno reads the same. First, because the user's own preloads may make connections.
    NODE_OPTIONS: prepended(user["NODE_OPTIONS"], requireOption(facts.hook)),
    BUN_OPTIONS: prepended(user["BUN_OPTIONS"], preloadOption(facts.hook)),
    JAVA_TOOL_OPTIONS: javaToolOptions(
      facts.observesLoopback ? withoutDirectLoopback(java) : java,
      { host, port: facts.port },
      files.trustStore,
    ),
    // An empty first element stands for the distribution's own directory; without it PHP loses its extensions.
    PHP_INI_SCAN_DIR: `${user["PHP_INI_SCAN_DIR"] ?? ""}:${files.phpDirectory}`,
    // A `node` that puts the hook back where a script replaced NODE_OPTIONS, an `aws` that names the bundle to CRT transfers.
    PATH: user["PATH"] === undefined ? undefined : `${files.shimDirectory}:${user["PATH"]}`,
    ...hookVariables(user, {
      ...facts,
      liveFile: files.live,
      noticesFile: files.notices,
      ...(facts.callersRoot === undefined ? {} : { callers: { file: files.callers, root: facts.callersRoot } }),
    }),
  };
  return { ...user, ...Object.fromEntries(Object.entries(table).filter(([, value]) => value !== undefined)) };
}

/**
 * Both Go SDKs refuse to start with AWS_CA_BUNDLE and an HTTP client of the program's own, so it is set only where nothing else
 * works: the user or his profile has it, the command is `aws` (its CRT transfers read no other), or Go ignores SSL_CERT_FILE (macOS).
 * An `aws` inside a script has its shim.
 */
function needsAwsCaBundle(user: Environment, facts: ChildFacts): boolean {
  if ((user["AWS_CA_BUNDLE"] ?? "") !== "" || facts.profileHasCaBundle) return true;
  return basename(facts.command) === "aws" || facts.platform === "darwin";
}

function prepended(user: string | undefined, option: string | undefined): string | undefined {
  if (option === undefined) return undefined;
  if (user === undefined || user.trim() === "") return option;
  // A run inside a run: Node would load the same file once anyway.
  return user.includes(option) ? user : `${option} ${user}`;
}
