/** Attributes and lists as `terraform fmt` leaves them, so that a later run of it changes nothing. */

/** Name and value; a value may have several lines, all but the first indented from the attribute's own column. */
export type Attribute = readonly [name: string, value: string];

/** Names of neighbours whose values have one line are padded to one width. */
export function alignedAttributes(attributes: readonly Attribute[], assign = " = "): readonly string[] {
  const lines: string[] = [];
  let group: Attribute[] = [];
  const flush = (): void => {
    const width = Math.max(0, ...group.map(([name]) => name.length));
    lines.push(
      ...group.map(([name, value]) => `${assign.trim() === "=" ? name.padEnd(width) : name}${assign}${value}`),
    );
    group = [];
  };
  for (const attribute of attributes) {
    const [name, value] = attribute;
    if (!value.includes("\n")) group.push(attribute);
    else {
      flush();
      lines.push(`${name}${assign}${value}`);
    }
  }
  flush();
  return lines;
}

export interface ListLayout {
  readonly unit: string;
  /** In one line, if it is no longer than a line should be. */
  readonly isShort: boolean;
}

const LONGEST_LINE = 100;

/** `values` are written already. */
export function listOf(values: readonly string[], { unit, isShort }: ListLayout): string {
  const short = `[${values.join(", ")}]`;
  if (isShort && short.length <= LONGEST_LINE) return short;
  return `[\n${values.map((value) => `${unit}${value},\n`).join("")}]`;
}

/** Every line begins with `indent`, but for empty ones. */
export const deeper = (text: string, indent: string): string =>
  text
    .split("\n")
    .map((line) => (line === "" ? line : indent + line))
    .join("\n");
