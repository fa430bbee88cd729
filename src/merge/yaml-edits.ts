/** Edits to the statements of a YAML policy, for each way in which they may be written. */
import { InputError } from "../errors.ts";
import type { Statement } from "../iam/policy-document.ts";
import type { StatementEdits } from "./policy-file.ts";
import { sequenceEdits } from "./sequence-edits.ts";
import { indentAt, opensLine, type TextEdit } from "./text-edits.ts";
import type { PlacedStatement, StatementPlace } from "./yaml-policy.ts";
import { changedElements } from "./yaml-statement-edits.ts";
import { columnOf } from "./yaml-style.ts";
import type { YamlNode } from "./yaml-tree.ts";
import { flowStatement, statementLines, type YamlWriting } from "./yaml-writer.ts";

export interface YamlEditing {
  readonly text: string;
  readonly place: StatementPlace;
  readonly statements: readonly PlacedStatement[];
  readonly writing: YamlWriting;
}

type Edits = (editing: YamlEditing, edits: StatementEdits) => readonly TextEdit[];

/** `- Effect: Allow` …: new ones behind the last, with its dash and its distance from it. */
export const blockListEdits: Edits = (editing, asked) => {
  const { text, place, statements } = editing;
  const edits = inPlaceOfRemoved(asked, statements.length);
  const [items, dashes] = place.value.kind === "list" ? [place.value.items, place.value.dashes] : [[], []];
  const dash = dashes.at(-1) ?? place.value.span.start;
  const removed = statements.filter((_, index) => edits.removed.has(index));
  const isEmptied = removed.length === items.length;
  const made = removed.map(({ item = 0 }, order): TextEdit => {
    const start = dashes[item] ?? dash;
    const end = items[item]?.span.end ?? start;
    if (isEmptied && order === 0) return { start, end, text: emptyBelow(editing, start) };
    return { start: lineBreakBefore(text, start), end: lineEnd(text, end), text: "" };
  });
  const last = items.at(-1);
  return [
    ...made,
    ...replacements(editing, edits),
    ...appended(editing, edits.added, { dash: columnOf(text, dash), width: widthOf(last, dash), behind: last }),
  ];
};

/** `Statement:` with one map below it becomes a list by a dash before its first key, so that its other lines stay. */
export const singleStatementEdits: Edits = (editing, asked) => {
  const { text, place } = editing;
  const edits = inPlaceOfRemoved(asked, 1);
  const { start, end } = place.value.span;
  if (edits.removed.size > 0) return [{ start, end, text: "[]" }];
  const column = columnOf(text, place.key.start);
  const width = columnOf(text, start) - column;
  const changed = replacements(editing, edits);
  if (edits.added.length === 0) return changed;
  if (width < 2 || !opensLine(text, start)) {
    const message = `cannot edit \`${place.address}\`: there is no room for the dash of a list`;
    throw new InputError("policy-not-editable", message, { hint: "write its statement as a list and try again" });
  }
  const opened = { start: start - width, end: start, text: `-${" ".repeat(width - 1)}` };
  return [opened, ...changed, ...appended(editing, edits.added, { dash: column, width, behind: place.value })];
};

/** `[]`, or nothing behind the key. */
export const emptyListEdits: Edits = (editing, { added }) => {
  const { text, place, writing } = editing;
  if (added.length === 0) return [];
  const { start, end } = place.value.span;
  if (place.isInFlow) {
    return [{ start, end, text: `[${added.map((statement) => flowStatement(statement, writing)).join(", ")}]` }];
  }
  const { dashIndent, dashWidth } = writing.style;
  const dash = columnOf(text, place.key.start) + dashIndent;
  const at = lineEnd(text, end);
  const items = { start: at, end: at, text: itemsText(editing, added, { dash, width: dashWidth }) };
  return end > start ? [{ start: text.slice(0, start).trimEnd().length, end, text: "" }, items] : [items];
};

/** `[{ Effect: Allow, … }, …]`, on one line or many; a map alone becomes a list of itself. */
export const flowListEdits: Edits = (editing, edits) => {
  const { text, place, writing } = editing;
  const { start, end } = place.value.span;
  const list = place.value.kind === "list" ? place.value : undefined;
  const nodes = list === undefined ? [place.value] : list.items;
  const item = nodes.at(-1);
  const isOwnLine = item !== undefined && opensLine(text, item.start);
  const lineBreak = writing.style.lineBreak;
  const made = sequenceEdits(
    {
      items: nodes.map((node) => ({ start: node.start, end: node.span.end })),
      inside: list === undefined ? { start, end } : { start: start + 1, end: end - 1 },
      write: (statement) => flowStatement(statement, writing, linesOf(text, item)),
      separator: isOwnLine ? `,${lineBreak}${indentAt(text, item.start)}` : ", ",
      open: "",
      close: "",
    },
    byItem(editing, edits),
  );
  if (list !== undefined || edits.added.length + edits.removed.size === 0) return made;
  return [{ start, end: start, text: "[" }, ...made, { start: end, end, text: "]" }];
};

function linesOf(text: string, item: YamlNode | undefined): { inside: string; end: string } | undefined {
  const first = item?.kind === "map" ? item.entries[0] : undefined;
  if (item === undefined || first === undefined || !opensLine(text, first.key.start)) return undefined;
  return { inside: indentAt(text, first.key.start), end: indentAt(text, item.start) };
}

/** The same edits, counted by items of the list rather than by statements. */
function byItem({ statements }: YamlEditing, { replaced, removed, ...rest }: StatementEdits): StatementEdits {
  const itemOf = (index: number): number => statements[index]?.item ?? index;
  return {
    ...rest,
    replaced: new Map([...replaced].map(([index, statement]) => [itemOf(index), statement])),
    removed: new Set([...removed].map(itemOf)),
  };
}

/** Where all would go and new ones come, the first of them takes the first one's place. */
function inPlaceOfRemoved(edits: StatementEdits, count: number): StatementEdits {
  const [first, ...added] = edits.added;
  if (first === undefined || edits.removed.size < count || !edits.removed.has(0)) return edits;
  const removed = new Set([...edits.removed].filter((index) => index !== 0));
  return { ...edits, added, removed, replaced: new Map([...edits.replaced, [0, first]]) };
}

function replacements({ text, statements, writing }: YamlEditing, { replaced }: StatementEdits): readonly TextEdit[] {
  return [...replaced].flatMap(([index, statement]) => {
    const old = statements[index];
    if (old === undefined) return [];
    const { start, end } = old.node.span;
    if (old.node.isFlow) return [{ start, end, text: flowStatement(statement, writing, linesOf(text, old.node)) }];
    const elements = changedElements(text, old, { statement, writing });
    if (elements !== undefined) return elements;
    const indent = `${writing.style.lineBreak}${" ".repeat(columnOf(text, start))}`;
    return [{ start, end, text: statementLines(statement, writing).join(indent) }];
  });
}

interface Dashes {
  readonly dash: number;
  readonly width: number;
}

function appended(
  editing: YamlEditing,
  added: readonly Statement[],
  { behind, ...dashes }: Dashes & { readonly behind: YamlNode | undefined },
): readonly TextEdit[] {
  if (added.length === 0 || behind === undefined) return [];
  const at = lineEnd(editing.text, behind.span.end);
  return [{ start: at, end: at, text: itemsText(editing, added, dashes) }];
}

/** Each item with the line break before it. */
function itemsText({ writing, ...editing }: YamlEditing, added: readonly Statement[], dashes: Dashes): string {
  const { dash, width } = dashes;
  const { lineBreak } = writing.style;
  const indent = lineBreak + " ".repeat(dash);
  const below = lineBreak + " ".repeat(dash + width);
  const isFlow = editing.statements.length > 0 && editing.statements.every(({ node }) => node.isFlow);
  const items = added.map((statement) =>
    isFlow ? flowStatement(statement, writing) : statementLines(statement, writing).join(below),
  );
  return items.map((item) => `${indent}-${" ".repeat(width - 1)}${item}`).join("");
}

const widthOf = (last: YamlNode | undefined, dash: number): number => {
  const width = (last?.start ?? dash) - dash;
  return width >= 2 && width <= 8 ? width : 2;
};

/** A flow list on a line of its own stands deeper than its key. */
function emptyBelow({ text, place }: YamlEditing, dash: number): string {
  const missing = columnOf(text, place.key.start) + 1 - columnOf(text, dash);
  return `${" ".repeat(Math.max(0, missing))}[]`;
}

/** Behind the last character of the line, its comment included. */
function lineEnd(text: string, place: number): number {
  const at = text.indexOf("\n", place);
  if (at < 0) return text.length;
  return text[at - 1] === "\r" && at > place ? at - 1 : at;
}

function lineBreakBefore(text: string, place: number): number {
  const at = text.lastIndexOf("\n", place - 1);
  return Math.max(0, text[at - 1] === "\r" ? at - 1 : at);
}
