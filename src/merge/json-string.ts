/** A JSON string as text and back: policies inside policies (`policy_document` of a Vault role) are edited where they stand. */
import type { TextEdit } from "./text-edits.ts";

const ESCAPE = /\\(?:u[0-9a-fA-F]{4}|.)/y;

/** For every character of the string's value, and for its end, the offset in `literal` (quotes included) where it begins. */
function offsetsOf(literal: string): readonly number[] {
  const offsets: number[] = [];
  let at = 1;
  while (at < literal.length - 1) {
    offsets.push(at);
    ESCAPE.lastIndex = at;
    at += ESCAPE.exec(literal)?.[0].length ?? 1;
  }
  return [...offsets, literal.length - 1];
}

/** Edits to the value of a string as edits to its literal, which begins at `start`. */
export function escapedEdits(literal: string, start: number, edits: readonly TextEdit[]): readonly TextEdit[] {
  const offsets = offsetsOf(literal);
  return edits.map((edit) => ({
    start: start + (offsets[edit.start] ?? 0),
    end: start + (offsets[edit.end] ?? 0),
    text: JSON.stringify(edit.text).slice(1, -1),
  }));
}

/** The place in the literal of a place in its value. */
export const escapedOffset = (literal: string, offset: number): number => offsetsOf(literal)[offset] ?? literal.length;
