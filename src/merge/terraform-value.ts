/**
 * Values of Terraform's language as IAM would read them, and texts written in it. Account, region and partition that the
 * file names by reference read as `*`, and are written as the file has them.
 */
import { placeNamed } from "./at-home.ts";
import type { Home } from "./policy-file.ts";
import { computed, isSource, type ReadText, type ReadValue, readText } from "./read-statement.ts";
import type { References } from "./references.ts";
import { listParts } from "./terraform-function.ts";
import { coreOf, type HclNode, partsOf } from "./terraform-tree.ts";

/** Texts that hold a place by reference -> how the file writes them. */
export type Sources = Map<string, string>;

/** A file, and what is known of the resources that it refers to. */
export interface HclSource {
  readonly text: string;
  readonly references?: References | undefined;
}

export interface HclReading {
  /** Filled while values are read. */
  readonly sources: Sources;
  /** In `aws_iam_policy_document`: policy variables are written `&{aws:username}`. */
  readonly hasAmpersandVariables: boolean;
  /** For writing: the policy's own expressions for the places of its home. */
  readonly home?: HomeSources;
  readonly references?: References | undefined;
}

/** A place's value -> the expression that stands for it. */
export interface HomeSources {
  readonly partition?: Replacement;
  readonly region?: Replacement;
  readonly account?: Replacement;
}

interface Replacement {
  readonly value: string;
  readonly expression: string;
}

const EXPRESSIONS = {
  partition: /\$\{\s*((?:data\.aws_partition\.\w+|var|local)\.(?:aws_)?partition)\s*\}/,
  region: /\$\{\s*(data\.aws_region\.\w+\.(?:name|region|id)|(?:var|local)\.(?:aws_)?region)\s*\}/,
  account: /\$\{\s*(data\.aws_caller_identity\.\w+\.account_id|(?:var|local)\.(?:aws_)?account(?:_id)?)\s*\}/,
} as const;

/** The places of `home` that the policy's text names by reference, and how. */
export function homeSources(policyText: string, home: Home = {}): HomeSources {
  const found = (place: keyof Home): { readonly [P in keyof Home]?: Replacement } => {
    const value = home[place];
    const expression = EXPRESSIONS[place].exec(policyText)?.[1];
    return value === undefined || expression === undefined ? {} : { [place]: { value, expression } };
  };
  return { ...found("partition"), ...found("region"), ...found("account") };
}

const COMPUTED: ReadText = { text: "*", isComputed: true };

export function readHclValue(expression: HclNode, reading: HclReading): ReadValue {
  const node = coreOf(expression);
  if (node.type === "string_lit" || node.type === "quoted_template") return readTemplate(node, reading);
  if (node.type === "numeric_lit" || node.type === "bool_lit") return { text: node.text, isComputed: false };
  if (node.type === "tuple") return partsOf(node, "expression").map((item) => readHclValue(item, reading));
  if (node.type === "object") {
    return { entries: new Map(objectEntries(node).map(({ name, value }) => [name, readHclValue(value, reading)])) };
  }
  const known = reading.references?.textOf(node.text);
  if (known === undefined) return putTogether(node, reading) ?? COMPUTED;
  reading.sources.set(known, node.text);
  return { text: known, isComputed: false };
}

function putTogether(node: HclNode, reading: HclReading): ReadValue | undefined {
  const found = listParts(node);
  const values = found?.parts.map((part) => readHclValue(part, reading));
  return found?.isCertain === false ? values?.map(computed) : values;
}

/** What an interpolated expression gives: an account, region or partition, or a text of a known resource. */
export function readExpression(expression: string, references: References | undefined): ReadText {
  const known = references?.textOf(expression);
  if (known !== undefined) return { text: known, isComputed: false };
  const isAny = placeNamed(expression) !== undefined && references?.isOpen?.(expression) !== true;
  return isAny ? { text: "*", isComputed: false, hasPlace: true } : COMPUTED;
}

export interface ObjectEntry {
  readonly node: HclNode;
  readonly name: string;
  readonly key: HclNode;
  readonly value: HclNode;
}

export function objectEntries(object: HclNode): readonly ObjectEntry[] {
  return partsOf(object, "object_elem").flatMap((node) => {
    const [key, value] = partsOf(node);
    return key === undefined || value === undefined ? [] : [{ node, name: nameOf(key), key, value }];
  });
}

/** A word, or a quoted text. */
function nameOf(key: HclNode): string {
  const quoted = /^"([\s\S]*)"$/.exec(key.text)?.[1];
  return quoted === undefined ? key.text : unescaped(quoted);
}

/** Literal text is what stands between the quotes and the interpolations: the grammar leaves blanks out of its literals. */
function readTemplate(node: HclNode, { sources, hasAmpersandVariables, references }: HclReading): ReadText {
  const filledIn = partsOf(node).filter(({ type }) => /^template_(?:interpolation|directive)$/.test(type));
  const literal = (from: number, to: number): string =>
    unescaped(node.text.slice(from - node.startIndex, to - node.startIndex));
  let text = "";
  let at = node.startIndex + 1;
  let [isComputed, hasPlace] = [false, false];
  for (const part of filledIn) {
    const read = readExpression(partsOf(part, "expression")[0]?.text ?? "", references);
    text += literal(at, part.startIndex) + read.text;
    at = part.endIndex;
    isComputed ||= read.isComputed;
    hasPlace ||= read.hasPlace === true;
  }
  text += literal(at, node.endIndex - 1);
  const read = hasAmpersandVariables ? text.replaceAll("&{", "${") : text;
  if (filledIn.length > 0 && isSource({ text: read, isComputed })) sources.set(read, node.text);
  return readText(read, { isComputed, hasPlace });
}

/** `$${` and `%%{` of HCL stand for themselves without the doubling. */
export const withoutDoubling = (text: string): string => text.replace(/([$%])\1\{/g, "$1{");

function unescaped(literal: string): string {
  const plain = literal.replace(/\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)/g, (_, letter: string) => {
    if (/^u|^U/.test(letter)) return String.fromCodePoint(Number.parseInt(letter.slice(1), 16));
    return { n: "\n", r: "\r", t: "\t" }[letter] ?? letter;
  });
  return withoutDoubling(plain);
}

/** `${` and `%{` begin something in HCL unless they are doubled. */
export const withDoubling = (text: string): string => text.replace(/([$%])\{/g, "$1$1{");

/** What stands between the quotes of a string: the escapes are JSON's but for two, which are spelled as code points. */
const hclLiteral = (text: string): string =>
  withDoubling(JSON.stringify(text).slice(1, -1)).replace(/\\[\s\S]/g, (sign) =>
    sign === "\\b" ? "\\u0008" : sign === "\\f" ? "\\u000c" : sign,
  );

/** A text that names nothing of the file. */
export const hclQuoted = (text: string): string => `"${hclLiteral(text)}"`;

/** A string literal, or the file's own expression for it. */
export function writeHclText(text: string, reading: HclReading): string {
  const { sources, hasAmpersandVariables, home = {}, references } = reading;
  const own = sources.get(text);
  if (own !== undefined) return own;
  const literal = (part: string): string => hclLiteral(hasAmpersandVariables ? part.replaceAll("${", "&{") : part);
  const named = references?.nameOf(text);
  if (named !== undefined) {
    return named.rest === "" ? named.expression : `"\${${named.expression}}${literal(named.rest)}"`;
  }
  const fields = text.split(":");
  if (fields[0] !== "arn" || fields.length < 6) return `"${literal(text)}"`;
  const places = [undefined, home.partition, undefined, home.region, home.account];
  const written = fields.map((field, at) => {
    const place = places[at];
    return place?.value === field ? `\${${place.expression}}` : literal(field);
  });
  return `"${written.join(":")}"`;
}
