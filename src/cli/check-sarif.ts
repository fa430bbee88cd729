/** Results as SARIF 2.1.0 (OASIS): what code scanning of GitHub, GitLab and Azure takes in, with the place of each. */

import { VERSION } from "../library/version.ts";
import type { Region } from "../merge/policy-file.ts";
import type { CheckRule, PlacedResult } from "./check-results.ts";

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

export interface SarifFacts {
  /** All that a result may name. */
  readonly rules: readonly CheckRule[];
  readonly results: readonly PlacedResult[];
  /** Of the checked file, as the user gave it. */
  readonly path: string;
}

export function sarifText({ rules: known, results: found, path }: SarifFacts): string {
  const rules = known.map(({ id, level, says }) => ({
    id,
    shortDescription: { text: says },
    defaultConfiguration: { level },
  }));
  const driver = { name: "iamgen", semanticVersion: VERSION, rules };
  const results = found.map((result) =>
    sarifResult(
      result,
      known.findIndex(({ id }) => id === result.rule),
      path,
    ),
  );
  const log = {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [{ tool: { driver }, columnKind: "utf16CodeUnits", results }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function sarifResult({ rule, level, message, region }: PlacedResult, ruleIndex: number, path: string): unknown {
  return {
    ruleId: rule,
    ruleIndex,
    level,
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) }, region: regionOf(region) } }],
  };
}

/** Relative to where the command ran, which is the repository's root for code scanning. */
const uriOf = (path: string): string => path.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");

const regionOf = ({ startLine, startColumn, endLine, endColumn }: Region): Region => ({
  startLine,
  startColumn,
  endLine,
  endColumn,
});
