/** The options that load the hook; one wording, so that a run inside a run and the PATH shim find it there. */

/** For NODE_OPTIONS. Not `--import`, which old Nodes refuse to start with; `--require` also comes first, and in every worker. */
export function requireOption(hook: string): string {
  return `--require ${quoted(hook)}`;
}

/**
 * For BUN_OPTIONS: Bun reads no NODE_OPTIONS. It knows quotes around a whole option alone, and takes a backslash in a path for
 * another slash: undefined there, for a file that it does not find would end the program.
 */
export function preloadOption(hook: string): string | undefined {
  return hook.includes("\\") ? undefined : quoted(`--preload=${hook}`);
}

/** Quotes only where it must: Node before 12 knows none. */
function quoted(path: string): string {
  return /[\s"\\]/.test(path) ? `"${path.replace(/["\\]/g, "\\$&")}"` : path;
}
