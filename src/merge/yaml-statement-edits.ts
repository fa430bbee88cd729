/** A statement changed element by element, so that its comments and the order of its elements stay. */
import type { Statement } from "../iam/policy-document.ts";
import { valuesOf } from "../iam/statement.ts";
import type { TextEdit } from "./text-edits.ts";
import type { PlacedStatement } from "./yaml-policy.ts";
import { columnOf } from "./yaml-style.ts";
import type { YamlEntry } from "./yaml-tree.ts";
import { statementLines, type YamlWriting } from "./yaml-writer.ts";

/** Undefined where the elements are others, or only their words: then the statement is written anew. */
export function changedElements(
  text: string,
  old: PlacedStatement,
  { statement, writing }: { readonly statement: Statement; readonly writing: YamlWriting },
): readonly TextEdit[] | undefined {
  const { entries } = old.node;
  const names = Object.keys(statement);
  if (names.length !== entries.length || !entries.every(({ key }) => names.includes(key.text))) return undefined;
  const changed = entries.filter(
    ({ key }) => elementText(old.statement, key.text) !== elementText(statement, key.text),
  );
  if (changed.some(({ key, value }) => key.isShared || value.isShared)) return undefined;
  if (changed.length === 0) return undefined;
  return changed.map((entry) => elementEdit(text, entry, { statement, writing }));
}

function elementEdit(
  text: string,
  { key, value }: YamlEntry,
  { statement, writing }: { readonly statement: Statement; readonly writing: YamlWriting },
): TextEdit {
  const only = Object.fromEntries(Object.entries(statement).filter(([name]) => name === key.text));
  const indent = `${writing.style.lineBreak}${" ".repeat(columnOf(text, key.start))}`;
  const lines = statementLines({ Effect: statement.Effect, ...only }, writing);
  const own = key.text === "Effect" ? lines : lines.filter((line) => !/^["']?Effect["']?:/.test(line));
  return { start: key.start, end: Math.max(value.span.end, key.span.end), text: own.join(indent) };
}

function elementText(statement: Statement, name: string): string {
  const value = Object.entries(statement).find(([element]) => element === name)?.[1];
  if (value === undefined || typeof value === "string" || Array.isArray(value)) return JSON.stringify(valuesOf(value));
  const operators = Object.entries(value).map(([operator, keys]) => [
    operator,
    Object.entries(Object(keys)).map(([key, values]) => [key, [values].flat()]),
  ]);
  return JSON.stringify(operators);
}
