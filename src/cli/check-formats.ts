/** A check in the formats that people, programs and code hosts read. */
import type { PolicyCheck } from "../merge/check-policy.ts";
import { checkResults, RULES } from "./check-results.ts";
import { sarifText } from "./check-sarif.ts";
import { annotation } from "./github-annotation.ts";
import { inCode, titledTable } from "./markdown-cell.ts";
import type { CheckFormat } from "./options.ts";

/** The checked file, as the user gave it, and the address of its policy. */
export interface CheckedPolicy {
  readonly path: string;
  readonly address: string;
}

const WRITERS: { readonly [format in CheckFormat]: (check: PolicyCheck, checked: CheckedPolicy) => string } = {
  text: (check, { path }) => {
    const lines = checkResults(check).map(({ message, region }) => `${path}:${region.startLine}: ${message}\n`);
    return lines.join("") + summary(check);
  },
  json: (check, { path, address }) => `${JSON.stringify({ path, address, ...check }, null, 2)}\n`,
  sarif: (check, { path }) => sarifText({ rules: RULES, results: checkResults(check), path }),
  markdown: markdownText,
  github: (check, { path }) =>
    checkResults(check)
      .map((result) => annotation(result, path))
      .join(""),
};

export function checkText(format: CheckFormat, check: PolicyCheck, checked: CheckedPolicy): string {
  return WRITERS[format](check, checked);
}

function summary({ needed, missing, excess }: PolicyCheck): string {
  return `${needed} needed, ${missing.length} missing, ${excess.length} excess\n`;
}

const whyOf = ({ why, within }: PolicyCheck["missing"][number]): string =>
  within === undefined ? why : `${why} within ${inCode(within)}`;

function markdownText(check: PolicyCheck, { path, address }: CheckedPolicy): string {
  const of = address === "" ? "" : `, ${inCode(address)}`;
  return [
    `### iamgen check: ${inCode(path)}${of}\n\n${summary(check)}`,
    titledTable(
      "Observed, but not allowed",
      ["action", "resource", "why", "line"],
      check.missing.map((one) => [inCode(one.action), inCode(one.resource), whyOf(one), String(one.region.startLine)]),
    ),
    titledTable(
      "Allowed, but not observed",
      ["access level", "action", "resource", "why", "line"],
      check.excess.map((one) => [
        one.level,
        inCode(one.action),
        inCode(one.resource),
        one.why,
        String(one.region.startLine),
      ]),
    ),
  ].join("");
}
