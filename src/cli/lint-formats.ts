/** The lint of a file in the formats that people, programs and code hosts read: the same as those of a check. */
import { LINT_RULES, type PlacedFinding } from "../merge/lint-file.ts";
import type { CheckRule, PlacedResult } from "./check-results.ts";
import { sarifText } from "./check-sarif.ts";
import { annotation } from "./github-annotation.ts";
import { inCode, titledTable } from "./markdown-cell.ts";
import type { CheckFormat } from "./options.ts";
import { counted } from "./wording.ts";

export interface FileLint {
  /** As the user gave it. */
  readonly path: string;
  readonly findings: readonly PlacedFinding[];
}

const RULES: readonly CheckRule[] = Object.entries(LINT_RULES).map(([id, { severity, says }]) => ({
  id,
  level: severity,
  says,
}));

const WRITERS: { readonly [format in CheckFormat]: (lint: FileLint) => string } = {
  text: (lint) => `${lint.findings.map((found) => textOf(found, lint.path)).join("")}${lintSummary(lint.findings)}\n`,
  json: ({ path, findings }) => `${JSON.stringify({ path, findings }, null, 2)}\n`,
  sarif: ({ path, findings }) => sarifText({ rules: RULES, results: findings.map(resultOf), path }),
  markdown: ({ path, findings }) =>
    `### iamgen check --lint: ${inCode(path)}\n\n${lintSummary(findings)}\n${titledTable(
      "Found",
      ["severity", "finding", "what", "line"],
      findings.map((one) => [
        one.severity,
        inCode(one.code),
        sentence(one).replaceAll("|", "\\|"),
        String(one.region.startLine),
      ]),
    )}`,
  github: ({ path, findings }) => findings.map((found) => annotation(resultOf(found), path)).join(""),
};

export function lintText(format: CheckFormat, lint: FileLint): string {
  return WRITERS[format](lint);
}

/** `2 errors, 1 warning`. */
export function lintSummary(findings: readonly PlacedFinding[]): string {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  return `${counted(errors, "error")}, ${counted(findings.length - errors, "warning")}`;
}

/** A place as compilers write it, so that editors jump to it. */
function textOf({ severity, code, message, hint, region }: PlacedFinding, path: string): string {
  const place = `${path}:${region.startLine}:${region.startColumn}`;
  return `${place}: ${severity}: ${message} (${code})\n${hint === undefined ? "" : `  hint: ${hint}\n`}`;
}

const resultOf = (found: PlacedFinding): PlacedResult => ({
  rule: found.code,
  level: found.severity,
  message: sentence(found),
  region: found.region,
});

const sentence = ({ message, hint }: PlacedFinding): string => (hint === undefined ? message : `${message}; ${hint}`);
