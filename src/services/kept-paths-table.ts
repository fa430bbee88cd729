/** Makes the table of `kept-paths.ts`: all that records read, without the records. */
import type { ServiceRules } from "./define-service.ts";
import { type KeptPaths, type KeptPathsTable, OTHERS } from "./kept-paths.ts";
import { excerptsRead, operationsNamed, pathsRead } from "./paths-read.ts";

/** The table of all these records. */
export function keptPathsTable(records: readonly ServiceRules[]): KeptPathsTable {
  return Object.fromEntries(records.map((rules) => [rules.sdkId, tableOf(rules)]));
}

function tableOf(rules: ServiceRules): KeptPathsTable[string] {
  const others = keptPaths(rules, OTHERS);
  const differing = operationsNamed(rules)
    .map((operation) => [operation, keptPaths(rules, operation)] as const)
    .filter(([, kept]) => JSON.stringify(kept) !== JSON.stringify(others));
  return Object.fromEntries([[OTHERS, others], ...differing]);
}

function keptPaths(rules: ServiceRules, operation: string): KeptPaths {
  const paths = pathsRead(rules, operation);
  const excerpts = excerptsRead(rules, operation).map(({ path, pattern }) => {
    return { path, pattern: [pattern.source, pattern.flags] as const };
  });
  return excerpts.length === 0 ? { paths } : { paths, excerpts };
}
