/**
 * The few errors a person can meet. Everything else that is thrown is a bug and is reported as one.
 * Messages: lower-case start, one line, user input in backticks, cause joined with `: `; the remedy is the hint.
 */

export interface ErrorDetails {
  /** The exact command or change that helps; printed on a line of its own after `hint: `. */
  readonly hint?: string;
  readonly cause?: unknown;
}

export class IamgenError extends Error {
  /** Stable, kebab-case; part of the interface for scripts. */
  readonly code: string;
  readonly hint: string | undefined;
  /** Exit code of iamgen's own verbs; `run` maps all but command errors to 125. */
  readonly exitCode: number;

  constructor(code: string, exitCode: number, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.exitCode = exitCode;
    this.hint = details.hint;
  }
}

/** Wrong options or arguments: exit code 2. */
export class UsageError extends IamgenError {
  constructor(code: string, message: string, details?: ErrorDetails) {
    super(code, 2, message, details);
  }
}

/** The machine refuses what we need (port, CA, disk): exit code 3. */
export class SetupError extends IamgenError {
  constructor(code: string, message: string, details?: ErrorDetails) {
    super(code, 3, message, details);
  }
}

/** A recording or policy file that cannot be used: exit code 4. */
export class InputError extends IamgenError {
  constructor(code: string, message: string, details?: ErrorDetails) {
    super(code, 4, message, details);
  }
}

/** The wrapped command could not be started: 126 (not executable) or 127 (not found), as coreutils' `env` does. */
export class CommandError extends IamgenError {
  constructor(code: "command-not-executable" | "command-not-found", message: string, details?: ErrorDetails) {
    super(code, code === "command-not-found" ? 127 : 126, message, details);
  }
}
