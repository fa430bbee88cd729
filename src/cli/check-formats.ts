/** A check in the formats that people, programs and code hosts read. */
import type { PolicyCheck } from "../merge/check-policy.ts";
import { type CheckResult, checkResults } from "./check-results.ts";
import { sarifText } from "./check-sarif.ts";

export const CHECK_FORMATS = ["text", "json", "sarif", "markdown", "github"] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

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
  sarif: (check, { path }) => sarifText(check, path),
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

function markdownText(check: PolicyCheck, { path, address }: CheckedPolicy): string {
  const of = address === "" ? "" : `, ${code(address)}`;
  const table = (title: string, heads: readonly string[], rows: readonly (readonly string[])[]): string => {
    if (rows.length === 0) return "";
    const lines = [heads, heads.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
    return `\n**${title}**\n\n${lines.join("\n")}\n`;
  };
  return [
    `### iamgen check: ${code(path)}${of}\n\n${summary(check)}`,
    table(
      "Observed, but not allowed",
      ["action", "resource", "why", "line"],
      check.missing.map((one) => [code(one.action), code(one.resource), one.why, String(one.region.startLine)]),
    ),
    table(
      "Allowed, but not observed",
      ["access level", "action", "resource", "why", "line"],
      check.excess.map((one) => [
        one.level,
        code(one.action),
        code(one.resource),
        one.why,
        String(one.region.startLine),
      ]),
    ),
  ].join("");
}

/** A table's cell ends at a bar, in code as well. */
const code = (text: string): string => `\`${text.replaceAll("|", "\\|")}\``;

const COMMANDS = { error: "error", warning: "warning", note: "notice" } as const;

/** A workflow command of GitHub Actions: shown at the line of the file in the pull request. */
function annotation({ rule, level, message, region }: CheckResult, path: string): string {
  const places = [
    `file=${property(path)}`,
    `line=${region.startLine}`,
    `endLine=${region.endLine}`,
    `title=${property(`iamgen: ${rule}`)}`,
  ];
  return `::${COMMANDS[level]} ${places.join(",")}::${data(message)}\n`;
}

const data = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
