/**
 * The life of one observation, for `run` and `listen`: recording file, proxy, and the files and variables that bring programs
 * to it; then all of it taken down again.
 */
import { mkdtempSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { defaultRoots } from "../capture/tls/default-roots.ts";
import { SetupError } from "../errors.ts";
import { awsDnsSuffixes, type EnforcedPolicy, type Observation, type Recording, startObserving } from "../pipeline.ts";
import { childEnvironment } from "../run/child-environment.ts";
import type { Environment } from "../run/environment.ts";
import { readHookNotices } from "../run/hook-notices.ts";
import { type RunFilesRequest, type WrittenRun, writeRunFiles } from "../run/run-files.ts";
import { newRunId } from "../run/run-id.ts";
import { cacheDirectory, stateDirectory } from "../run/user-directories.ts";
import { userProxy } from "../run/user-proxy.ts";
import { readUserTrust, type UserTrust } from "../run/user-trust.ts";
import type { Context } from "./command.ts";
import type { RecordingFile } from "./recording-file.ts";
import { openRecording } from "./recording-place.ts";
import type { ObservingSettings } from "./settings.ts";
import { VERSION } from "./version.ts";

export interface ObservingRequest extends ObservingSettings {
  readonly port: number;
  /** The port stands open long enough for other users of the machine to find it. */
  readonly ownUserOnly: boolean;
  /** Reads the policy that calls are held to; absent: none. */
  readonly enforce?: () => Promise<EnforcedPolicy>;
  /** The wrapped command as typed, or `listen`. */
  readonly command: string;
}

export interface Observed {
  readonly port: number;
  readonly caPem: string;
  /** The user's environment with ours laid over it. */
  readonly environment: Environment;
  /** Of these, what is not as the user had it. */
  readonly changedVariables: { readonly [name: string]: string };
  /** Absent where no file could be made. */
  readonly recordingPath: string | undefined;
  progress: Observation["progress"];
  finish(exitCode: number): Promise<Recording>;
  /** Takes everything down and leaves no recording. */
  discard(): Promise<void>;
}

const HOOK = fileURLToPath(new URL("../preload/register.cjs", import.meta.url));

/** Throws a `SetupError` where the machine refuses; nothing is left behind then. */
export async function beginObserving(request: ObservingRequest, context: Context): Promise<Observed> {
  const place = { env: context.environment, platform: process.platform, home: homedir() };
  const startedAt = new Date();
  const runId = newRunId(startedAt);
  const trust = readUserTrust(context.environment, place.home);
  const recordingPlace = { asked: request.recording, stateDirectory: stateDirectory(place), runId };
  const file = openRecording(recordingPlace, context);
  let observation: Observation | undefined;
  try {
    observation = await observe(request, { file, trust, env: context.environment });
    const written = writeFiles({
      cacheDirectory: cacheDirectory(place),
      runId,
      now: startedAt,
      caPem: observation.caPem,
      trust,
      defaultRoots,
      hook: HOOK,
      env: context.environment,
    });
    return observed({ request, context, observation, written, file, trust });
  } catch (error) {
    await observation?.finish(0);
    file?.discard();
    throw error;
  }
}

interface Watching {
  readonly file: RecordingFile | undefined;
  readonly trust: UserTrust;
  readonly env: Environment;
}

async function observe(request: ObservingRequest, { file, trust, env }: Watching): Promise<Observation> {
  const enforce = await request.enforce?.();
  const { port, ownUserOnly, intercept, maxBody, timeline, forwardTo, forwardCa } = request;
  return startObserving({
    port,
    ownUserOnly,
    intercept,
    maxBody,
    timeline,
    program: basename(request.command),
    version: VERSION,
    upstream: {
      proxyFor: userProxy(env),
      ...(trust.systemRoots === undefined ? {} : { trustedRoots: trust.systemRoots }),
      extraRoots: trust.ownRoots,
      ...(forwardTo === undefined ? {} : { forwardTo }),
      ...(forwardCa === undefined ? {} : { forwardCa }),
    },
    ...(enforce === undefined ? {} : { enforce }),
    write: (line) => {
      if (file === undefined) throw new Error("no file");
      file.write(line);
    },
  });
}

/** A home that cannot be written (containers, build agents) must not keep a command from running. */
function writeFiles(request: RunFilesRequest): WrittenRun {
  try {
    return writeRunFiles(request);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    return writeRunFiles({ ...request, cacheDirectory: temporaryDirectory(error) });
  }
}

function temporaryDirectory(error: SetupError): string {
  try {
    return mkdtempSync(join(tmpdir(), "iamgen-"));
  } catch {
    throw error;
  }
}

interface Begun {
  readonly request: ObservingRequest;
  readonly context: Context;
  readonly observation: Observation;
  readonly written: WrittenRun;
  readonly file: RecordingFile | undefined;
  readonly trust: UserTrust;
}

function observed({ request, context, observation, written, file, trust }: Begun): Observed {
  const user = context.environment;
  const environment = childEnvironment(user, {
    port: observation.port,
    pid: process.pid,
    caPem: observation.caPem,
    awsSuffixes: awsDnsSuffixes,
    // A redirected TLS connection tells its host by SNI and no port: the hook leads 443 only, CONNECT serves the others.
    tlsAuthorities: request.intercept
      .map((name) => name.replace(/:443$/, ""))
      .filter(hasNoPort)
      .map(withHttpsPort),
    files: written.files,
    hook: HOOK,
    platform: process.platform,
    command: request.command,
    profileHasCaBundle: trust.profileHasCaBundle,
  });
  const end = async (exitCode: number): Promise<Recording> => {
    for (const notice of readHookNotices(written.files.notices)) observation.notice(notice);
    written.end();
    return observation.finish(exitCode);
  };
  return {
    port: observation.port,
    caPem: observation.caPem,
    environment,
    changedVariables: changes(user, environment),
    recordingPath: file?.path,
    progress: () => observation.progress(),
    async finish(exitCode) {
      const recording = await end(exitCode);
      file?.close();
      return recording;
    },
    async discard() {
      await end(0);
      file?.discard();
    },
  };
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
