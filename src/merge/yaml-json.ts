/** Policies as JSON in the block scalars of a YAML file (`policyDocument: |`, as Kubernetes resources have it): edited as JSON. */
import type { EditablePolicy } from "./editable-policy.ts";
import { jsonPolicies } from "./json-policies.ts";
import { parseJson } from "./json-tree.ts";
import type { YamlNode, YamlScalar } from "./yaml-tree.ts";

/** In the order of the text; the address is the path of keys and indexes. */
export function policiesInBlocks(text: string, root: YamlNode): readonly EditablePolicy[] {
  const visit = (node: YamlNode, path: readonly string[]): readonly EditablePolicy[] => {
    if (node.isShared || node.tag !== undefined) return [];
    if (node.kind === "scalar") return node.quote === "|" ? policyIn(text, node, path.join(".")) : [];
    return node.kind === "map"
      ? node.entries.flatMap(({ key, value }) => visit(value, [...path, key.text]))
      : node.items.flatMap((item, at) => visit(item, [...path, String(at)]));
  };
  return visit(root, []);
}

/** White space means nothing to JSON, so that the lines are read with their indentation. */
function policyIn(text: string, { span }: YamlScalar, address: string): readonly EditablePolicy[] {
  const start = text.indexOf("\n", span.start) + 1;
  const json = text.slice(start, span.end);
  if (start === 0 || !/^\s*\{/.test(json)) return [];
  const root = parseJson(json);
  if ("says" in root) return [];
  return jsonPolicies(json, root)
    .filter((policy) => policy.address === "")
    .map((policy) => ({
      address,
      version: policy.version,
      start: policy.start + start,
      end: policy.end + start,
      statements: policy.statements.map((one) => ({ ...one, start: one.start + start, end: one.end + start })),
      edits: (edits) =>
        policy.edits(edits).map((edit) => ({ ...edit, start: edit.start + start, end: edit.end + start })),
    }));
}
