/** Where the files of a run find a place: below the user's home, else below a directory for what is temporary. */
import { lstatSync, mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SetupError } from "../errors.ts";
import { type RunFilesRequest, type WrittenRun, writeRunFiles } from "../run/run-files.ts";

/** A home that cannot be written (containers, build agents, a full disk) must not keep a command from running. Throws its `SetupError` where nothing can. */
export function placeFiles(request: RunFilesRequest): WrittenRun {
  try {
    return writeRunFiles(request);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    // TMPDIR may be another user's, left in the environment by `sudo` or `su`.
    return placedIn(tmpdir(), request) ?? placedIn("/tmp", request) ?? raise(error);
  }
}

function raise(error: SetupError): never {
  throw error;
}

function placedIn(directory: string, request: RunFilesRequest): WrittenRun | undefined {
  try {
    return writeRunFiles({ ...request, cacheDirectory: ownDirectory(directory) });
  } catch {
    return undefined;
  }
}

/** The same for every run of this user, so that a later one deletes what an earlier one left; a new one where somebody else was first. */
function ownDirectory(directory: string): string {
  const uid = process.getuid?.();
  const path = join(directory, `iamgen-${uid}`);
  mkdirSync(path, { mode: 0o700, recursive: true });
  const found = lstatSync(path);
  const isOurs = found.isDirectory() && found.uid === uid && (found.mode & 0o077) === 0;
  return isOurs ? path : mkdtempSync(join(directory, "iamgen-"));
}
