/** `data "aws_iam_policy_document"`: its statement blocks read as statements, and edited. */
import type { Statement } from "../iam/policy-document.ts";
import { valuesOf } from "../iam/statement.ts";
import type { EditablePolicy } from "./editable-policy.ts";
import type { StatementEdits } from "./policy-file.ts";
import { type ReadMap, type ReadValue, readStatement } from "./read-statement.ts";
import type { Span } from "./source-place.ts";
import { conditionValue, elementOf, type WrittenCondition } from "./terraform-elements.ts";
import { alignedAttributes, deeper, listOf } from "./terraform-layout.ts";
import { coreOf, type HclBlock, type HclNode } from "./terraform-tree.ts";
import {
  type HclReading,
  type HclSource,
  hclQuoted,
  homeSources,
  readHclValue,
  writeHclText,
} from "./terraform-value.ts";
import { indentAt, indentUnitOf, lineBreakOf, type TextEdit } from "./text-edits.ts";

/** What the document takes statements from besides its own blocks; the last two until version 4 of the provider. */
const OTHER_DOCUMENTS = /^(?:source_policy_documents|override_policy_documents|source_json|override_json)$/;

/** Undefined for a document of a trust or of a resource: it names principals. */
export function documentPolicy({ text, references }: HclSource, block: HclBlock): EditablePolicy | undefined {
  const reading: HclReading = { sources: new Map(), hasAmpersandVariables: true, references };
  let read: EditablePolicy["statements"] | undefined;
  const statements = (): EditablePolicy["statements"] | undefined => {
    read ??= statementsOf(block, reading);
    return read;
  };
  const written = block.node.text;
  if (/principals/.test(written) && statements() === undefined) return undefined;
  return {
    references,
    ampersandVariables: true,
    address: `data.${block.labels.join(".")}`,
    start: block.node.startIndex,
    end: block.node.endIndex,
    get statements() {
      return statements() ?? [];
    },
    ...(/source_|override_/.test(written) && hasOtherDocuments(block) ? { isPartial: true } : {}),
    edits: (edits) => {
      // What the statements refer to is known once they are read.
      statements();
      const home = homeSources(written, edits.home);
      return blockEdits(
        { text, block, blocks: block.blocks.filter(isStatement), reading: { ...reading, home } },
        edits,
      );
    },
  };
}

const hasOtherDocuments = ({ attributes }: HclBlock): boolean =>
  [...attributes.keys()].some((name) => OTHER_DOCUMENTS.test(name));

/** Undefined where one of them is not of an identity. */
function statementsOf(block: HclBlock, reading: HclReading): EditablePolicy["statements"] | undefined {
  const statements = block.blocks.filter(isStatement).map((statement) => {
    const read = readStatement(statementValue(statement, reading));
    return read && { ...read, start: statement.node.startIndex, end: statement.node.endIndex };
  });
  const readable = statements.filter((statement) => statement !== undefined);
  return readable.length === statements.length ? readable : undefined;
}

const isStatement = ({ keyword, labels }: HclBlock): boolean =>
  keyword === "statement" || (keyword === "dynamic" && labels[0] === "statement");

function statementValue(block: HclBlock, reading: HclReading): ReadMap {
  const computed: ReadValue = { text: "*", isComputed: true };
  const isDynamic = block.keyword === "dynamic";
  const entries = new Map<string, ReadValue>([["Effect", { text: "Allow", isComputed: isDynamic }]]);
  for (const [name, value] of block.attributes) entries.set(elementOf(name) ?? name, readHclValue(value, reading));
  for (const inner of block.blocks) {
    if (inner.keyword !== "condition")
      entries.set(elementOf(inner.keyword) ?? inner.labels[0] ?? inner.keyword, computed);
  }
  const conditions = block.blocks.filter(({ keyword }) => keyword === "condition");
  const written = conditions.map(
    ({ attributes }): WrittenCondition =>
      (argument) =>
        attributes.get(argument),
  );
  if (written.length > 0) entries.set("Condition", conditionValue(written, reading));
  return { entries };
}

interface Place {
  readonly text: string;
  readonly block: HclBlock;
  readonly blocks: readonly HclBlock[];
  readonly reading: HclReading;
}

function blockEdits({ text, block, blocks, reading }: Place, edits: StatementEdits): readonly TextEdit[] {
  const lineBreak = lineBreakOf(text);
  const unit = indentUnitOf(text);
  const model = blocks[0];
  const indent =
    model === undefined ? indentAt(text, block.node.startIndex) + unit : indentAt(text, model.node.startIndex);
  const isShort = model !== undefined && hasShortLists(model, text);
  const write = (statement: Statement): string =>
    deeper(statementText(statement, { unit, isShort, reading }), indent).trimStart().replaceAll("\n", lineBreak);
  const made: TextEdit[] = [];
  for (const [index, { node }] of blocks.entries()) {
    const statement = edits.replaced.get(index);
    if (edits.removed.has(index)) made.push({ ...removalOf(text, node), text: "" });
    else if (statement !== undefined) made.push({ start: node.startIndex, end: node.endIndex, text: write(statement) });
  }
  if (edits.added.length === 0) return made;
  const gap = isTight(blocks, text) ? lineBreak : lineBreak + lineBreak;
  const texts = edits.added.map((statement) => indent + write(statement));
  const last = blocks.at(-1);
  if (last !== undefined) {
    const place = last.node.endIndex + commentLength(text.slice(last.node.endIndex, block.node.endIndex));
    return [...made, { start: place, end: place, text: texts.map((one) => gap + one).join("") }];
  }
  const close = block.node.endIndex - 1;
  const before = text.slice(0, close).trimEnd().length;
  const isEmpty = text[before - 1] === "{";
  const start = isEmpty ? lineBreak : gap;
  const end = lineBreak + indentAt(text, block.node.startIndex);
  return [...made, { start: before, end: close, text: start + texts.join(gap) + end }];
}

/** A comment in the line of a block's brace is about that block. */
const commentLength = (behind: string): number =>
  /^[ \t]*(?:(?:#|\/\/)[^\r\n]*|\/\*[^\r\n]*\*\/[ \t]*(?=\r?\n))/.exec(behind)?.[0].length ?? 0;

/** Statements follow each other without an empty line. */
function isTight([first, second]: readonly HclBlock[], text: string): boolean {
  if (first === undefined || second === undefined) return false;
  return !/\n[ \t]*\r?\n/.test(text.slice(first.node.endIndex, second.node.startIndex));
}

function hasShortLists({ attributes }: HclBlock, text: string): boolean {
  const lists = [...attributes.values()].map(coreOf).filter(({ type }) => type === "tuple");
  return (
    lists.length > 0 && lists.every(({ startIndex, endIndex }) => !text.slice(startIndex, endIndex).includes("\n"))
  );
}

/** The block with its lines and the empty lines before it. */
function removalOf(text: string, { startIndex, endIndex }: HclNode): Span {
  const before = /(?:\r?\n[ \t]*)+$/.exec(text.slice(0, startIndex));
  return { start: before === null ? startIndex : before.index, end: endIndex };
}

interface BlockStyle {
  readonly unit: string;
  readonly isShort: boolean;
  readonly reading: HclReading;
}

function statementText(statement: Statement, { unit, isShort: hasShort, reading }: BlockStyle): string {
  const { Sid, Effect, Action, Resource, Condition } = statement;
  const list = (element: Statement["Action"], isShort = hasShort): string =>
    listOf(
      valuesOf(element).map((value) => writeHclText(value, reading)),
      { unit, isShort },
    );
  const attributes = [
    ...(Sid === undefined ? [] : [["sid", hclQuoted(Sid)] as const]),
    ["effect", hclQuoted(Effect)] as const,
    ["actions", list(Action)] as const,
    ["resources", list(Resource)] as const,
  ];
  const conditions = Object.entries(Condition ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) =>
      ["condition {", ...conditionLines(operator, key, list(values, true)).map((line) => deeper(line, unit)), "}"].join(
        "\n",
      ),
    ),
  );
  const lines = alignedAttributes(attributes);
  const body = lines.reduce((done, line) => done + gapBetween(done, line) + line, "");
  return ["statement {", deeper([body, ...conditions].join("\n\n"), unit), "}"].join("\n");
}

const conditionLines = (operator: string, key: string, values: string): readonly string[] =>
  alignedAttributes([
    ["test", hclQuoted(operator)],
    ["variable", hclQuoted(key)],
    ["values", values],
  ]);

/** An empty line stands before and after what has several lines. */
function gapBetween(done: string, line: string): string {
  if (done === "") return "";
  return line.includes("\n") || /\n\]$/.test(done) ? "\n\n" : "\n";
}
