/** What people do differently in files of every syntax: indents, line ends, quotes, comments, the order of elements. */
import fc from "fast-check";
import type { Statement } from "../../../src/iam/policy-document.ts";

export interface Layout {
  readonly unit: string;
  readonly lineBreak: string;
  readonly hasFinalLineBreak: boolean;
  /** Lists in one line. */
  readonly isShort: boolean;
  /** A statement in one line. */
  readonly isOneLine: boolean;
  /** Blanks of a YAML dash below its key. */
  readonly dashIndent: number;
  readonly dashWidth: number;
  readonly quote: "" | "'" | '"';
  readonly isTight: boolean;
  readonly order: readonly string[];
  /** Texts of comments, used up one after the other; empty: none at that place. */
  readonly notes: readonly string[];
  /** One of the ways in which the format holds a policy. */
  readonly variant: number;
}

const ELEMENTS = ["Sid", "Effect", "Action", "NotAction", "Resource", "Condition"];

export const layout: fc.Arbitrary<Layout> = fc.record({
  unit: fc.constantFrom("  ", "    ", "\t"),
  lineBreak: fc.constantFrom("\n", "\n", "\r\n"),
  hasFinalLineBreak: fc.boolean(),
  isShort: fc.boolean(),
  isOneLine: fc.constantFrom(false, false, true),
  dashIndent: fc.constantFrom(0, 2, 4),
  dashWidth: fc.constantFrom(2, 2, 4),
  quote: fc.constantFrom("" as const, "'" as const, '"' as const),
  isTight: fc.boolean(),
  order: fc.oneof(fc.constant(ELEMENTS), fc.shuffledSubarray(ELEMENTS, { minLength: ELEMENTS.length })),
  notes: fc.array(fc.constantFrom("", "", "why", 'a "quoted" note: {x} [y]', "don't touch"), { maxLength: 12 }),
  variant: fc.nat({ max: 11 }),
});

/** Elements in the order of the layout. */
export function elementsOf(statement: Statement, { order }: Layout): readonly (readonly [string, unknown])[] {
  const entries: readonly (readonly [string, unknown])[] = Object.entries(statement);
  return [...entries].sort(([one], [other]) => order.indexOf(one) - order.indexOf(other));
}

/** The whole text, with the line ends asked for. */
export function fileText(lines: readonly string[], { lineBreak, hasFinalLineBreak }: Layout): string {
  return lines.flatMap((line) => line.split("\n")).join(lineBreak) + (hasFinalLineBreak ? lineBreak : "");
}

/** Takes the next comment, or undefined. */
export function notesOf({ notes }: Layout): () => string | undefined {
  let next = 0;
  return () => {
    const note = notes[next];
    next += 1;
    return note === "" ? undefined : note;
  };
}

/** Nothing before empty lines. */
export const indentedBy = (indent: string, lines: readonly string[]): readonly string[] =>
  lines.map((line) => (line === "" ? "" : indent + line));
