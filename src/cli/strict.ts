/** What `--strict` does to an exit code, said aloud: an exit code alone explains nothing. */
import type { Context } from "./command.ts";
import { strictExitCode } from "./exit-codes.ts";

/** The exit code with these findings; a failure keeps its own. */
export function judged(exitCode: number, findings: readonly string[], { output }: Pick<Context, "output">): number {
  if (findings.length > 0) output.warn(`strict: ${findings.join(", ")}`);
  return strictExitCode(exitCode, findings);
}
