/**
 * Directories whose files a wrapped program will trust or start (certificates, a `node` of ours), or a later command will believe
 * (recordings): nobody else may put anything there. In a shared place (`XDG_CACHE_HOME=/tmp/…`) somebody may have been there first.
 */
import { chmodSync, lstatSync, mkdirSync, type Stats, statSync } from "node:fs";

const OWNER_ALL = 0o700;
const WRITE_FOR_OTHERS = 0o022;
const ROOT = 0;

/** Its owner could replace what is put there. */
export class ForeignDirectory extends Error {
  constructor() {
    super("it belongs to another user");
  }
}

/**
 * Makes the directory and what is missing above it, for this user alone. One that is there already has to be his; others
 * can no longer write to it, what they can read stays. `own`: the id of this user. Throws the system's error, or `ForeignDirectory`.
 */
export function ownDirectory(path: string, own = process.getuid?.()): void {
  mkdirSync(path, { recursive: true, mode: OWNER_ALL });
  if (own === undefined) return;
  const status = statSync(path);
  if (![status, lstatSync(path)].every((each) => isTrusted(each, own))) {
    throw new ForeignDirectory();
  }
  const mode = (status.mode & 0o7777 & ~WRITE_FOR_OTHERS) | OWNER_ALL;
  if (status.uid === own && mode !== (status.mode & 0o7777)) chmodSync(path, mode);
}

/** Root is asked to work in directories of others, as in containers where a home directory is mounted. */
const isTrusted = ({ uid }: Stats, own: number): boolean => own === ROOT || uid === own || uid === ROOT;
