/**
 * Values of generated modules as IAM would read them, and values written in their language. Account, region and partition
 * that a module names through CDK's or Pulumi's own references read as `*`, and are written as the module has them.
 */
import { placeNamed } from "./at-home.ts";
import type { CodeLanguage, CodeNode } from "./code-tree.ts";
import type { Home } from "./policy-file.ts";
import { isSource, type ReadText, type ReadValue, readText } from "./read-statement.ts";
import type { References } from "./references.ts";

export interface CodeStyle {
  readonly language: CodeLanguage;
  readonly quote: '"' | "'";
  /** Before the backtick of a template literal. */
  readonly tag: "" | "pulumi.interpolate";
  /** One level. */
  readonly unit: string;
  /** Texts that hold a place by reference -> how the module writes them. */
  readonly sources: ReadonlyMap<string, string>;
  /** The module's own expressions for the places of its home. */
  readonly home: HomeExpressions;
}

interface Replacement {
  readonly value: string;
  readonly expression: string;
}

export type HomeExpressions = { readonly [P in keyof Home]?: Replacement };

const EXPRESSIONS = {
  partition: /\{\s*(Aws\.PARTITION|partition\.partition)\s*\}/,
  region: /\{\s*(Aws\.REGION|region\.id)\s*\}/,
  account: /\{\s*(Aws\.ACCOUNT_ID|account\.accountId)\s*\}/,
} as const;

/** The places of `home` that the text of the module names by reference, and how. */
export function homeExpressions(text: string, home: Home = {}): HomeExpressions {
  const found = (place: keyof Home): HomeExpressions => {
    const [value, expression] = [home[place], EXPRESSIONS[place].exec(text)?.[1]];
    return value === undefined || expression === undefined ? {} : { [place]: { value, expression } };
  };
  return { ...found("partition"), ...found("region"), ...found("account") };
}

export interface CodeReading {
  /** The module's. */
  readonly text: string;
  /** Filled while values are read. */
  readonly sources: Map<string, string>;
  /** What is known of account, region and partition. */
  readonly references?: References | undefined;
}

export function readCodeValue(node: CodeNode, reading: CodeReading): ReadValue {
  if (node.kind === "list") return node.items.map((item) => readCodeValue(item, reading));
  if (node.kind === "map" && node.entries.every(({ key }) => key !== "")) {
    return { entries: new Map(node.entries.map(({ key, value }) => [key, readCodeValue(value, reading)])) };
  }
  if (node.kind !== "text") return { text: "*", isComputed: true };
  const parts = node.parts.map((part) => (typeof part === "string" ? literal(part) : filledIn(part, reading)));
  const read = readText(parts.map(({ text }) => text).join(""), {
    isComputed: parts.some(({ isComputed }) => isComputed),
    hasPlace: parts.some(({ hasPlace }) => hasPlace === true),
  });
  const isFilledIn = node.parts.some((part) => typeof part !== "string");
  if (isFilledIn && isSource(read)) reading.sources.set(read.text, reading.text.slice(node.start, node.end));
  return read;
}

const literal = (text: string): ReadText => ({ text, isComputed: false });

function filledIn({ expression }: { readonly expression: string }, { references }: CodeReading): ReadText {
  const known = references?.textOf(expression);
  if (known !== undefined) return literal(known);
  const isAny = placeNamed(expression) !== undefined && references?.isOpen?.(expression) !== true;
  return isAny ? { text: "*", isComputed: false, hasPlace: true } : { text: "*", isComputed: true };
}

/** Source of the language, written as it stands. */
export interface Raw {
  readonly raw: string;
}

export type CodeValue =
  | string
  | Raw
  | readonly CodeValue[]
  | { readonly pairs: readonly (readonly [string, CodeValue])[] };

const LONGEST_LINE = 100;

/** As it stands behind `before`, the indentation of its line; later lines carry that indentation. */
export function codeText(value: CodeValue, style: CodeStyle, before: string): string {
  if (typeof value === "string") return writtenText(value, style);
  if ("raw" in value) return value.raw;
  const inner = before + style.unit;
  if ("pairs" in value) {
    const entries = value.pairs.map(([key, item]) => `${keyText(key, style)}: ${codeText(item, style, inner)}`);
    return enclosed("{}", entries, before, inner);
  }
  const items = value.map((item) => codeText(item, style, inner));
  const line = `[${items.join(", ")}]`;
  const isShort = before.length + line.length <= LONGEST_LINE && value.every((item) => typeof item === "string");
  return isShort ? line : enclosed("[]", items, before, inner);
}

/** One part a line, each with its comma. */
export function enclosed(brackets: string, parts: readonly string[], before: string, inner: string): string {
  const [open, close] = [brackets.slice(0, -1), brackets.slice(-1)];
  return parts.length === 0
    ? open + close
    : [open, ...parts.map((part) => `${inner}${part},`), before + close].join("\n");
}

const keyText = (key: string, { language, quote }: CodeStyle): string =>
  language === "typescript" && /^[A-Za-z_]\w*$/.test(key) ? key : quoted(key, quote);

function quoted(text: string, quote: '"' | "'"): string {
  const json = JSON.stringify(text);
  return quote === '"' ? json : `'${json.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

function writtenText(text: string, style: CodeStyle): string {
  const { sources, home, quote, language, tag } = style;
  const own = sources.get(text);
  if (own !== undefined) return own;
  const fields = text.split(":");
  const places = [undefined, home.partition, undefined, home.region, home.account];
  const isPlaced = (field: string, at: number): boolean => places[at]?.value === field && fields.length > 5;
  if (fields[0] !== "arn" || !fields.some(isPlaced)) return quoted(text, quote);
  const isPython = language === "python";
  const literal = (field: string): string =>
    isPython
      ? quoted(field, quote).slice(1, -1).replace(/[{}]/g, "$&$&")
      : field.replace(/[`\\]|\$(?=\{)/g, "\\$&").replaceAll("\r", "\\r");
  const written = fields.map((field, at) => {
    const place = isPlaced(field, at) ? places[at] : undefined;
    return place === undefined ? literal(field) : `${isPython ? "" : "$"}{${place.expression}}`;
  });
  return isPython ? `f${quote}${written.join(":")}${quote}` : `${tag}\`${written.join(":")}\``;
}
