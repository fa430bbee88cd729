/** Long lines for a terminal: broken at blanks, the rest indented further, so that a list stays a list. */

/** The line as it is where there is no width (a pipe, a file: what reads them counts on whole lines), or no blank to break at. */
export function wrappedLines(line: string, columns: number | undefined): readonly string[] {
  if (columns === undefined || line.length <= columns) return [line];
  const indent = /^ */.exec(line)?.[0] ?? "";
  const lines: string[] = [];
  let current = indent;
  for (const word of line.slice(indent.length).split(" ")) {
    const isFirst = current.trim() === "";
    if (!isFirst && current.length + 1 + word.length > columns) {
      lines.push(current);
      current = `${indent}    ${word}`;
    } else current = isFirst ? current + word : `${current} ${word}`;
  }
  return [...lines, current];
}
