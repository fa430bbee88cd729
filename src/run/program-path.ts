/** Where a command's program lies, as execvp(3) looks for it. */
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Environment } from "./environment.ts";

/** The first file of that name on PATH, or the path that the command is; present, though perhaps not executable. */
export function programPath(command: string, env: Environment): string | undefined {
  const directories = (env["PATH"] ?? "").split(delimiter);
  const candidates = command.includes("/") ? [command] : directories.map((directory) => join(directory, command));
  return candidates.find((candidate) => {
    try {
      accessSync(candidate, constants.F_OK);
      return command.includes("/") || statSync(candidate).isFile();
    } catch {
      return false;
    }
  });
}
