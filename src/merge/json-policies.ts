/** The policies in a JSON text, and the edits that change their statements. A text may itself stand inside another one. */

import type { Statement } from "../iam/policy-document.ts";
import { jsonStyleOf, writeJsonStatement } from "./json-style.ts";
import { type JsonNode, parseJson } from "./json-tree.ts";
import type { Home, StatementEdits } from "./policy-file.ts";
import { type ReadStatement, type ReadText, type ReadValue, readStatement } from "./read-statement.ts";
import { sequenceEdits } from "./sequence-edits.ts";
import type { Span } from "./source-place.ts";
import type { TextEdit } from "./text-edits.ts";

export interface JsonPolicy extends Span {
  /** Names and indexes from the root, joined by dots; empty for the root. */
  readonly address: string;
  readonly version: string;
  readonly statements: readonly (ReadStatement & Span)[];
  readonly edits: (edits: StatementEdits) => readonly TextEdit[];
}

export interface JsonReading {
  /** Strings as IAM would read them; absent: they are literal. */
  readonly readText?: (text: string) => ReadText;
  /** Names of an object, likewise. */
  readonly readName?: (name: string) => string;
  /** Objects that stand for a value, such as a template's intrinsic functions; undefined for plain ones. */
  readonly readObject?: (node: JsonNode) => ReadText | undefined;
  /** The value to write for the text of a resource or condition; absent: the text. */
  readonly writeText?: (text: string, home: Home | undefined) => unknown;
}

/** In the order of the text. Documents of trust and of resources (Principal) are none of an identity. */
export function jsonPolicies(text: string, root: JsonNode, reading: JsonReading = {}): readonly JsonPolicy[] {
  const found: JsonPolicy[] = [];
  const visit = (node: JsonNode, path: readonly string[]): void => {
    const policy = policyAt(text, node, { path, reading });
    if (policy !== undefined) found.push(policy);
    else {
      for (const [name, member] of node.members) visit(member, [...path, name]);
      for (const [index, item] of node.items.entries()) visit(item, [...path, String(index)]);
    }
  };
  visit(root, []);
  return found;
}

/** Text that the policies of a string in it were found in. */
export function embeddedPolicies(value: string): readonly JsonPolicy[] {
  if (!/^\s*\{/.test(value)) return [];
  const root = parseJson(value);
  return "says" in root ? [] : jsonPolicies(value, root).filter(({ address }) => address === "");
}

interface Where {
  readonly path: readonly string[];
  readonly reading: JsonReading;
}

function policyAt(text: string, node: JsonNode, { path, reading }: Where): JsonPolicy | undefined {
  const list = node.members.get("Statement");
  if (list === undefined || (list.kind !== "array" && list.kind !== "object")) return undefined;
  const nodes = list.kind === "array" ? list.items : [list];
  const statements = nodes.map((item) => {
    const read = readStatement(readValue(item, reading));
    return read === undefined ? undefined : { ...read, start: item.start, end: item.end };
  });
  if (statements.some((statement) => statement === undefined)) return undefined;
  if (statements.length === 0 && !node.members.has("Version")) return undefined;
  return {
    address: path.join("."),
    version: versionOf(node.members.get("Version"), reading),
    start: node.start,
    end: node.end,
    statements: statements.filter((statement) => statement !== undefined),
    edits: (edits) => editsTo({ text, list, reading }, edits),
  };
}

function versionOf(node: JsonNode | undefined, reading: JsonReading): string {
  const value = node === undefined ? undefined : readValue(node, reading);
  return value !== undefined && "text" in value ? value.text : "";
}

interface Written {
  readonly text: string;
  readonly list: JsonNode;
  readonly reading: JsonReading;
}

function editsTo({ text, list, reading }: Written, edits: StatementEdits): readonly TextEdit[] {
  const isList = list.kind === "array";
  const items = isList ? list.items : [list];
  const style = jsonStyleOf(text, list, items[0]);
  const made = sequenceEdits(
    {
      items,
      inside: isList ? { start: list.start + 1, end: list.end - 1 } : list,
      write: (statement) => writeJsonStatement(withValues(statement, reading, edits.home), style),
      separator: style.separator,
      open: style.open,
      close: style.close,
    },
    edits,
  );
  if (isList || (edits.added.length === 0 && edits.removed.size === 0)) return made;
  return [{ start: list.start, end: list.start, text: "[" }, ...made, { start: list.end, end: list.end, text: "]" }];
}

const WRITTEN = new Set(["Resource", "Condition"]);

function withValues(statement: Statement, { writeText }: JsonReading, home: Home | undefined): object {
  if (writeText === undefined) return statement;
  const written = (value: unknown): unknown => {
    if (typeof value === "string") return writeText(value, home);
    if (Array.isArray(value)) return value.map(written);
    return Object.fromEntries(Object.entries(Object(value)).map(([name, member]) => [name, written(member)]));
  };
  const entries = Object.entries(statement).map(([name, value]) => [name, WRITTEN.has(name) ? written(value) : value]);
  return Object.fromEntries(entries);
}

function readValue(node: JsonNode, reading: JsonReading): ReadValue {
  if (node.kind === "array") return node.items.map((item) => readValue(item, reading));
  if (node.kind === "object") {
    const computed = reading.readObject?.(node);
    if (computed !== undefined) return computed;
    const { readName = (name: string): string => name } = reading;
    return {
      entries: new Map([...node.members].map(([name, member]) => [readName(name), readValue(member, reading)])),
    };
  }
  const text = String(node.value);
  return reading.readText?.(text) ?? { text, isComputed: false };
}
