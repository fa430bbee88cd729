/**
 * What decoding has to keep for the rules of each operation, as one table that can be written to a file: to read that takes
 * a millisecond, to load all records a hundred times as long, and a program's first call would wait for it.
 */
import type { Excerpt } from "./paths-read.ts";
import type { MemberPath } from "./rule-value.ts";

export interface KeptPaths {
  readonly paths: readonly MemberPath[];
  /** A pattern as the source of a regular expression with its flags. */
  readonly excerpts?: readonly { readonly path: MemberPath; readonly pattern: readonly [string, string] }[];
}

/** By service id, then operation; `*` for all operations that are not named. Plain JSON. */
export interface KeptPathsTable {
  readonly [sdkId: string]: { readonly [operation: string]: KeptPaths };
}

export const OTHERS = "*";

/** What a table says of one operation, as `pathsRead` and `excerptsRead` would. */
export interface KeptPathsReader {
  readonly pathsRead: (sdkId: string, operation: string) => readonly MemberPath[];
  readonly excerptsRead: (sdkId: string, operation: string) => readonly Excerpt[];
}

export function keptPathsReader(table: KeptPathsTable): KeptPathsReader {
  const keptBy = (sdkId: string, operation: string): KeptPaths | undefined => {
    const operations = Object.hasOwn(table, sdkId) ? table[sdkId] : undefined;
    return operations?.[Object.hasOwn(operations, operation) ? operation : OTHERS];
  };
  return {
    pathsRead: (sdkId, operation) => keptBy(sdkId, operation)?.paths ?? [],
    excerptsRead: (sdkId, operation) =>
      (keptBy(sdkId, operation)?.excerpts ?? []).map(({ path, pattern: [source, flags] }) => {
        return { path, pattern: new RegExp(source, flags) };
      }),
  };
}
