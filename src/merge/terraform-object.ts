/** A policy document as an object of Terraform's language, in `jsonencode({ … })`: read, and edited where it stands. */
import type { Statement } from "../iam/policy-document.ts";
import type { EditablePolicy } from "./editable-policy.ts";
import { readStatement } from "./read-statement.ts";
import { sequenceEdits } from "./sequence-edits.ts";
import { listParts } from "./terraform-function.ts";
import { alignedAttributes, deeper, listOf } from "./terraform-layout.ts";
import { coreOf, type HclNode, partsOf } from "./terraform-tree.ts";
import {
  type HclReading,
  type HclSource,
  hclQuoted,
  homeSources,
  type ObjectEntry,
  objectEntries,
  readHclValue,
  writeHclText,
} from "./terraform-value.ts";
import { indentAt, indentUnitOf, lineBreakOf, opensLine } from "./text-edits.ts";

/** Undefined for what is no policy of an identity; with `notEditable` where its statements are not written out. */
export function objectPolicy(
  { text, references }: HclSource,
  object: HclNode,
): Omit<EditablePolicy, "address"> | undefined {
  const entry = objectEntries(object).find(({ name }) => name === "Statement");
  if (entry === undefined) return undefined;
  const span = { start: object.startIndex, end: object.endIndex };
  const { list, isPartial } = statementList(coreOf(entry.value));
  if (list.type !== "tuple" && list.type !== "object") {
    return {
      ...span,
      statements: [],
      notEditable: `\`${firstLine(list.text)}\` computes its statements`,
      edits: () => [],
      pasteable: (statements) => objectsText(text, statements),
    };
  }
  const reading: HclReading = { sources: new Map(), hasAmpersandVariables: false, references };
  const nodes = list.type === "tuple" ? partsOf(list, "expression") : [list];
  const statements = nodes.map((node) => {
    const isObject = coreOf(node).type === "object";
    const value = isObject ? readHclValue(node, reading) : { entries: new Map([["Effect", COMPUTED]]) };
    const read = readStatement(value);
    return read && { ...read, start: node.startIndex, end: node.endIndex };
  });
  if (statements.some((statement) => statement === undefined)) return undefined;
  return {
    ...span,
    version: versionOf(object, reading),
    references,
    statements: statements.filter((statement) => statement !== undefined),
    ...(isPartial || nodes.some((node) => coreOf(node).type !== "object") ? { isPartial: true } : {}),
    edits: (edits) => {
      const style = styleOf(text, list, { nodes });
      const writing = { ...style, reading: { ...reading, home: homeSources(object.text, edits.home) } };
      const made = sequenceEdits(
        {
          items: nodes.map(({ startIndex, endIndex }) => ({ start: startIndex, end: endIndex })),
          inside: { start: list.startIndex + 1, end: list.endIndex - 1 },
          write: (statement) => written(statement, writing),
          behind: text.slice(nodes.at(-1)?.endIndex, list.endIndex),
          ...style,
        },
        edits,
      );
      if (list.type === "tuple" || (edits.added.length === 0 && edits.removed.size === 0)) return made;
      const at = (place: number, bracket: string) => ({ start: place, end: place, text: bracket });
      return [at(list.startIndex, "["), ...made, at(list.endIndex, "]")];
    },
  };
}

/** Of several lists that are put together, the first that is written out; the others count as elsewhere. */
function statementList(value: HclNode): { readonly list: HclNode; readonly isPartial: boolean } {
  const found = listParts(value);
  const list = found?.parts.find(({ type }) => type === "tuple");
  return found?.isCertain === true && list !== undefined
    ? { list, isPartial: found.parts.length > 1 }
    : { list: value, isPartial: false };
}

const COMPUTED = { text: "Deny", isComputed: true };

function versionOf(object: HclNode, reading: HclReading): string {
  const version = objectEntries(object).find(({ name }) => name === "Version")?.value;
  const read = version && readHclValue(version, reading);
  return read === undefined ? "" : "text" in read ? read.text : "*";
}

const firstLine = (code: string): string => code.split(/\r?\n/)[0] ?? "";

/** A list of statements as the language has them, in the indents of the file. */
export function objectsText(text: string, statements: readonly Statement[]): string {
  const unit = indentUnitOf(text);
  const reading: HclReading = { sources: new Map(), hasAmpersandVariables: false };
  const plain = {
    lineBreak: "\n",
    unit,
    base: "",
    isOneLine: false,
    isShort: true,
    quote: "",
    assign: " = ",
    comma: "",
  };
  const style = { ...plain, separator: "", open: "", close: "", reading };
  return `[\n${statements.map((statement) => `${deeper(written(statement, style), unit)},\n`).join("")}]\n`;
}

interface ObjectStyle {
  readonly lineBreak: string;
  readonly unit: string;
  readonly base: string;
  readonly isOneLine: boolean;
  readonly isShort: boolean;
  /** `"` or nothing. */
  readonly quote: string;
  readonly assign: string;
  readonly comma: string;
  readonly separator: string;
  readonly open: string;
  readonly close: string;
}

interface Models {
  readonly nodes: readonly HclNode[];
  /** Where the first begins, with its key; absent: it has none. */
  readonly anchor?: HclNode | undefined;
}

/** As the first statement that is written out has it. */
export function styleOf(text: string, list: HclNode, { nodes, anchor }: Models): ObjectStyle {
  const lineBreak = lineBreakOf(text);
  const unit = indentUnitOf(text);
  const model = nodes.map(coreOf).find(({ type }) => type === "object");
  const entries = model === undefined ? [] : objectEntries(model);
  const opens = model === undefined || opensLine(text, (anchor ?? model).startIndex);
  const outer = indentAt(text, list.startIndex);
  const base = model === undefined ? outer + unit : indentAt(text, model.endIndex - 1);
  return {
    lineBreak,
    unit,
    base,
    isOneLine: model !== undefined && !model.text.includes("\n"),
    isShort: listsOf(entries).length > 0 && listsOf(entries).every(({ text: shape }) => !shape.includes("\n")),
    quote: entries[0]?.key.text.startsWith('"') === true ? '"' : "",
    assign: assignOf(text, entries),
    comma: model !== undefined && /,\s*\n/.test(betweenFirst(text, entries)) ? "," : "",
    separator: opens ? `,${lineBreak}${base}` : ", ",
    open: opens ? lineBreak + base : "",
    close: opens ? `,${lineBreak}${outer}` : "",
  };
}

const listsOf = (entries: readonly ObjectEntry[]): readonly HclNode[] =>
  entries.map(({ value }) => coreOf(value)).filter(({ type }) => type === "tuple");

function assignOf(text: string, [first]: readonly ObjectEntry[]): string {
  if (first === undefined) return " = ";
  const between = text.slice(first.key.endIndex, first.value.startIndex);
  return between.includes("=") ? " = " : between.replace(/ +:/, (found) => (found.length > 2 ? " :" : found));
}

function betweenFirst(text: string, [first, second]: readonly ObjectEntry[]): string {
  return first === undefined || second === undefined ? "" : text.slice(first.node.endIndex, second.node.startIndex);
}

type Writing = ObjectStyle & { readonly reading: HclReading };

/** An object, a list or a text in that style. */
export function written(value: object, style: Writing): string {
  const text = style.isOneLine ? oneLine(value, style) : valueText(value, style);
  return deeper(text, style.base).trimStart().replaceAll("\n", style.lineBreak);
}

const keyOf = (name: string, quote: string): string =>
  /^\w+$/.test(name) ? `${quote}${name}${quote}` : hclQuoted(name);

function oneLine(value: unknown, style: Writing): string {
  if (typeof value === "string") return writeHclText(value, style.reading);
  if (Array.isArray(value)) return `[${value.map((item) => oneLine(item, style)).join(", ")}]`;
  const entries = Object.entries(value ?? {}).map(
    ([name, item]) => `${keyOf(name, style.quote)}${style.assign}${oneLine(item, style)}`,
  );
  return `{ ${entries.join(", ")} }`;
}

function valueText(value: unknown, style: Writing): string {
  if (typeof value === "string") return writeHclText(value, style.reading);
  if (Array.isArray(value))
    return listOf(
      value.map((item) => valueText(item, style)),
      style,
    );
  const attributes = Object.entries(value ?? {}).map(
    ([name, item]) => [keyOf(name, style.quote), valueText(item, style)] as const,
  );
  const lines = alignedAttributes(attributes, style.assign).map((line, at) =>
    at + 1 < attributes.length ? line + style.comma : line,
  );
  return `{\n${deeper(lines.join("\n"), style.unit)}\n}`;
}
