/**
 * The files that a run's environment names. All are public: the CA's key is never in a file.
 * Daemons started by the run go on using them, so its end deletes nothing but what says that it lives.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { SetupError } from "../errors.ts";
import { awsShim } from "./aws-shim.ts";
import type { Environment } from "./environment.ts";
import { deleteExpiredRuns } from "./expired-runs.ts";
import { hookVariablesIn } from "./hook-variables.ts";
import { TRUST_STORE_PASSWORD } from "./java-options.ts";
import { javaRoots } from "./java-roots.ts";
import { javaTrustStore } from "./java-trust-store.ts";
import { nodeShim } from "./node-shim.ts";
import { ForeignDirectory, ownDirectory } from "./own-directory.ts";
import { bundleOf, derOf } from "./pem.ts";
import { programPath } from "./program-path.ts";
import { shareFile } from "./shared-file.ts";
import { SHIM_DIRECTORY, shellWord, shimText } from "./shim.ts";
import type { UserTrust } from "./user-trust.ts";

export interface RunFiles {
  /** The run's CA alone, PEM. */
  readonly caCertificate: string;
  /** The CA, behind what the user's own ADD-type variables pointed at. */
  readonly extraCertificates: string;
  /** System roots, the user's own roots, the CA. */
  readonly bundle: string;
  /** The same for Java; undefined where the user's own store cannot be read. */
  readonly trustStore: string | undefined;
  readonly phpDirectory: string;
  readonly shimDirectory: string;
  /** For the shims: what tells the hook of this run, as a shell sets it. */
  readonly hookVariables: string;
  /** Exists for as long as the run lives. */
  readonly live: string;
  /** What the Node hook notices; made by the first hook that does. */
  readonly notices: string;
  /** Which line made which request; made by the first hook that is asked to tell. */
  readonly callers: string;
}

export interface RunFilesRequest {
  /** Of this user; made if missing. */
  readonly cacheDirectory: string;
  readonly runId: string;
  readonly now: Date;
  readonly caPem: string;
  readonly trust: UserTrust;
  /** PEM, for a system that keeps no bundle in a file. */
  readonly defaultRoots: () => readonly string[];
  /** Absolute path of the compiled hook. */
  readonly hook: string;
  readonly env: Environment;
}

export interface WrittenRun {
  readonly files: RunFiles;
  /** Keeps the hook's variables of the child's environment, until the end. */
  keepHookVariables(environment: Environment): void;
  /** Says that the run has ended. Its CA is dead from now on, so the large files become links to copies without it. */
  end(): void;
}

/** Writes all files of a run and deletes those of expired ones. Throws `SetupError` when the directory cannot be written. */
export function writeRunFiles(request: RunFilesRequest): WrittenRun {
  const { cacheDirectory, caPem, trust } = request;
  const roots = [...(trust.systemRoots ?? request.defaultRoots()), ...trust.ownRoots];
  const rootsOfJava = javaRoots(request.env, roots);
  const storeOf = (...more: Buffer[]): Buffer =>
    javaTrustStore([...(rootsOfJava ?? []), ...more], TRUST_STORE_PASSWORD);
  const files = pathsOf(join(cacheDirectory, "runs", request.runId), rootsOfJava !== undefined);
  try {
    for (const path of [cacheDirectory, join(cacheDirectory, "runs")]) ownDirectory(path);
    for (const path of [files.phpDirectory, files.shimDirectory]) mkdirSync(path, { recursive: true, mode: 0o700 });
    writeFileSync(files.live, `${process.pid}\n`);
    writeFileSync(files.caCertificate, caPem);
    writeFileSync(files.extraCertificates, bundleOf([...trust.addedRoots, caPem]));
    writeFileSync(files.bundle, bundleOf([...roots, caPem]));
    if (files.trustStore !== undefined) writeFileSync(files.trustStore, storeOf(derOf(caPem)));
    const bundle = `"${files.bundle.replace(/["\\]/g, "\\$&")}"`;
    const ini = `curl.cainfo=${bundle}\nopenssl.cafile=${bundle}\n`;
    writeFileSync(join(files.phpDirectory, "iamgen.ini"), ini);
    // Not for an `aws` that is not there: scripts ask whether it is.
    const shims = [nodeShim(request.hook, files.hookVariables), awsShim(files.bundle)].filter(
      ({ program }) => program === "node" || programPath(program, request.env) !== undefined,
    );
    for (const shim of shims) {
      writeFileSync(join(files.shimDirectory, shim.program), shimText(shim), { mode: 0o755 });
    }
    deleteExpiredRuns(join(cacheDirectory, "runs"), request.now);
  } catch (error) {
    removeWhatThereIs(dirname(files.live));
    throw unwritable(cacheDirectory, error);
  }
  return {
    files,
    keepHookVariables(environment) {
      const set = Object.entries(hookVariablesIn(environment)).map(
        ([name, value]) => `export ${name}=${shellWord(value)}\n`,
      );
      writeFileSync(files.hookVariables, set.join(""));
    },
    end() {
      for (const path of [files.live, files.hookVariables, files.notices, files.callers]) rmSync(path, { force: true });
      const shared = join(cacheDirectory, "roots");
      shareFile(files.bundle, bundleOf(roots), shared);
      if (trust.addedRoots.length > 0) shareFile(files.extraCertificates, bundleOf(trust.addedRoots), shared);
      if (files.trustStore !== undefined) shareFile(files.trustStore, storeOf(), shared);
    },
  };
}

function pathsOf(directory: string, hasTrustStore: boolean): RunFiles {
  return {
    caCertificate: join(directory, "ca.pem"),
    extraCertificates: join(directory, "extra.pem"),
    bundle: join(directory, "bundle.pem"),
    trustStore: hasTrustStore ? join(directory, "trust.jks") : undefined,
    phpDirectory: join(directory, "php"),
    shimDirectory: join(directory, SHIM_DIRECTORY),
    hookVariables: join(directory, "hook-variables.sh"),
    live: join(directory, "live"),
    notices: join(directory, "notices.ndjson"),
    callers: join(directory, "callers"),
  };
}

function removeWhatThereIs(directory: string): void {
  try {
    rmSync(directory, { recursive: true, force: true });
  } catch {
    // It could not be made either; that is told.
  }
}

function unwritable(directory: string, cause: unknown): SetupError {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
  const reason = cause instanceof ForeignDirectory ? cause.message : code;
  return new SetupError("cache-unwritable", `cannot write to \`${directory}\`: ${reason}`, {
    hint: "name a directory of yours: XDG_CACHE_HOME=$(mktemp -d) iamgen …",
    cause,
  });
}
