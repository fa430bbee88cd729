/** A check as SARIF 2.1.0 (OASIS): what code scanning of GitHub, GitLab and Azure takes in, with the place of each result. */
import type { PolicyCheck } from "../merge/check-policy.ts";
import type { Region } from "../merge/policy-file.ts";
import { type CheckResult, checkResults, RULES } from "./check-results.ts";
import { VERSION } from "./version.ts";

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** `path` is that of the checked file, as the user gave it. */
export function sarifText(check: PolicyCheck, path: string): string {
  const rules = RULES.map(({ id, level, says }) => ({
    id,
    shortDescription: { text: says },
    defaultConfiguration: { level },
  }));
  const driver = { name: "iamgen", semanticVersion: VERSION, rules };
  const results = checkResults(check).map((result) => sarifResult(result, path));
  const log = {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [{ tool: { driver }, columnKind: "utf16CodeUnits", results }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function sarifResult({ rule, level, message, region }: CheckResult, path: string): unknown {
  return {
    ruleId: rule,
    ruleIndex: RULES.findIndex(({ id }) => id === rule),
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
