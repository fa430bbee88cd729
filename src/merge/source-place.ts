/** Places of a text as people and editors count them. */
import { InputError } from "../errors.ts";
import type { Region } from "./policy-file.ts";

/** A part of a text, by offsets; `end` is behind its last character. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where lines begin, to be asked often about one text. */
export type RegionOf = (span: Span) => Region;

export function regionsOf(text: string): RegionOf {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  const position = (offset: number): { line: number; column: number } => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
  return ({ start, end }) => {
    const [from, to] = [position(start), position(end)];
    return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
  };
}

export interface SourceProblem {
  readonly fileName: string;
  readonly text: string;
  readonly offset: number;
  /** What is wrong, lower case, no full stop. */
  readonly says: string;
}

/** `policy.json:3:5: …`, the line and a caret under the place. */
export function syntaxError({ fileName, text, offset, says }: SourceProblem): InputError {
  const { startLine, startColumn } = regionsOf(text)({ start: offset, end: offset });
  const line = (text.split("\n")[startLine - 1] ?? "").replace(/\r$/, "");
  const caret = `${line.slice(0, startColumn - 1).replace(/[^\t]/g, " ")}^`;
  return new InputError("syntax-error", `${fileName}:${startLine}:${startColumn}: ${says}\n  ${line}\n  ${caret}`, {
    hint: "nothing was written; mend the file and try again",
  });
}
