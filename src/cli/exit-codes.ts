/** Exit codes, each documented where it stands. Around a command they follow coreutils' `env`, so that scripts can tell ours from its own. */
import { CommandError, IamgenError } from "../errors.ts";

export const EXIT = {
  success: 0,
  /** `--strict`: something was not decoded, widened or bypassed. For `run` only if the command itself succeeded. */
  findings: 1,
  /** An exception that is no `IamgenError`, or a policy that its own proof refutes: a bug. Like `EX_SOFTWARE` of sysexits.h. */
  bug: 70,
  /** `run`: iamgen itself failed before the command was started. */
  wrapper: 125,
} as const;

/** The exit code for what was thrown; usage, setup and input errors carry their own (2, 3, 4). */
export function exitCodeOf(error: unknown, verb: string | undefined): number {
  if (error instanceof CommandError) return error.exitCode;
  if (verb === "run") return EXIT.wrapper;
  return error instanceof IamgenError ? error.exitCode : EXIT.bug;
}

/** A policy whose proof failed is a bug of ours, said as such: it is written all the same. */
export function provedExitCode(proofs: readonly { readonly sufficient: boolean; readonly minimal: boolean }[]): number {
  return proofs.every(({ sufficient, minimal }) => sufficient && minimal) ? EXIT.success : EXIT.bug;
}

/** What `--strict` makes of an exit code: a failure keeps its own. */
export function strictExitCode(exitCode: number, findings: readonly unknown[]): number {
  return exitCode === EXIT.success && findings.length > 0 ? EXIT.findings : exitCode;
}
