/** What the operating system said, in its own words and without our paths. */
import { getSystemErrorMap } from "node:util";

/** `permission denied` for EACCES and so on; the error's message where it is none of the system's. */
export function systemReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const errno = "errno" in error && typeof error.errno === "number" ? error.errno : 0;
  return getSystemErrorMap().get(errno)?.[1] ?? error.message;
}

/** `ENOENT` and so on, if it is the system's. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
