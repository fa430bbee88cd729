/** Files that the user names: read and written whole, errors in our grammar. */
import { chmodSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { InputError, SetupError } from "../errors.ts";
import { systemReason } from "./system-error.ts";

/** `what` is the noun for the message: `recording`, `policy`. */
export interface UserFile {
  readonly what: string;
  readonly path: string;
  /** Nobody else may read it, whatever its mode was. */
  readonly isSecret?: true;
}

export function readUserFile({ what, path }: UserFile): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new InputError(`${what}-unreadable`, `cannot read ${what} \`${path}\`: ${systemReason(error)}`, {
      cause: error,
    });
  }
}

/** All that there is until its end. Throws as `readUserFile` does. */
export function readStandardInput(what: string): string {
  try {
    return readFileSync(0, "utf8");
  } catch (error) {
    const message = `cannot read ${what} from stdin: ${systemReason(error)}`;
    throw new InputError(`${what}-unreadable`, message, { cause: error });
  }
}

export function writeUserFile({ what, path, isSecret }: UserFile, text: string): void {
  try {
    if (isSecret) keepToOwner(path);
    writeFileSync(path, text, isSecret && { mode: 0o600 });
  } catch (error) {
    const message = `cannot write ${what} to \`${path}\`: ${systemReason(error)}`;
    throw new SetupError("file-unwritable", message, { cause: error });
  }
}

/** A device (`/dev/null`, `/dev/stdout`) belongs to all, and keeps nothing. The file of somebody else is his to read. */
function keepToOwner(path: string): void {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined || !status.isFile()) return;
  if (process.getuid !== undefined && status.uid !== process.getuid()) throw new Error("it belongs to another user");
  chmodSync(path, 0o600);
}
