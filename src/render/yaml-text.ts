/**
 * YAML for our own files: block style, two spaces. A scalar stands plain only where every reader of YAML 1.1 and 1.2 takes it
 * for the same text; all others are in double quotes, whose escapes are those of JSON (https://yaml.org/spec/1.2.2/#57-escaped-characters).
 */
import { Expression, isList, isScalar, type Scalar, type Tree } from "./tree.ts";

/** Words of YAML 1.1's booleans, null and floats (https://yaml.org/type/); some of its readers take an exponent alone for a float. */
const RESERVED = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf|e[-+]?\d+)$/i;

/** Begins with a letter or a slash, so never with an indicator, digit or sign; colons only inside words, no ` #`, no end in space. */
const PLAIN = /^[A-Za-z/](?:[A-Za-z0-9_./+=@${}*!?-]|:(?=[^ ])| (?=[A-Za-z0-9]))*$/;

/** Characters that YAML does not print, or takes for line ends, and that JSON leaves as they are. */
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** A whole file; ends with a line end. */
export const yamlText = (tree: Tree): string => `${blockLines(tree).join("\n")}\n`;

export function yamlScalar(scalar: Scalar): string {
  if (scalar instanceof Expression) return scalar.source;
  if (typeof scalar === "number") return String(scalar);
  const isPlain = PLAIN.test(scalar) && !RESERVED.test(scalar);
  return isPlain ? scalar : quoted(scalar);
}

function quoted(text: string): string {
  return JSON.stringify(text).replace(UNPRINTABLE, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function blockLines(tree: Tree): readonly string[] {
  if (isScalar(tree)) return [yamlScalar(tree)];
  if (isList(tree)) return tree.length === 0 ? ["[]"] : tree.flatMap(itemLines);
  const entries = Object.entries(tree);
  return entries.length === 0 ? ["{}"] : entries.flatMap(([key, value]) => entryLines(yamlScalar(key), value));
}

/** The first line of an item stands beside its dash. */
function itemLines(item: Tree): readonly string[] {
  return blockLines(item).map((line, index) => (index === 0 ? `- ${line}` : indented(line)));
}

function entryLines(key: string, value: Tree): readonly string[] {
  if (typeof value === "string" && isBlock(value))
    return [`${key}: |`, ...value.slice(0, -1).split("\n").map(indented)];
  const lines = blockLines(value);
  const isInline = isScalar(value) || Object.keys(value).length === 0;
  return isInline ? [`${key}: ${lines.join("\n")}`] : [`${key}:`, ...lines.map(indented)];
}

const indented = (line: string): string => (line === "" ? "" : `  ${line}`);

/** Several lines, each beginning with what no reader takes for more indentation, that print as they are. */
function isBlock(text: string): boolean {
  return /^[^\s]/.test(text) && /\S\n$/.test(text) && !/[^\n -~\u00a1-\ud7ff\ue000-\ufefe]|[\u2028\u2029]/.test(text);
}
