/** One policy of a YAML file: its statements as IAM would read them, and the edits that change them in the file's style. */
import { InputError } from "../errors.ts";
import { branches, intrinsic, readTemplateValue, type TemplateReading } from "./cloudformation-value.ts";
import type { EditablePolicy } from "./editable-policy.ts";
import { isOurSid } from "./our-sid.ts";
import { type ReadStatement, readStatement } from "./read-statement.ts";
import { blockListEdits, emptyListEdits, flowListEdits, singleStatementEdits } from "./yaml-edits.ts";
import { type Sources, sourcesOf } from "./yaml-sources.ts";
import { dashesAt, yamlStyleOf } from "./yaml-style.ts";
import { entriesOf, type YamlMap, type YamlNode, type YamlScalar } from "./yaml-tree.ts";
import { statementLines } from "./yaml-writer.ts";

export interface YamlFile extends TemplateReading {
  readonly text: string;
  readonly root: YamlNode;
}

/** Where a policy's statements stand: `Statement:` and what is below it. */
export interface StatementPlace {
  readonly address: string;
  readonly key: YamlScalar;
  readonly value: YamlNode;
  /** The map around it is written with braces. */
  readonly isInFlow: boolean;
  /** `Version` of the document around it, if there is one; absent where statements stand without a document. */
  readonly version?: YamlNode | "none";
}

/** What may be or hold a policy. */
export interface PolicyItem {
  readonly address: string;
  readonly node: YamlNode;
}

/** A statement of the place that can be edited by itself. */
export interface PlacedStatement extends ReadStatement {
  readonly node: YamlMap;
  /** Among the items of the list; absent for the branch of a choice. */
  readonly item?: number;
}

/** The `Statement` of a document; undefined: there is none. */
export function statementsIn(document: YamlNode, address: string): readonly StatementPlace[] | undefined {
  const statement = entriesOf(document).find(({ key }) => key.text === "Statement");
  if (statement === undefined || document.kind !== "map") return undefined;
  const version = entriesOf(document).find(({ key }) => key.text === "Version")?.value ?? "none";
  return [{ address, key: statement.key, value: statement.value, isInFlow: document.isFlow, version }];
}

export function yamlPolicy(file: YamlFile, place: StatementPlace): EditablePolicy {
  const statements = placedStatements(file, place.value);
  const why = notEditable(place.value);
  const { start, end } = place.value.span;
  return {
    address: place.address,
    references: file.references,
    ...(place.version === undefined ? {} : { version: versionText(file, place.version) }),
    start: end > start ? start : place.key.span.start,
    end: end > start ? end : place.key.span.end,
    statements: statements.map(({ node, item: _, ...read }) => ({ ...read, ...node.span })),
    ...(hasOtherItems(place.value) ? { isPartial: true } : {}),
    ...(why === undefined ? {} : { notEditable: why }),
    edits: (edits) => {
      for (const index of [...edits.replaced.keys(), ...edits.removed]) mustBeEditable(place, statements[index]);
      if (edits.replaced.size + edits.removed.size + edits.added.length === 0) return [];
      const sources: Sources = sourcesOf(
        file,
        statements.map(({ node }) => node),
      );
      const near = { statements: models(file, statements), dashes: dashesAt(file.text, place) };
      const style = yamlStyleOf(file.text, near, file.root);
      const writing = { style, sourceOf: (value: string) => sources(value, edits.home) };
      return editsIn(place.value)({ text: file.text, place, statements, writing }, edits);
    },
    pasteable: (added) => {
      const style = yamlStyleOf(file.text, { statements: [] }, file.root);
      const items = added.map((statement) => statementLines(statement, { style, sourceOf: () => undefined }));
      return items.map((lines) => `- ${lines.join("\n  ")}\n`).join("");
    },
  };
}

function versionText(file: YamlFile, version: YamlNode | "none"): string {
  if (version === "none") return "";
  const value = readTemplateValue(version, file);
  return "text" in value ? value.text : "*";
}

const NEAR = 100_000;

/** Nearest first. The team's, if there are any: ours look like them, so that the style does not depend on what was added before. */
function models({ text }: YamlFile, statements: readonly PlacedStatement[]): readonly YamlMap[] {
  const team = statements.filter(({ statement }) => !isOurSid(statement.Sid));
  const nodes = (team.length > 0 ? team : statements).map(({ node }) => node);
  return (text.length < NEAR ? nodes : nodes.slice(-20)).toReversed();
}

function editsIn(value: YamlNode): typeof blockListEdits {
  if (value.kind === "scalar" || (value.kind === "list" && value.items.length === 0)) return emptyListEdits;
  if (value.isFlow) return flowListEdits;
  return value.kind === "list" ? blockListEdits : singleStatementEdits;
}

function placedStatements(file: YamlFile, value: YamlNode): readonly PlacedStatement[] {
  const read = (node: YamlNode, item?: number): readonly PlacedStatement[] => {
    const called = intrinsic(node);
    if (called?.name === "If") {
      return branches(called.given).flatMap((branch) =>
        (branch.kind === "list" ? branch.items : [branch]).flatMap((one) =>
          read(one).map((found) => ({ ...found, isComputed: true })),
        ),
      );
    }
    const found = node.kind === "map" ? readStatement(readTemplateValue(node, file)) : undefined;
    if (found === undefined || node.kind !== "map") return [];
    const isComputed = found.isComputed || node.isShared;
    return [{ ...found, isComputed, node, ...(item === undefined ? {} : { item }) }];
  };
  if (value.kind !== "list" || intrinsic(value) !== undefined) return read(value, 0);
  return value.items.flatMap((node, item) => read(node, item));
}

/** Statements that a function, a variable or another file gives. */
function hasOtherItems(value: YamlNode): boolean {
  if (value.kind !== "list") return false;
  return value.items.some((item) => item.kind === "scalar" || ![undefined, "If"].includes(intrinsic(item)?.name));
}

function notEditable(value: YamlNode): string | undefined {
  if (value.isShared) return "an anchor shares its statements with other places of the file";
  const called = intrinsic(value);
  if (called !== undefined) return `its statements are computed by \`${called.name}\``;
  return value.kind === "scalar" && value.text !== "" ? `its statements come from \`${value.text}\`` : undefined;
}

function mustBeEditable({ address }: StatementPlace, statement: PlacedStatement | undefined): void {
  if (statement !== undefined && statement.item !== undefined && !statement.node.isShared) return;
  const message = `cannot edit a statement of \`${address}\`: a choice or an anchor of the file gives it`;
  throw new InputError("policy-not-editable", message);
}
