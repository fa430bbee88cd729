/** Statements as YAML in the style of a file. What a value's source says already is taken from there, tag and all. */
import type { Statement, StringOrList } from "../iam/policy-document.ts";
import { valuesOf } from "../iam/statement.ts";
import { isPlain, type Quote, type YamlStyle } from "./yaml-style.ts";

/** A value as lines; those after the first are indented from where it stands. */
export interface Written {
  readonly lines: readonly string[];
  /** A block collection: behind a key it begins on a line of its own. */
  readonly isBlock: boolean;
}

export interface YamlWriting {
  readonly style: YamlStyle;
  /** The value's own source, or the tool's reference to it; undefined: a plain text. */
  readonly sourceOf: (value: string) => Written | undefined;
}

/** A statement as block lines, the first key at column 0. */
export function statementLines(statement: Statement, writing: YamlWriting): readonly string[] {
  return elementsOf(statement, writing.style).flatMap(([name, value]) =>
    typeof value === "string" || isList(value)
      ? valueLines(name, value, writing)
      : [`${keyText(name, writing.style)}:`, ...conditionLines(value, writing)],
  );
}

/** On one line: `{ Effect: Allow, … }`; with the indents of its elements and its end, an element a line. */
export function flowStatement(
  statement: Statement,
  writing: YamlWriting,
  lines?: { readonly inside: string; readonly end: string },
): string {
  const { bracePadding, lineBreak } = writing.style;
  const pair = (name: string, value: string): string => `${keyText(name, writing.style)}: ${value}`;
  const parts = elementsOf(statement, writing.style).map(([name, value]) => {
    if (typeof value === "string" || isList(value)) return pair(name, flowValue(name, value, writing));
    const operators = Object.entries(value).map(([operator, keys]) => {
      const inner = Object.entries(keys).map(([key, values]) => pair(key, flowValue(key, values, writing)));
      return pair(operator, `{${bracePadding}${inner.join(", ")}${bracePadding}}`);
    });
    return pair(name, `{${bracePadding}${operators.join(", ")}${bracePadding}}`);
  });
  if (lines === undefined) return `{${bracePadding}${parts.join(", ")}${bracePadding}}`;
  return `{${parts.map((part) => `${lineBreak}${lines.inside}${part}`).join(",")}${lineBreak}${lines.end}}`;
}

type Element = readonly [name: string, value: StringOrList | NonNullable<Statement["Condition"]>];

const isList = (value: Element[1]): value is readonly string[] => Array.isArray(value);

function elementsOf(statement: Statement, { order }: YamlStyle): readonly Element[] {
  const entries: readonly Element[] = Object.entries(statement);
  const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return [...entries].sort(([one], [other]) => rank(one) - rank(other));
}

function conditionLines(condition: NonNullable<Statement["Condition"]>, writing: YamlWriting): readonly string[] {
  const { style } = writing;
  return Object.entries(condition).flatMap(([operator, keys]) => [
    `${" ".repeat(style.mapIndent)}${keyText(operator, style)}:`,
    ...Object.entries(keys)
      .flatMap(([key, values]) => valueLines(key, values, writing))
      .map((line) => " ".repeat(style.mapIndent * 2) + line),
  ]);
}

/** Effect and Sid are never lists; a single action or resource is one where the file has it so. */
function isListed(name: string, value: StringOrList, style: YamlStyle): boolean {
  if (name === "Sid" || name === "Effect") return false;
  const isElement = /^(?:Not)?(?:Action|Resource)$/.test(name);
  return valuesOf(value).length !== 1 || (isElement && style.listsSingles);
}

function valueLines(name: string, value: StringOrList, writing: YamlWriting): readonly string[] {
  const { style } = writing;
  const key = `${keyText(name, style)}:`;
  const written = valuesOf(value).map((text) => scalar(name, text, writing));
  const [first] = written;
  if (!isListed(name, value, style) && first !== undefined) return behindKey(key, first, style);
  const isFlow = written.every(({ lines, isBlock }) => lines.length === 1 && !isBlock);
  if (written.length === 0 || (style.hasFlowLists && isFlow)) return [`${key} ${flowValue(name, value, writing)}`];
  const [dash, below] = [" ".repeat(style.dashIndent), " ".repeat(style.dashIndent + style.dashWidth)];
  const gap = " ".repeat(style.dashWidth - 1);
  const items = written.flatMap(({ lines: [opening = "", ...rest] }) => [
    `${dash}-${gap}${opening}`,
    ...rest.map((line) => (line === "" ? "" : below + line)),
  ]);
  return [key, ...items];
}

function behindKey(key: string, { lines, isBlock }: Written, { mapIndent }: YamlStyle): readonly string[] {
  const indent = " ".repeat(mapIndent);
  const [first = "", ...rest] = lines;
  const below = rest.map((line) => (line === "" ? "" : indent + line));
  return isBlock ? [key, indent + first, ...below] : [`${key} ${first}`, ...below];
}

function flowValue(name: string, value: StringOrList, writing: YamlWriting): string {
  const texts = valuesOf(value).map((text) => {
    const source = writing.sourceOf(text);
    if (source?.lines.length === 1) return source.isBlock ? `{${source.lines[0]}}` : (source.lines[0] ?? "");
    return scalarText(text, { quote: quoteFor(name, writing.style), needed: writing.style.neededQuote, isFlow: true });
  });
  return isListed(name, value, writing.style) ? `[${texts.join(", ")}]` : (texts[0] ?? "[]");
}

const quoteFor = (name: string, { quote, wordQuote }: YamlStyle): Quote =>
  name === "Sid" || name === "Effect" ? wordQuote : quote;

function scalar(name: string, text: string, { style, sourceOf }: YamlWriting): Written {
  const source = sourceOf(text);
  if (source !== undefined && name !== "Sid" && name !== "Effect") return source;
  const quote = quoteFor(name, style);
  return { lines: [scalarText(text, { quote, needed: style.neededQuote, isFlow: false })], isBlock: false };
}

const keyText = (name: string, { keyQuote, neededQuote }: YamlStyle): string =>
  scalarText(name, { quote: keyQuote, needed: neededQuote, isFlow: true });

interface ScalarStyle {
  readonly quote: Quote;
  readonly needed: Exclude<Quote, "">;
  readonly isFlow: boolean;
}

/** In the quote of the file; plain ones get the needed one where they could be read otherwise. */
export function scalarText(text: string, { quote, needed, isFlow }: ScalarStyle): string {
  if (quote !== "") return quotedText(text, quote);
  return isPlain(text) && !(isFlow && /[,[\]{}]/.test(text)) ? text : quotedText(text, needed);
}

function quotedText(text: string, quote: Quote): string {
  if (quote === "") return text;
  const isPrintable = !/[^\x20-\x7E]/.test(text);
  return quote === "'" && isPrintable ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text);
}
