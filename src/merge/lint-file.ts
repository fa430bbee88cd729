/** The lint of the policies in a file of the team, with the place of each finding as editors count it. */

import type { LintContext, LintFinding } from "../iam/lint-finding.ts";
import { lintPolicy } from "../iam/lint-policy.ts";
import type { FoundPolicy, Region } from "./policy-file.ts";
import { regionsOf } from "./source-place.ts";

export { LINT_RULES } from "../iam/lint-finding.ts";

export interface PlacedFinding extends LintFinding {
  /** Of the policy within the file. */
  readonly address: string;
  readonly region: Region;
}

/** In the order of the file. `text` is the file's, to find the very element in. */
export function lintFile(
  text: string,
  policies: readonly FoundPolicy[],
  context: LintContext,
): readonly PlacedFinding[] {
  const placeIn = placesOf(text);
  return policies
    .flatMap((policy) => {
      const { address, statements, version } = policy;
      const linted = { statements, ...(version === undefined ? {} : { version }) };
      return lintPolicy(linted, context).map((found): PlacedFinding => {
        const region = statements[found.statement ?? -1]?.region ?? policy.region;
        return { ...found, address, region: placeIn(region, found.value) };
      });
    })
    .sort((one, other) => position(one) - position(other));
}

const position = ({ region }: PlacedFinding): number => region.startLine * 1e6 + region.startColumn;

/** Where a value stands as a word of its own within a region; the region itself where the file writes it otherwise. */
function placesOf(text: string): (region: Region, value: string | undefined) => Region {
  const lines = text.split("\n");
  const offsets = [0];
  for (const line of lines) offsets.push((offsets.at(-1) ?? 0) + line.length + 1);
  const offsetOf = (line: number, column: number): number => (offsets[line - 1] ?? 0) + column - 1;
  const regionOf = regionsOf(text);
  return (region, value) => {
    if (value === undefined || value === "") return region;
    const end = offsetOf(region.endLine, region.endColumn);
    let start = text.indexOf(value, offsetOf(region.startLine, region.startColumn));
    while (start >= 0 && start + value.length <= end) {
      if (isWord(text, start, value.length)) return regionOf({ start, end: start + value.length });
      start = text.indexOf(value, start + 1);
    }
    return region;
  };
}

const isWord = (text: string, start: number, length: number): boolean =>
  !/[\w:*/.?-]/.test(text[start - 1] ?? " ") && !/[\w*/.?-]/.test(text[start + length] ?? " ");
