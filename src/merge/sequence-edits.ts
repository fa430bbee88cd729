/**
 * Edits to a sequence of statements (a JSON or HCL list): which separators go, where new items stand. How an item looks is
 * the caller's business.
 */
import type { Statement } from "../iam/policy-document.ts";
import type { StatementEdits } from "./policy-file.ts";
import type { Span } from "./source-place.ts";
import type { TextEdit } from "./text-edits.ts";

export interface Sequence {
  readonly items: readonly Span[];
  /** Between its brackets, all of it. */
  readonly inside: Span;
  /** What a new item looks like in the place of an old one. */
  readonly write: (statement: Statement) => string;
  /** Between two items that are written new. */
  readonly separator: string;
  /** Around the items of a sequence that was empty. */
  readonly open: string;
  readonly close: string;
}

/** An item that is removed takes the separator before it along; the first one, the one behind. */
export function sequenceEdits(sequence: Sequence, { replaced, removed, added }: StatementEdits): readonly TextEdit[] {
  const { items, inside, write, separator } = sequence;
  const kept = items.filter((_, index) => !removed.has(index));
  const texts = added.map(write);
  if (kept.length === 0) {
    const all = texts.length === 0 ? "" : sequence.open + texts.join(separator) + sequence.close;
    return items.length === 0 && texts.length === 0 ? [] : [{ ...inside, text: all }];
  }
  const firstKept = items.findIndex((_, index) => !removed.has(index));
  const edits: TextEdit[] = [];
  for (const [index, item] of items.entries()) {
    const statement = replaced.get(index);
    if (removed.has(index)) {
      const [before, behind] = [items[index - 1], items[index + 1]];
      if (index > firstKept && before !== undefined) edits.push({ start: before.end, end: item.end, text: "" });
      else if (behind !== undefined) edits.push({ start: item.start, end: behind.start, text: "" });
    } else if (statement !== undefined) {
      edits.push({ start: item.start, end: item.end, text: write(statement) });
    }
  }
  const last = items.at(-1);
  if (last !== undefined && texts.length > 0) {
    edits.push({ start: last.end, end: last.end, text: texts.map((text) => separator + text).join("") });
  }
  return edits;
}
