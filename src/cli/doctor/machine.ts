/** Node, the shell, and the places where iamgen keeps its own files. */
import { accessSync, constants, existsSync, statSync } from "node:fs";
import { basename, dirname } from "node:path";
import { cacheDirectory, stateDirectory, type UserPlace } from "../../run/user-directories.ts";
import { SHELLS } from "../environment-script.ts";
import { type Diagnosis, type Examined, note, ok, problem } from "./diagnosis.ts";

export function examineMachine({ environment, platform, home, nodeVersion }: Examined): readonly Diagnosis[] {
  const place: UserPlace = { env: environment, platform, home };
  return [
    platformVerdict(platform, nodeVersion),
    ...shellVerdict(environment["SHELL"]),
    directoryVerdict(stateDirectory(place), "recordings", "name a place: `iamgen run --recording FILE -- …`"),
    directoryVerdict(
      cacheDirectory(place),
      "certificates and the hook's files",
      "set XDG_CACHE_HOME to a directory of yours",
    ),
  ];
}

function platformVerdict(platform: NodeJS.Platform, nodeVersion: string): Diagnosis {
  if (platform === "linux" || platform === "darwin") return ok(`Node ${nodeVersion.slice(1)} on ${platform}`);
  return problem(`\`run\` cannot reach programs on ${platform}`, "run it on Linux or macOS, for example in WSL");
}

/** What `listen` prints is for one family of shells. */
function shellVerdict(shell: string | undefined): readonly Diagnosis[] {
  const name = basename(shell ?? "");
  if (name === "") return [];
  if (["sh", "bash", "zsh", "dash", "ksh"].includes(name)) return [ok(`${name} reads what \`iamgen listen\` prints`)];
  const own = SHELLS.find((known) => known === name) ?? (name === "pwsh" ? "powershell" : undefined);
  if (own === undefined)
    return [note(`${name} does not read what \`iamgen listen\` prints`, "`--print-env json` is for any")];
  return [note(`${name} has a syntax of its own`, `\`iamgen listen --print-env ${own}\``)];
}

/** Whether the directory, or the nearest one above it that is there, takes files. */
function directoryVerdict(directory: string, what: string, remedy: string): Diagnosis {
  let nearest = directory;
  while (!existsSync(nearest) && nearest !== dirname(nearest)) nearest = dirname(nearest);
  try {
    accessSync(nearest, constants.W_OK);
    if (statSync(nearest).isDirectory()) return ok(`${what} go to ${directory}`);
  } catch {
    // Told below, as is a file where a directory should be.
  }
  return problem(`${what} cannot go to ${directory}: it cannot be written`, remedy);
}
