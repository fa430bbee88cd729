/** A policy document as JSON in a heredoc: read and edited as JSON, with what Terraform fills in left as it is. */
import type { Statement, StringOrList } from "../iam/policy-document.ts";
import type { EditablePolicy } from "./editable-policy.ts";
import { jsonPolicies } from "./json-policies.ts";
import { parseJson } from "./json-tree.ts";
import type { StatementEdits } from "./policy-file.ts";
import { maskInterpolations } from "./terraform-mask.ts";
import type { HclNode } from "./terraform-tree.ts";
import { type HclSource, withDoubling, withoutDoubling } from "./terraform-value.ts";

/** Undefined where the text is no policy of an identity. */
export function heredocPolicy(source: HclSource, heredoc: HclNode): Omit<EditablePolicy, "address"> | undefined {
  const span = { start: heredoc.startIndex, end: heredoc.endIndex };
  const start = source.text.indexOf("\n", heredoc.startIndex) + 1;
  const end = source.text.lastIndexOf("\n", heredoc.endIndex - 1) + 1;
  const masked = maskInterpolations(source, heredoc, { start, end });
  const root = parseJson(masked.text);
  if ("says" in root) {
    if (!masked.hasMasks || !/"Statement"/.test(masked.text)) return undefined;
    const pasteable = (statements: readonly Statement[]): string =>
      withDoubling(`${JSON.stringify(statements, undefined, 2)}\n`);
    return {
      ...span,
      statements: [],
      notEditable: "its JSON is put together by a template",
      edits: () => [],
      pasteable,
    };
  }
  const { readText } = masked;
  const [policy] = jsonPolicies(masked.text, root, { readText, readName: withoutDoubling }).filter(
    ({ address }) => address === "",
  );
  if (policy === undefined) return undefined;
  return {
    ...span,
    version: policy.version,
    references: source.references,
    statements: policy.statements.map((one) => ({ ...one, start: one.start + start, end: one.end + start })),
    edits: (edits) =>
      policy.edits(withSources(edits, masked.sourceOf)).map((edit) => ({
        start: edit.start + start,
        end: edit.end + start,
        text: masked.unmasked(edit.text),
      })),
  };
}

/** Texts that the file fills in by reference, as it has them. */
function withSources(edits: StatementEdits, sourceOf: (text: string) => string): StatementEdits {
  const own = (element: StringOrList | undefined): StringOrList | undefined => {
    if (element === undefined || typeof element !== "string") return element?.map(sourceOf);
    return sourceOf(element);
  };
  const sourced = (statement: Statement): Statement => {
    const resource = own(statement.Resource);
    const conditions = Object.entries(statement.Condition ?? {}).map(([operator, keys]) => {
      return [operator, Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, own(values) ?? values]))];
    });
    return {
      ...statement,
      ...(resource === undefined ? {} : { Resource: resource }),
      ...(conditions.length === 0 ? {} : { Condition: Object.fromEntries(conditions) }),
    };
  };
  return {
    removed: edits.removed,
    replaced: new Map([...edits.replaced].map(([index, statement]) => [index, sourced(statement)])),
    added: edits.added.map(sourced),
  };
}
