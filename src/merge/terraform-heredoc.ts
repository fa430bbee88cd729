/** A policy document as JSON in a heredoc: read and edited as JSON, with what Terraform fills in left as it is. */
import type { Statement, StringOrList } from "../iam/policy-document.ts";
import type { EditablePolicy } from "./editable-policy.ts";
import { jsonPolicies } from "./json-policies.ts";
import { parseJson } from "./json-tree.ts";
import type { StatementEdits } from "./policy-file.ts";
import type { ReadText } from "./read-statement.ts";
import { type HclNode, partsOf } from "./terraform-tree.ts";
import { isPlace, withDoubling, withoutDoubling } from "./terraform-value.ts";

/** Stands for the n-th interpolation, as many times as it has characters, so that places stay. */
const FIRST_MASK = 0xe000;
const MASKS = /([\uE000-\uF8FF])\1*/g;

/** Undefined where the text is no policy of an identity. */
export function heredocPolicy(text: string, heredoc: HclNode): Omit<EditablePolicy, "address"> | undefined {
  const span = { start: heredoc.startIndex, end: heredoc.endIndex };
  const start = text.indexOf("\n", heredoc.startIndex) + 1;
  const end = text.lastIndexOf("\n", heredoc.endIndex - 1) + 1;
  const interpolations = partsOf(heredoc).filter(({ type }) => /^template_(?:interpolation|directive)$/.test(type));
  const masked = maskedText(text.slice(start, end), start, interpolations);
  const root = parseJson(masked);
  if ("says" in root) {
    if (interpolations.length === 0 || !/"Statement"/.test(masked)) return undefined;
    return { ...span, statements: [], notEditable: "its JSON is put together by a template", edits: () => [] };
  }
  const sources = new Map<string, string>();
  const readText = (value: string): ReadText => {
    let isComputed = false;
    const read = withoutDoubling(
      value.replace(MASKS, (mask) => {
        isComputed ||= !isPlace(expressionOf(interpolations[mask.charCodeAt(0) - FIRST_MASK]));
        return "*";
      }),
    );
    if (!isComputed && read !== withoutDoubling(value)) sources.set(read, value);
    return { text: read, isComputed };
  };
  const [policy] = jsonPolicies(masked, root, { readText }).filter(({ address }) => address === "");
  if (policy === undefined) return undefined;
  const unmasked = (written: string): string =>
    withDoubling(written).replace(MASKS, (mask) => interpolations[mask.charCodeAt(0) - FIRST_MASK]?.text ?? mask);
  return {
    ...span,
    version: policy.version,
    statements: policy.statements.map((one) => ({ ...one, start: one.start + start, end: one.end + start })),
    edits: (edits) =>
      policy.edits(withSources(edits, sources)).map((edit) => ({
        start: edit.start + start,
        end: edit.end + start,
        text: unmasked(edit.text),
      })),
  };
}

const expressionOf = (interpolation: HclNode | undefined): string =>
  interpolation === undefined ? "" : (partsOf(interpolation, "expression")[0]?.text ?? "");

function maskedText(inner: string, start: number, interpolations: readonly HclNode[]): string {
  let masked = inner;
  for (const [index, { startIndex, endIndex }] of interpolations.entries()) {
    const mask = String.fromCharCode(FIRST_MASK + index).repeat(endIndex - startIndex);
    masked = masked.slice(0, startIndex - start) + mask + masked.slice(endIndex - start);
  }
  return masked;
}

/** Texts that the file fills in by reference, as it has them. */
function withSources(edits: StatementEdits, sources: ReadonlyMap<string, string>): StatementEdits {
  const own = (element: StringOrList | undefined): StringOrList | undefined => {
    if (element === undefined || typeof element !== "string") return element?.map((text) => sources.get(text) ?? text);
    return sources.get(element) ?? element;
  };
  const sourced = (statement: Statement): Statement => {
    const resource = own(statement.Resource);
    return resource === undefined ? statement : { ...statement, Resource: resource };
  };
  return {
    removed: edits.removed,
    replaced: new Map([...edits.replaced].map(([index, statement]) => [index, sourced(statement)])),
    added: edits.added.map(sourced),
  };
}
