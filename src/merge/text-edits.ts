/** Changes to a text by place, so that every byte they do not name stays as it is. */

export interface TextEdit {
  readonly start: number;
  /** Behind the last character that is replaced; equal to `start` for an insertion. */
  readonly end: number;
  readonly text: string;
}

/** The text with all edits made; they do not overlap, and those of one place are made in the order given. */
export function withTextEdits(text: string, edits: readonly TextEdit[]): string {
  const inOrder = edits.map((edit, at) => ({ edit, at })).sort((a, b) => a.edit.start - b.edit.start || a.at - b.at);
  let done = "";
  let from = 0;
  for (const { edit } of inOrder) {
    if (edit.start < from) throw new Error("edits overlap");
    done += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return done + text.slice(from);
}

/** That of the text's first line; a text of one line gets `\n`. */
export const lineBreakOf = (text: string): "\n" | "\r\n" => (/\r?\n/.exec(text)?.[0] === "\r\n" ? "\r\n" : "\n");

/** The blanks before the first other character of the line in which the place is. */
export function indentAt(text: string, place: number): string {
  const lineStart = text.lastIndexOf("\n", place - 1) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? "";
}

/** Nothing but blanks stands before the place in its line. */
export const opensLine = (text: string, place: number): boolean =>
  /^[ \t]*$/.test(text.slice(text.lastIndexOf("\n", place - 1) + 1, place));

/** All lines but the first begin with `indent`; `text` has plain line feeds. */
export const indented = (text: string, indent: string, lineBreak: string): string =>
  text.split("\n").join(`${lineBreak}${indent}`);

/** What one level adds: the step that lines take most often; two blanks where there is none. */
export function indentUnitOf(text: string): string {
  const indents = text.split(/\r?\n/).flatMap((line) => /^([ \t]*)\S/.exec(line)?.[1] ?? []);
  const counts = new Map<string, number>();
  for (const [at, indent] of indents.entries()) {
    const step = at > 0 && indent.startsWith(indents[at - 1] ?? "") ? indent.slice(indents[at - 1]?.length) : "";
    if (step !== "") counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  const [[unit] = ["  "]] = [...counts].sort(([, a], [, b]) => b - a);
  return unit;
}
