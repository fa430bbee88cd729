/**
 * Where recordings lie: one directory for each project in the user's state directory, one file for each run.
 * Must not know what a recording says beyond the line that ends it.
 */
import { createHash } from "node:crypto";
import { closeSync, existsSync, fstatSync, openSync, readdirSync, readSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { SetupError } from "../errors.ts";
import { ownDirectory } from "./own-directory.ts";
import { startOfRun } from "./run-id.ts";

export interface Project {
  /** The repository that holds the working directory, or the working directory itself. */
  readonly root: string;
  /** A readable name and a hash of the path: two checkouts of one name stay apart. */
  readonly key: string;
}

/** The nearest directory upwards with a `.git` (a file in worktrees and submodules), links resolved. */
export function projectOf(workingDirectory: string): Project {
  const start = existsSync(workingDirectory) ? realpathSync(workingDirectory) : resolve(workingDirectory);
  const root = repositoryOf(start) ?? start;
  const name = basename(root).replace(/[^A-Za-z0-9._-]+/g, "-") || "root";
  return { root, key: `${name}-${createHash("sha256").update(root).digest("hex").slice(0, 8)}` };
}

function repositoryOf(directory: string): string | undefined {
  if (existsSync(join(directory, ".git"))) return directory;
  const parent = dirname(directory);
  return parent === directory ? undefined : repositoryOf(parent);
}

/**
 * The path for a new recording; its directory is made if missing. Throws `SetupError` when it cannot be: the caller may then record
 * in memory, and still write a policy.
 */
export function newRecordingPath(stateDirectory: string, project: Project, runId: string): string {
  const directory = recordingsOf(stateDirectory, project);
  try {
    for (const path of [stateDirectory, join(stateDirectory, "recordings"), directory]) ownDirectory(path);
  } catch (cause) {
    // Node's `EACCES: permission denied, mkdir '…'` without its code, call and path.
    const reason = cause instanceof Error ? cause.message.replace(/^[A-Z]+: (.*?), \w+ '.*$/s, "$1") : String(cause);
    throw new SetupError("recording-unwritable", `cannot write recordings to \`${directory}\`: ${reason}`, {
      hint: "choose a place: iamgen run --recording FILE -- …",
      cause,
    });
  }
  return join(directory, `${runId}.ndjson`);
}

export interface NewestRecording {
  readonly path: string;
  /** Newer ones without an end: still running, or killed. They can be named on the command line. */
  readonly unfinished: readonly string[];
}

/** The newest recording of the project whose run has ended; undefined when there is none. */
export function newestFinishedRecording(stateDirectory: string, project: Project): NewestRecording | undefined {
  const directory = recordingsOf(stateDirectory, project);
  if (!existsSync(directory)) return undefined;
  const names = readdirSync(directory).filter((name) => name.endsWith(".ndjson") && startOfRun(name) !== undefined);
  const unfinished: string[] = [];
  for (const name of names.sort().reverse()) {
    const path = join(directory, name);
    if (hasEnd(path)) return { path, unfinished };
    unfinished.push(path);
  }
  return undefined;
}

function recordingsOf(stateDirectory: string, project: Project): string {
  return join(stateDirectory, "recordings", project.key);
}

/** Counts and the end line come last; a tail holds them, however long the recording is. */
const TAIL_BYTES = 4096;

function hasEnd(path: string): boolean {
  let file: number | undefined;
  try {
    file = openSync(path, "r");
    const { size } = fstatSync(file);
    const tail = Buffer.alloc(Math.min(size, TAIL_BYTES));
    readSync(file, tail, 0, tail.length, size - tail.length);
    const last = tail.toString("utf8").trimEnd().split("\n").at(-1) ?? "";
    return /^\{"type":"end"[,}]/.test(last);
  } catch {
    return false;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
