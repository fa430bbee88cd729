/**
 * ARN templates of resource types (`arn:${Partition}:x:${Region}:${Account}:thing/${Name}`) as patterns. Where the value of a
 * variable ends is not written in a template: a last name may hold `/` (object keys, paths) or not (bucket names).
 */
import { ANY_RUN, ANY_SEGMENT, literalPattern, type Pattern } from "./wildcard.ts";

export interface ArnTemplate {
  /** Variables of the resource part hold any characters: matches all ARNs of the type, and some that are none. */
  readonly loose: Pattern;
  /** As `loose`, for `covers`: variables before the resource part hold any characters as well. */
  readonly covering: Pattern;
  /** No variable holds `/` or `:`. */
  readonly strict: Pattern;
  /** Characters that are no variable: of two templates that match one ARN, the one with more says what it is. */
  readonly literalLength: number;
}

const VARIABLE = /\$\{[^}]*\}|\*/;

export function parseArnTemplate(text: string): ArnTemplate {
  const literals = text.split(VARIABLE);
  const pattern = (inHead: number, inResource: number): Pattern => {
    let colons = 0;
    const tokens = literals.flatMap((literal, index) => {
      const before = index === 0 ? [] : [colons >= 5 ? inResource : inHead];
      colons += literal.split(":").length - 1;
      return [...before, ...literalPattern(literal).tokens];
    });
    return { text, literal: undefined, tokens };
  };
  return {
    loose: pattern(ANY_SEGMENT, ANY_RUN),
    covering: pattern(ANY_RUN, ANY_RUN),
    strict: pattern(ANY_SEGMENT, ANY_SEGMENT),
    literalLength: literals.join("").length,
  };
}
