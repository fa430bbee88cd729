/** How a JSON file writes its policy, told by the statements that stand there, and new statements in the same manner. */
import type { JsonNode } from "./json-tree.ts";
import { indentAt, indented, indentUnitOf, lineBreakOf, opensLine } from "./text-edits.ts";

export interface JsonStyle {
  readonly lineBreak: string;
  readonly unit: string;
  /** Before every line of a statement but the first. */
  readonly base: string;
  /** Each statement in one line. */
  readonly isOneLine: boolean;
  /** Lists in one line, although statements have several. */
  readonly hasShortLists: boolean;
  readonly afterColon: string;
  readonly afterComma: string;
  /** Between a brace and what is in it, for statements of one line. */
  readonly padding: string;
  readonly separator: string;
  readonly open: string;
  readonly close: string;
}

/** `list` is the Statement element, a list or the one statement itself; `model` is the statement that others are to look like. */
export function jsonStyleOf(text: string, list: JsonNode, model: JsonNode | undefined): JsonStyle {
  const lineBreak = lineBreakOf(text);
  const unit = indentUnitOf(text);
  const isOneLineFile = !text.trim().includes("\n");
  const shape = text.slice(model?.start ?? 0, model?.end ?? 0);
  const isOneLine = model === undefined ? isOneLineFile : !shape.includes("\n");
  const opens = model === undefined ? !isOneLineFile : opensLine(text, model.start);
  const line = indentAt(text, model === undefined ? list.start : model.end - 1);
  const base = model === undefined ? line + unit : line;
  const spaced = /":(\s*)/.exec(text);
  const afterComma = isOneLineFile ? (/,( *)"/.exec(text)?.[1] ?? spaced?.[1] ?? " ") : " ";
  const outer = indentAt(text, list.start);
  const lists = [...(model?.members.values() ?? [])].filter(({ kind, items }) => kind === "array" && items.length > 0);
  return {
    lineBreak,
    unit,
    base,
    isOneLine,
    hasShortLists: lists.length > 0 && lists.every(({ start, end }) => !text.slice(start, end).includes("\n")),
    afterColon: (spaced?.[1] ?? " ").includes("\n") ? " " : (spaced?.[1] ?? " "),
    afterComma,
    padding: isOneLine && /^\{ /.test(shape) ? " " : "",
    separator: opens ? `,${lineBreak}${base}` : `,${afterComma}`,
    open: opens ? lineBreak + base : "",
    close: opens ? lineBreak + outer : "",
  };
}

/** Lists longer than this are not put into one line. */
const LONGEST_LINE = 100;

/** One statement, without the blanks before its first line; its values may be objects, as templates have them. */
export function writeJsonStatement(statement: object, style: JsonStyle): string {
  return style.isOneLine
    ? oneLine(statement, style)
    : indented(lines(statement, style, ""), style.base, style.lineBreak);
}

function oneLine(value: unknown, style: JsonStyle): string {
  const { afterColon, afterComma, padding } = style;
  if (Array.isArray(value)) return `[${value.map((item) => oneLine(item, style)).join(`,${afterComma}`)}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, item]) => `${JSON.stringify(name)}:${afterColon}${oneLine(item, style)}`,
  );
  return `{${padding}${members.join(`,${afterComma}`)}${padding}}`;
}

function lines(value: unknown, style: JsonStyle, indent: string): string {
  const deeper = indent + style.unit;
  const inside = (items: readonly string[]): string => `\n${items.map((item) => deeper + item).join(",\n")}\n${indent}`;
  if (Array.isArray(value)) {
    const short = oneLine(value, { ...style, afterComma: " " });
    if (value.length === 0 || (style.hasShortLists && short.length + deeper.length <= LONGEST_LINE)) return short;
    return `[${inside(value.map((item) => lines(item, style, deeper)))}]`;
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, item]) => `${JSON.stringify(name)}:${style.afterColon}${lines(item, style, deeper)}`,
  );
  return `{${inside(members)}}`;
}
