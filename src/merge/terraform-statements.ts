/**
 * Statements as modules take them, for a policy document that they make: a map or list of objects with `actions` and
 * `resources` (terraform-aws-modules: `policy_statements` of lambda, `tasks_iam_role_statements` of ecs, and their like).
 */
import { InputError } from "../errors.ts";
import type { Statement } from "../iam/policy-document.ts";
import { valuesOf } from "../iam/statement.ts";
import type { EditablePolicy } from "./editable-policy.ts";
import type { StatementEdits } from "./policy-file.ts";
import { type ReadValue, readStatement } from "./read-statement.ts";
import { sequenceEdits } from "./sequence-edits.ts";
import { conditionValue, elementOf, type WrittenCondition } from "./terraform-elements.ts";
import { styleOf, written } from "./terraform-object.ts";
import { coreOf, type HclNode, partsOf } from "./terraform-tree.ts";
import { type HclReading, type HclSource, homeSources, objectEntries, readHclValue } from "./terraform-value.ts";
import type { TextEdit } from "./text-edits.ts";

const CONDITIONS = /^conditions?$/;

interface Item {
  /** With its key, in a map. */
  readonly node: HclNode;
  readonly key?: string;
  readonly object: HclNode;
}

/** Undefined for a value that holds no such statements, or those of a trust. */
export function moduleStatements(
  { text, references }: HclSource,
  attribute: string,
  value: HclNode,
): Omit<EditablePolicy, "address"> | undefined {
  const list = coreOf(value);
  const items = /statements$/.test(attribute) ? itemsOf(list) : [];
  if (items.length === 0 || !items.every(isStatement)) return undefined;
  const reading: HclReading = { sources: new Map(), hasAmpersandVariables: true, references };
  const statements = items.map((item) => {
    const read = readStatement(statementValue(item, reading));
    return read && { ...read, start: item.node.startIndex, end: item.node.endIndex };
  });
  const readable = statements.filter((statement) => statement !== undefined);
  if (readable.length < statements.length) return undefined;
  return {
    start: list.startIndex,
    end: list.endIndex,
    ampersandVariables: true,
    references,
    statements: readable,
    edits: (edits) =>
      editsOf({ text, list, items, reading: { ...reading, home: homeSources(list.text, edits.home) } }, edits),
  };
}

function itemsOf(list: HclNode): readonly Item[] {
  if (list.type === "tuple") {
    return partsOf(list, "expression").map((node) => ({ node, object: coreOf(node) }));
  }
  const entries = list.type === "object" ? objectEntries(list) : [];
  return entries.map(({ node, name, value }) => ({ node, key: name, object: coreOf(value) }));
}

const isStatement = ({ object }: Item): boolean =>
  object.type === "object" && objectEntries(object).some(({ name }) => name === "actions" || name === "not_actions");

function statementValue({ key, object }: Item, reading: HclReading): ReadValue {
  const entries = new Map<string, ReadValue>([["Effect", { text: "Allow", isComputed: false }]]);
  if (key !== undefined) entries.set("Sid", { text: key.replace(/[^0-9A-Za-z]/g, ""), isComputed: false });
  for (const { name, value } of objectEntries(object)) {
    if (CONDITIONS.test(name)) entries.set("Condition", conditionsOf(coreOf(value), reading));
    else entries.set(elementOf(name) ?? name, readHclValue(value, reading));
  }
  return { entries };
}

/** A list or map of `{ test, variable, values }`; what is written otherwise is computed. */
function conditionsOf(list: HclNode, reading: HclReading): ReadValue {
  if (list.type !== "tuple" && list.type !== "object") return { text: "*", isComputed: true };
  const conditions = itemsOf(list).map(({ object }): WrittenCondition => {
    const entries = object.type === "object" ? objectEntries(object) : [];
    return (argument) => entries.find(({ name }) => name === argument)?.value;
  });
  return conditionValue(conditions, reading);
}

interface Place {
  readonly text: string;
  readonly list: HclNode;
  readonly items: readonly Item[];
  readonly reading: HclReading;
}

function editsOf({ text, list, items, reading }: Place, edits: StatementEdits): readonly TextEdit[] {
  const isMap = list.type === "object";
  const nodes = items.map(({ object }) => object);
  const style = styleOf(text, list, { nodes, anchor: items[0]?.node });
  const [first, second] = items;
  const between = text.slice(first?.node.endIndex, second?.node.startIndex ?? list.endIndex);
  // Entries of a map may stand in lines of their own without commas, elements of a list may not.
  const isBare = isMap && style.separator.includes("\n") && !between.includes(",");
  const separator = isBare ? style.separator.replace(/^,/, "") : style.separator;
  const name = items.flatMap(({ object }) => objectEntries(object)).find((entry) => CONDITIONS.test(entry.name))?.name;
  return sequenceEdits(
    {
      items: items.map(({ node }) => ({ start: node.startIndex, end: node.endIndex })),
      inside: { start: list.startIndex + 1, end: list.endIndex - 1 },
      write: (statement) => {
        const object = written(attributesOf(statement, { isMap, conditions: name }), { ...style, quote: "", reading });
        return isMap ? `${statement.Sid}${first?.node.text.includes(" :") ? " : " : " = "}${object}` : object;
      },
      separator,
      open: style.open,
      behind: text.slice(items.at(-1)?.node.endIndex, list.endIndex),
      close: style.close,
    },
    edits,
  );
}

interface Shape {
  readonly isMap: boolean;
  /** As the neighbours name them. */
  readonly conditions: string | undefined;
}

/** Modules drop attributes that they do not know, and with it a condition: its name is taken from a neighbour or not at all. */
function attributesOf({ Sid, Effect, Action, Resource, Condition }: Statement, { isMap, conditions }: Shape): object {
  if (Condition !== undefined && conditions === undefined) {
    const why = "no statement shows how the module takes conditions";
    throw new InputError("policy-not-editable", `cannot add a statement with a condition: ${why}`);
  }
  const written = Object.entries(Condition ?? {}).flatMap(([test, keys]) =>
    Object.entries(keys).map(([variable, values]) => ({ test, variable, values: valuesOf(values) })),
  );
  return {
    ...(isMap || Sid === undefined ? {} : { sid: Sid }),
    effect: Effect,
    actions: valuesOf(Action),
    resources: valuesOf(Resource),
    ...(conditions === undefined || written.length === 0 ? {} : { [conditions]: written }),
  };
}
