/**
 * A file of the team, read to be replaced: whole or not at all, never over a change that somebody made meanwhile. Symbolic
 * links stay links, the mode stays what it is.
 */
import {
  chmodSync,
  chownSync,
  closeSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { InputError, SetupError } from "../errors.ts";
import { systemCode, systemReason } from "./system-error.ts";

export interface ReplaceableFile {
  readonly text: string;
  /** False: there was none. */
  readonly exists: boolean;
  /** Throws a SetupError where the file cannot be written, an InputError where it is no longer as it was read. */
  replace(text: string): void;
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** `mayBeMissing`: a file that does not exist reads as empty. */
export function openReplaceable(path: string, { mayBeMissing }: { readonly mayBeMissing: boolean }): ReplaceableFile {
  const bytes = bytesOf(path);
  if (bytes === undefined && !mayBeMissing) {
    const hint = "add `--create` to make it";
    throw new InputError("file-unreadable", `cannot read \`${path}\`: no such file or directory`, { hint });
  }
  return {
    text: textOf(path, bytes ?? Buffer.alloc(0)),
    exists: bytes !== undefined,
    replace: (text) => replaceFile(path, bytes, text),
  };
}

function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (systemCode(error) === "ENOENT") return undefined;
    throw new InputError("file-unreadable", `cannot read \`${path}\`: ${systemReason(error)}`, { cause: error });
  }
}

function textOf(path: string, bytes: Buffer): string {
  try {
    return decoder.decode(bytes);
  } catch (error) {
    throw new InputError("not-text", `cannot read \`${path}\`: it is not UTF-8 text`, { cause: error });
  }
}

/** The new text is written beside the file under a name that only one process at a time can take. */
function replaceFile(path: string, was: Buffer | undefined, text: string): void {
  const unwritable = (reason: string, details: { hint?: string; cause?: unknown }): SetupError =>
    new SetupError("file-unwritable", `cannot write \`${path}\`: ${reason}`, details);
  const target = was === undefined ? path : realpathSync(path);
  const beside = join(dirname(target), `.${basename(target)}.iamgen`);
  const status = was === undefined ? undefined : statSync(target);
  if (status !== undefined && (status.mode & 0o222) === 0) throw unwritable("it is read-only", {});
  try {
    closeSync(openSync(beside, "wx", 0o600));
  } catch (error) {
    if (systemCode(error) !== "EEXIST") throw unwritable(systemReason(error), { cause: error });
    const hint = `if none is running, remove \`${beside}\``;
    throw unwritable("another iamgen is writing it", { hint });
  }
  try {
    const is = bytesOf(target);
    if (is === undefined ? was !== undefined : was === undefined || !is.equals(was)) {
      throw new InputError("file-changed", `\`${path}\` has changed since it was read`, { hint: "run the same again" });
    }
    writeFileSync(beside, text);
    keepOwner(beside, status);
    chmodSync(beside, status === undefined ? 0o666 & ~process.umask() : status.mode & 0o7777);
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    if (error instanceof InputError) throw error;
    throw unwritable(systemReason(error), { cause: error });
  }
}

function keepOwner(path: string, status: { readonly uid: number; readonly gid: number } | undefined): void {
  if (status === undefined || (status.uid === process.getuid?.() && status.gid === process.getgid?.())) return;
  try {
    chownSync(path, status.uid, status.gid);
  } catch {
    // Only root may give files away; the content is what matters.
  }
}
