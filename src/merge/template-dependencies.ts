/**
 * Which resources of a template need which: CloudFormation refuses a template in which they go round in a circle
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html, "Circular dependencies").
 */
import { intrinsic } from "./cloudformation-value.ts";
import { entriesOf, valueAt, type YamlEntry, type YamlNode } from "./yaml-tree.ts";

/** The ids of what needs the resource, directly or through others, and its own. */
export function dependentsOf(id: string, resources: readonly YamlEntry[]): ReadonlySet<string> {
  const needs = new Map(resources.map(({ key, value }) => [key.text, neededBy(value)]));
  for (const { key, value } of resources) {
    for (const bucket of eventSources(value)) needs.get(bucket)?.add(key.text);
  }
  const found = new Set([id]);
  for (const one of found) {
    for (const [other, needed] of needs) if (needed.has(one)) found.add(other);
  }
  return found;
}

function neededBy(resource: YamlNode): Set<string> {
  const found = new Set<string>(textsIn(valueAt(resource, "DependsOn")));
  const visit = (node: YamlNode): void => {
    const called = intrinsic(node);
    if (called !== undefined) for (const name of namesIn(called)) found.add(name);
    const given = called?.given ?? node;
    if (given.kind === "list") for (const item of given.items) visit(item);
    if (given.kind === "map") for (const { value } of given.entries) visit(value);
  };
  visit(resource);
  return found;
}

function namesIn({ name, given }: { readonly name: string; readonly given: YamlNode }): readonly string[] {
  const [text = ""] = textsIn(given);
  if (name === "Ref") return [text];
  if (name === "GetAtt") return text.split(".").slice(0, 1);
  return name === "Sub" ? [...text.matchAll(/\$\{([A-Za-z0-9]+)/g)].flatMap(([, id = ""]) => id) : [];
}

/** SAM lets a bucket call the function that names it as the source of an event: then the bucket needs the function. */
function eventSources(resource: YamlNode): readonly string[] {
  return entriesOf(valueAt(resource, "Properties", "Events")).flatMap(({ value }) => {
    const bucket = valueAt(value, "Properties", "Bucket");
    const called = bucket === undefined ? undefined : intrinsic(bucket);
    return called?.name === "Ref" ? textsIn(called.given) : [];
  });
}

function textsIn(node: YamlNode | undefined): readonly string[] {
  if (node?.kind === "scalar") return [node.text];
  return node?.kind === "list" ? node.items.flatMap(textsIn) : [];
}
