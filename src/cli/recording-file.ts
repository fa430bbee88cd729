/**
 * The file behind a recording: created anew, readable by its owner only, one write a line (no fsync), so that what
 * was handed over survives the process. The format is `record/`'s.
 */
import { closeSync, constants, existsSync, mkdirSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { SetupError } from "../errors.ts";
import { systemCode, systemReason } from "./system-error.ts";

export interface RecordingFile {
  /** Absent for a device: nothing is to be found there afterwards. */
  readonly path: string | undefined;
  /** Throws when the disk refuses. */
  write(line: string): void;
  close(): void;
  /** Closes and removes it: a command that never started leaves no recording. */
  discard(): void;
}

const { O_WRONLY, O_APPEND, O_CREAT, O_EXCL } = constants;

/** Creates the file and the directories above it; an existing file is never written to. */
export function createRecordingFile(path: string): RecordingFile {
  const isDevice = isCharacterDevice(path);
  const descriptor = openNew(path, isDevice);
  let isOpen = true;
  const close = (): void => {
    if (isOpen) closeSync(descriptor);
    isOpen = false;
  };
  return {
    path: isDevice ? undefined : path,
    write: (line) => writeAll(descriptor, Buffer.from(line)),
    close,
    discard: () => {
      close();
      if (!isDevice) rmSync(path, { force: true });
    },
  };
}

/** Devices (`/dev/null`) exist already, and hold nothing that could be overwritten. */
function isCharacterDevice(path: string): boolean {
  try {
    return statSync(path).isCharacterDevice();
  } catch {
    return false;
  }
}

function openNew(path: string, isDevice: boolean): number {
  try {
    mkdirSync(dirname(path), { recursive: true });
    return openSync(path, isDevice ? O_WRONLY : O_WRONLY | O_APPEND | O_CREAT | O_EXCL, 0o600);
  } catch (error) {
    throw refusal(path, error);
  }
}

function refusal(path: string, cause: unknown): SetupError {
  const exists = systemCode(cause) === "EEXIST" && existsSync(path);
  const hint = exists ? "remove it or name another file" : "name a file in a directory that you may write to";
  const message = `cannot record to \`${path}\`: ${systemReason(cause)}`;
  return new SetupError(exists ? "recording-exists" : "recording-unwritable", message, { hint, cause });
}

/** The kernel takes a short line whole; on a disk that fills up it may take a part, then refuse the rest. */
function writeAll(descriptor: number, bytes: Buffer): void {
  for (let offset = 0; offset < bytes.length; ) offset += writeSync(descriptor, bytes, offset);
}
