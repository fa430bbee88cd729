/** JSON files that hold policies: a policy document, what the AWS CLI prints around one, a role of Vault's AWS engine. */

import { InputError } from "../errors.ts";
import { templateReading } from "./cloudformation-json.ts";
import { type EditablePolicy, policyFileOf } from "./editable-policy.ts";
import { embeddedPolicies, type JsonPolicy, jsonPolicies } from "./json-policies.ts";
import { escapedEdits, escapedOffset } from "./json-string.ts";
import { type JsonNode, parseJson } from "./json-tree.ts";
import type { PolicyFileReader } from "./policy-file.ts";
import { refusingDepth } from "./refuse-depth.ts";
import { syntaxError } from "./source-place.ts";

const BYTE_ORDER_MARK = "\uFEFF";

export const readJsonPolicyFile: PolicyFileReader = refusingDepth(async (text, fileName, known) => {
  if (text.trim() === "") return policyFileOf(text, []);
  const shift = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  const json = text.slice(shift);
  const root = parseJson(json);
  if ("says" in root) throw syntaxError({ fileName, text, offset: root.offset + shift, says: root.says });
  const references = known?.tool === "template" && root.members.has("Resources") ? known : undefined;
  const own = jsonPolicies(json, root, templateReading(json, references));
  return policyFileOf(text, [
    ...own.map((policy) => ({ ...shifted(policy, shift), references })),
    ...policiesInStrings(json, root).map((policy) => {
      const found = shifted(policy, shift);
      return fileName.endsWith(".tf.json") ? asTemplate(found, text.slice(found.start, found.end)) : found;
    }),
  ]);
});

/** `${` and `%{` begin something in every text of a configuration in JSON, and are doubled where they mean themselves. */
const TEMPLATE = /[$%]\{/;
const FILLS_IN = "Terraform fills its text in, which is read in .tf files alone";

/** Terraform reads each of its texts as a template; a policy without any is what it seems. */
function asTemplate(policy: EditablePolicy, literal: string): EditablePolicy {
  if (TEMPLATE.test(literal)) return { ...policy, statements: [], notEditable: FILLS_IN };
  return {
    ...policy,
    edits(edits) {
      const made = policy.edits(edits);
      if (!made.some(({ text }) => TEMPLATE.test(text))) return made;
      throw new InputError("policy-not-editable", `cannot edit \`${policy.address}\`: ${FILLS_IN}`);
    },
  };
}

/** Strings anywhere that hold a policy document. */
function policiesInStrings(text: string, root: JsonNode): readonly JsonPolicy[] {
  const found: JsonPolicy[] = [];
  const visit = (node: JsonNode, path: readonly string[]): void => {
    if (node.kind === "string") found.push(...embeddedAt(text, node, path.join(".")));
    for (const [name, member] of node.members) visit(member, [...path, name]);
    for (const [index, item] of node.items.entries()) visit(item, [...path, String(index)]);
  };
  visit(root, []);
  return found;
}

function embeddedAt(text: string, node: JsonNode, address: string): readonly JsonPolicy[] {
  const literal = text.slice(node.start, node.end);
  const outer = (offset: number): number => node.start + escapedOffset(literal, offset);
  return embeddedPolicies(String(node.value)).map((policy) => ({
    address,
    version: policy.version,
    start: node.start,
    end: node.end,
    statements: policy.statements.map((one) => ({ ...one, start: outer(one.start), end: outer(one.end) })),
    edits: (edits) => escapedEdits(literal, node.start, policy.edits(edits)),
  }));
}

function shifted(policy: JsonPolicy, by: number): EditablePolicy {
  return {
    address: policy.address,
    version: policy.version,
    start: policy.start + by,
    end: policy.end + by,
    statements: policy.statements.map((one) => ({ ...one, start: one.start + by, end: one.end + by })),
    edits: (edits) => policy.edits(edits).map(({ start, end, text }) => ({ start: start + by, end: end + by, text })),
  };
}
