/** The values of an Action or Resource element, indexed so that long lists of exact values cost one look-up. */

import { overlaps } from "./overlap.ts";
import { hasVariables, type RequestContext, substituteVariables } from "./policy-variables.ts";
import { covers, literalPattern, type Pattern, parsePattern } from "./wildcard.ts";

export interface PatternList {
  /** Positions of the entries that cover the subject as a whole, or (`overlaps`) have any value in common with it; ascending. */
  matches(subject: Pattern, context: RequestContext): readonly number[];
}

/** What the entries mean if none of them has a wildcard or variable. */
export function literalsOf(entries: readonly string[], read = parsePattern): readonly string[] | undefined {
  const literals = entries.map((text) => (hasVariables(text) ? undefined : read(text).literal));
  return literals.every((literal) => literal !== undefined) ? literals : undefined;
}

const NONE: readonly number[] = [];

export interface PatternListOptions {
  /** Turns one entry into a pattern: completes short ARNs, lowers case, … */
  readonly read?: (text: string) => Pattern;
  /** Makes a difference only for subjects with wildcards. */
  readonly relation?: "covers" | "overlaps";
}

export function patternList(entries: readonly string[], options: PatternListOptions = {}): PatternList {
  const { read = parsePattern, relation = "covers" } = options;
  const holds = relation === "covers" ? covers : overlaps;
  const exact = new Map<string, number[]>();
  const wild: [position: number, pattern: Pattern][] = [];
  const variable: [position: number, text: string][] = [];
  for (const [position, text] of entries.entries()) {
    if (hasVariables(text)) {
      variable.push([position, text]);
      continue;
    }
    const pattern = read(text);
    if (pattern.literal === undefined) wild.push([position, pattern]);
    else exact.set(pattern.literal, [...(exact.get(pattern.literal) ?? []), position]);
  }

  /** A literal covers no pattern, but may lie within it. */
  const overlapped = (subject: Pattern): readonly number[] =>
    relation === "covers"
      ? NONE
      : [...exact].flatMap(([literal, positions]) => (covers(subject, literalPattern(literal)) ? positions : []));

  return {
    matches(subject, context) {
      const literals = subject.literal === undefined ? overlapped(subject) : (exact.get(subject.literal) ?? NONE);
      if (wild.length === 0 && variable.length === 0) return literals;
      const found = [...literals];
      for (const [position, pattern] of wild) if (holds(pattern, subject)) found.push(position);
      for (const [position, text] of variable) {
        const substituted = substituteVariables(text, context);
        if (substituted !== undefined && holds(read(substituted), subject)) found.push(position);
      }
      return found.sort((a, b) => a - b);
    },
  };
}
