/**
 * APIs that botocore does not describe: those that customers deploy, whose requests are signed and checked by host, method
 * and path, and one that it has no client for. `own-apis.json` describes them in the notation of the generated files.
 */
import type { ApiEntry } from "../api-index.ts";
import { readOperation } from "../operation-notation.ts";
import type { GeneratedApi } from "./generated-tree.ts";

interface WrittenApi {
  readonly entry: ApiEntry;
  /** Name -> line. */
  readonly operations: Readonly<Record<string, string>>;
}

/** The APIs of the file's text. */
export function readOwnApis(text: string): readonly GeneratedApi[] {
  const written = JSON.parse(text) as readonly WrittenApi[];
  return written.map(({ entry, operations }) => ({
    entry,
    operations: Object.entries(operations).map(([name, line]) => readOperation(name, line)),
  }));
}

/** Both, in the order of the index; an API that AWS has begun to describe replaces ours. */
export function withOwnApis(apis: readonly GeneratedApi[], own: readonly GeneratedApi[]): readonly GeneratedApi[] {
  const described = new Set(apis.map(({ entry }) => entry.client));
  const missing = own.filter(({ entry }) => !described.has(entry.client));
  return [...apis, ...missing].sort((a, b) => (a.entry.client < b.entry.client ? -1 : 1));
}
