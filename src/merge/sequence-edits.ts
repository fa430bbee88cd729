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
  /** What stands behind the last item, where the language has comments: one in its line is about that item. */
  readonly behind?: string;
}

/** A comma that may be there, and a comment to the end of the line. */
const COMMENTED = /^(,?)[ \t]*(?:(?:#|\/\/)[^\r\n]*|\/\*[^\r\n]*\*\/[ \t]*)(?=\r?\n)/;

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
  if (last === undefined || texts.length === 0) return edits;
  const comment = removed.has(items.length - 1) ? null : COMMENTED.exec(sequence.behind ?? "");
  if (comment !== null) return [...edits, ...behindComment(last, comment, { separator, added: texts.join(separator) })];
  const text = texts.map((one) => separator + one).join("");
  return [...edits, { start: last.end, end: last.end, text }];
}

/** The last item gets the comma that it lacks, the comment stays with it, and the last new one ends as it did. */
function behindComment(
  { end }: Span,
  [comment, comma = ""]: RegExpExecArray,
  { separator, added }: { readonly separator: string; readonly added: string },
): readonly TextEdit[] {
  const [own, lines] = separator.startsWith(",") ? [",", separator.slice(1)] : ["", separator];
  const at = end + comment.length;
  const missing = comma === "" && own !== "" ? [{ start: end, end, text: own }] : [];
  return [...missing, { start: at, end: at, text: lines + added + comma }];
}
