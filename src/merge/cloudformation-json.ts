/** Intrinsic functions in templates written in JSON, read by the same rules as those in YAML. */
import { intrinsic, readTemplateValue } from "./cloudformation-value.ts";
import type { JsonReading } from "./json-policies.ts";
import type { JsonNode } from "./json-tree.ts";
import type { YamlNode, YamlScalar } from "./yaml-tree.ts";

/**
 * For any JSON file: names such as `Fn::Sub` mean nothing elsewhere. All of them count as computed, also those that fill in
 * no more than account, region or partition, because a statement that is written again in JSON would lose them.
 */
export const templateReading: JsonReading = {
  readObject(node) {
    const value = templateNode(node);
    if (intrinsic(value) === undefined) return undefined;
    const read = readTemplateValue(value);
    return "text" in read ? { ...read, isComputed: true } : { text: "*", isComputed: true };
  },
};

function templateNode(node: JsonNode): YamlNode {
  const placed = { span: { start: node.start, end: node.end }, start: node.start, isShared: false };
  const scalar = (text: string): YamlScalar => ({ kind: "scalar", text, quote: '"', ...placed });
  if (node.kind === "array") {
    return { kind: "list", isFlow: true, items: node.items.map(templateNode), dashes: [], ...placed };
  }
  if (node.kind !== "object") return scalar(String(node.value));
  const entries = [...node.members].map(([name, member]) => ({ key: scalar(name), value: templateNode(member) }));
  return { kind: "map", isFlow: true, entries, ...placed };
}
