/**
 * ARN templates of resource types (`arn:${Partition}:x:${Region}:${Account}:thing/${Name}`), held against resources of a
 * policy field by field. Where the value of a variable ends is not written in a template: a last name may hold `/` (object
 * keys, paths) or not (bucket names), so there is a loose and a strict reading.
 */
import { overlaps } from "./overlap.ts";
import { ANY_RUN, ANY_SEGMENT, covers, literalPattern, type Pattern, parsePattern } from "./wildcard.ts";

export interface ArnTemplate {
  /** Partition, namespace, region, account. */
  readonly head: readonly Pattern[];
  /** Resource part; variables hold any characters: fits all ARNs of the type, and some that are none. */
  readonly loose: Pattern;
  /** Resource part; no variable holds `/` or `:`. */
  readonly strict: Pattern;
  /** Characters of the resource part that are no variable: of two templates that fit, the one with more says what it is. */
  readonly literalLength: number;
}

/** A Resource element, cut like a template. */
export interface ArnPattern {
  readonly head: readonly Pattern[];
  readonly resource: Pattern;
}

const VARIABLE = /\$\{[^}]*\}/g;

function fieldsOf(text: string): { head: string[]; resource: string } {
  const [, ...fields] = text.split(":");
  return { head: fields.slice(0, 4), resource: fields.slice(4).join(":") };
}

export function parseArnTemplate(text: string): ArnTemplate {
  const { head, resource } = fieldsOf(text.replace(VARIABLE, "*"));
  const literals = resource.split("*");
  const withRuns = (run: number): Pattern => ({
    text,
    literal: undefined,
    tokens: literals.flatMap((literal, index) => [...(index === 0 ? [] : [run]), ...literalPattern(literal).tokens]),
  });
  return {
    head: head.map((field) => (field.includes("*") ? parsePattern("*") : literalPattern(field))),
    loose: withRuns(ANY_RUN),
    strict: withRuns(ANY_SEGMENT),
    literalLength: literals.join("").length,
  };
}

/** Undefined for `*` and other texts of fewer than six fields. */
export function parseArnPattern(text: string): ArnPattern | undefined {
  const { head, resource } = fieldsOf(text);
  if (head.length < 4 || resource === "") return undefined;
  return { head: head.map(parsePattern), resource: parsePattern(resource) };
}

/** Some ARN that the pattern matches may be of this type. */
export function fitsTemplate(template: ArnTemplate, arn: ArnPattern, reading: "loose" | "strict" = "loose"): boolean {
  return (
    template.head.every((field, index) => overlaps(field, arn.head[index] ?? literalPattern(""))) &&
    overlaps(template[reading], arn.resource)
  );
}

/** Every ARN that the pattern matches fits the template, loosely. */
export function coversArn(template: ArnTemplate, arn: ArnPattern): boolean {
  return (
    template.head.every((field, index) => covers(field, arn.head[index] ?? literalPattern(""))) &&
    covers(template.loose, arn.resource)
  );
}
