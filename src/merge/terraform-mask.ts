/**
 * The text of a heredoc with its interpolations masked, so that a parser of its language can read it: each character stands
 * for an interpolation, as many times as that has characters, so that places stay.
 */
import { isSource, type ReadText, readText } from "./read-statement.ts";
import type { Span } from "./source-place.ts";
import { type HclNode, partsOf } from "./terraform-tree.ts";
import { type HclSource, readExpression, withDoubling, withoutDoubling } from "./terraform-value.ts";

const FIRST_MASK = 0xe000;
const MASKS = /([\uE000-\uF8FF])\1*/g;

export interface MaskedText {
  readonly text: string;
  readonly hasMasks: boolean;
  /** A text of it as IAM would read it. */
  readonly readText: (value: string) => ReadText;
  /** What stands in it for a text that IAM reads: as it was read, or with a reference; masked. */
  readonly sourceOf: (read: string) => string;
  /** For what is written back. */
  readonly unmasked: (written: string) => string;
}

export function maskInterpolations({ text, references }: HclSource, heredoc: HclNode, span: Span): MaskedText {
  const interpolations = partsOf(heredoc).filter(({ type }) => /^template_(?:interpolation|directive)$/.test(type));
  const fillers = interpolations.map((interpolation) => interpolation.text);
  const sources = new Map<string, string>();
  return {
    text: maskedText(text, span, interpolations),
    hasMasks: interpolations.length > 0,
    readText(value) {
      let [isComputed, hasPlace] = [false, false];
      const read = withoutDoubling(
        value.replace(MASKS, (mask) => {
          const filledIn = readExpression(expressionOf(interpolations[placeOf(mask)]), references);
          isComputed ||= filledIn.isComputed;
          hasPlace ||= filledIn.hasPlace === true;
          return filledIn.text;
        }),
      );
      if (isSource({ text: read, isComputed }) && read !== withoutDoubling(value)) sources.set(read, value);
      return readText(read, { isComputed, hasPlace });
    },
    sourceOf(read) {
      const named = sources.has(read) ? undefined : references?.nameOf(read);
      if (named === undefined) return sources.get(read) ?? read;
      const filler = `\${${named.expression}}`;
      const at = fillers.includes(filler) ? fillers.indexOf(filler) : fillers.push(filler) - 1;
      return String.fromCharCode(FIRST_MASK + at) + named.rest;
    },
    unmasked: (written) => withDoubling(written).replace(MASKS, (mask) => fillers[placeOf(mask)] ?? mask),
  };
}

const placeOf = (mask: string): number => mask.charCodeAt(0) - FIRST_MASK;

const expressionOf = (interpolation: HclNode | undefined): string =>
  interpolation === undefined ? "" : (partsOf(interpolation, "expression")[0]?.text ?? "");

function maskedText(text: string, { start, end }: Span, interpolations: readonly HclNode[]): string {
  let masked = text.slice(start, end);
  for (const [index, { startIndex, endIndex }] of interpolations.entries()) {
    const mask = String.fromCharCode(FIRST_MASK + index).repeat(endIndex - startIndex);
    masked = masked.slice(0, startIndex - start) + mask + masked.slice(endIndex - start);
  }
  return masked;
}
