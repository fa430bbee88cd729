/** Where iamgen keeps things of its own for this user: outside of the project, so that no build context or file watcher sees them. */
import { isAbsolute, join } from "node:path";
import type { Environment } from "./environment.ts";

export interface UserPlace {
  readonly env: Environment;
  readonly platform: NodeJS.Platform;
  readonly home: string;
}

/** Files that may be deleted at any time between runs. https://specifications.freedesktop.org/basedir-spec/latest/ */
export function cacheDirectory({ env, platform, home }: UserPlace): string {
  const fallback = platform === "darwin" ? join(home, "Library", "Caches") : join(home, ".cache");
  return join(absolute(env["XDG_CACHE_HOME"]) ?? fallback, "iamgen");
}

/** Recordings. */
export function stateDirectory({ env, platform, home }: UserPlace): string {
  const fallback = platform === "darwin" ? join(home, "Library", "Application Support") : join(home, ".local", "state");
  return join(absolute(env["XDG_STATE_HOME"]) ?? fallback, "iamgen");
}

/** The specification has relative paths ignored. */
function absolute(path: string | undefined): string | undefined {
  return path !== undefined && isAbsolute(path) ? path : undefined;
}
