/** Intrinsic functions in templates written in JSON, read by the same rules as those in YAML. */
import { intrinsic, literal, readTemplateValue } from "./cloudformation-value.ts";
import { arnAtHome } from "./home-arn.ts";
import type { JsonReading } from "./json-policies.ts";
import type { JsonNode } from "./json-tree.ts";
import { isSource } from "./read-statement.ts";
import type { References } from "./references.ts";
import type { YamlNode, YamlScalar } from "./yaml-tree.ts";

/**
 * For any JSON file: names such as `Fn::Sub` mean nothing elsewhere. What fills in no more than account, region, partition or
 * a known resource is read as that, and written again as it stood; all else is computed.
 */
export function templateReading(text: string, references?: References): JsonReading {
  const sources = new Map<string, JsonNode>();
  return {
    readObject(node) {
      const value = templateNode(node);
      if (intrinsic(value) === undefined) return undefined;
      const read = readTemplateValue(value, { readScalar: literal, references });
      if (!("text" in read)) return { text: "*", isComputed: true };
      if (isSource(read)) sources.set(read.text, node);
      return read;
    },
    writeText(value, home) {
      const source = sources.get(value);
      if (source !== undefined) return plainValue(source);
      const written = referenceTo(value, references);
      const whole = written === undefined && home !== undefined ? arnAtHome(text, value, home) : undefined;
      return written ?? (whole === undefined ? value : { "Fn::Sub": whole });
    },
  };
}

/** What the template makes itself, or what is within it, in the long forms that JSON needs. */
function referenceTo(text: string, references: References | undefined): unknown {
  const named = references?.nameOf(text);
  if (named === undefined) return undefined;
  if (named.rest === "") {
    const [id, attribute] = named.expression.split(".");
    return attribute === undefined ? { Ref: id } : { "Fn::GetAtt": [id, attribute] };
  }
  return { "Fn::Sub": `\${${named.expression}}${named.rest.replaceAll("${", "$${!")}` };
}

function plainValue({ kind, items, members, value }: JsonNode): unknown {
  if (kind === "array") return items.map(plainValue);
  return kind === "object" ? Object.fromEntries([...members].map(([name, one]) => [name, plainValue(one)])) : value;
}

/** A template in JSON as one in YAML. */
export function templateNode(node: JsonNode): YamlNode {
  const placed = { span: { start: node.start, end: node.end }, start: node.start, isShared: false };
  const scalar = (text: string): YamlScalar => ({ kind: "scalar", text, quote: '"', ...placed });
  if (node.kind === "array") {
    return { kind: "list", isFlow: true, items: node.items.map(templateNode), dashes: [], ...placed };
  }
  if (node.kind !== "object") return scalar(String(node.value));
  const entries = [...node.members].map(([name, member]) => ({ key: scalar(name), value: templateNode(member) }));
  return { kind: "map", isFlow: true, entries, ...placed };
}
