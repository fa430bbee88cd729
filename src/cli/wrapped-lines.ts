/** Long lines for a terminal: broken at blanks, the rest indented further, so that a list stays a list. */

/** Each line of a text, wrapped. */
export const wrappedText = (text: string, columns: number | undefined): string =>
  text
    .split("\n")
    .flatMap((line) => wrappedLines(line, columns))
    .join("\n");

/**
 * The line as it is where there is no width (a pipe, a file: what reads them counts on whole lines), or no blank to break at. No
 * break before a word that is too long for any line, such as an ARN or a URL: it would leave the word before it alone.
 */
export function wrappedLines(line: string, columns: number | undefined): readonly string[] {
  if (columns === undefined || line.length <= columns) return [line];
  const indent = /^ */.exec(line)?.[0] ?? "";
  const further = `${indent}    `;
  const lines: string[] = [];
  let current = indent;
  for (const word of line.slice(indent.length).split(" ")) {
    const isFirst = current.trim() === "";
    const helps = further.length + word.length <= columns;
    if (!isFirst && helps && current.length + 1 + word.length > columns) {
      lines.push(current);
      current = further + word;
    } else current = isFirst ? current + word : `${current} ${word}`;
  }
  return [...lines, current];
}
