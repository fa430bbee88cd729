/**
 * Runs the wrapped command as if iamgen were not there: its standard streams are ours, its exit code becomes ours.
 * Must not wait for anything but the command itself.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { statSync } from "node:fs";
import { constants as system } from "node:os";
import { CommandError } from "../errors.ts";
import type { Environment } from "./environment.ts";
import { programPath } from "./program-path.ts";
import { relaySignals } from "./signal-relay.ts";

export interface CommandLine {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Environment;
  readonly onStarted?: (pid: number) => void;
}

/** Resolves to the command's exit code, 128 + n when signal n ended it. Throws `CommandError` when it cannot be started. */
export async function runCommand({ command, args, env, onStarted }: CommandLine): Promise<number> {
  let child: ChildProcess;
  try {
    child = spawn(command, args, { env, stdio: "inherit" });
  } catch (error) {
    throw commandError(command, env, error);
  }
  const stopRelaying = relaySignals((signal) => child.kill(signal));
  try {
    await new Promise<void>((resolve, reject) => {
      child.once("spawn", resolve);
      // Never taken off: later, a signal that cannot be passed on is an `error` too, and no reason to leave the command.
      child.on("error", (error) => reject(commandError(command, env, error)));
    });
    if (child.pid !== undefined) onStarted?.(child.pid);
    return await ended(child);
  } finally {
    stopRelaying();
  }
}

function ended(child: ChildProcess): Promise<number> {
  const codeOf = (code: number | null, signal: NodeJS.Signals | null): number =>
    code ?? 128 + (signal === null ? 0 : system.signals[signal]);
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(codeOf(child.exitCode, child.signalCode));
    else child.once("exit", (code, signal) => resolve(codeOf(code, signal)));
  });
}

function commandError(command: string, env: Environment, error: unknown): CommandError {
  const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
  const file = command === "" ? undefined : programPath(command, env);
  if (command === "" || (reason === "ENOENT" && file === undefined)) {
    return new CommandError("command-not-found", `command \`${command}\` not found`, {
      hint: command.includes("/")
        ? `check the path \`${command}\``
        : "check the spelling; aliases and shell functions need a shell: iamgen run -- sh -c '…'",
      cause: error,
    });
  }
  const isFolder = file !== undefined && statSync(file).isDirectory();
  const why = isFolder ? "it is a directory" : whyNot(reason);
  return new CommandError("command-not-executable", `cannot execute \`${command}\`: ${why}`, {
    hint: isFolder
      ? "name a program in it"
      : `run chmod +x ${file ?? command}, or name the program that reads it first`,
    cause: error,
  });
}

/** A script whose interpreter is missing says ENOENT as well, though its file is there. */
function whyNot(reason: string): string {
  if (reason === "ENOENT") return "the interpreter in its first line does not exist";
  return reason === "EACCES" ? "permission denied" : reason;
}
