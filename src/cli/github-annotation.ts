/** Results as workflow commands of GitHub Actions: shown at the line of the file in the pull request. */
import type { PlacedResult } from "./check-results.ts";

const COMMANDS = { error: "error", warning: "warning", note: "notice" } as const;

/** https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions */
export function annotation({ rule, level, message, region }: PlacedResult, path: string): string {
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
