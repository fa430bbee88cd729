/** The path of a file as code hosts know it: from where the command runs, which in CI is the root of the repository. */
import { isAbsolute, relative } from "node:path";

/** A path outside stays as it is. */
export function repositoryPath(path: string, workingDirectory: string): string {
  const within = relative(workingDirectory, path);
  return isAbsolute(path) && !/^\.\.(?:\/|$)/.test(within) ? within : path;
}
