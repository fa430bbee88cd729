/**
 * Readers follow a file as deep as it is nested. One that is nested deeper than the stack reaches is no policy that anything
 * deploys: it is refused as a file, not reported as a bug of ours.
 */
import { InputError } from "../errors.ts";
import type { PolicyFileReader } from "./policy-file.ts";

/** The same reader; throws `InputError` where it runs out of stack. */
export const refusingDepth =
  (read: PolicyFileReader): PolicyFileReader =>
  async (text, fileName, references) => {
    try {
      return await read(text, fileName, references);
    } catch (cause) {
      if (!isOutOfStack(cause)) throw cause;
      throw nestedTooDeeply(fileName, cause);
    }
  };

/** To be thrown for such a file by a reader that sees it coming. */
export function nestedTooDeeply(fileName: string, cause?: unknown): InputError {
  const hint = "nothing was written; mend the file and try again";
  return new InputError("syntax-error", `cannot read \`${fileName}\`: it is nested too deeply`, { hint, cause });
}

const isOutOfStack = (error: unknown): boolean => error instanceof RangeError && /call stack/i.test(error.message);
