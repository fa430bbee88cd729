/** Deletes the files of runs that ended so long ago that no CA of theirs is valid. */
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { startOfRun } from "./run-id.ts";

/** As long as a run's CA is valid. */
const KEPT_FOR = 30 * 86_400_000;

/** What is not named like a run is not ours to delete. A directory that cannot be deleted is left to a later run. */
export function deleteExpiredRuns(directory: string, now: Date): void {
  for (const name of readdirSync(directory)) {
    const startedAt = startOfRun(name);
    if (startedAt === undefined || now.getTime() - startedAt.getTime() <= KEPT_FOR) continue;
    try {
      rmSync(join(directory, name), { recursive: true, force: true });
    } catch {
      // Another user's, or another run is at it.
    }
  }
}
