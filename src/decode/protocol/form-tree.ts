/**
 * The dotted names of query and ec2 forms as a tree, and the tree as an input: the model says where a list or a map is,
 * without it positions (`.1`, `.member.1`, `.entry.1`) tell. The fields may come in any order.
 */
import type { MemberModel } from "../../data/api-index.ts";
import type { JsonObject, JsonValue } from "../api-call.ts";
import { jsonObject } from "../json-values.ts";
import type { Parameter } from "../percent-decoding.ts";
import { scalarOf } from "./scalar.ts";

export interface FormNode {
  value: string | undefined;
  readonly children: Map<string, FormNode>;
}

/** Names nested deeper than any model are cut here, so that a hostile form cannot exhaust the stack. */
const MAX_DEPTH = 40;

const POSITION = /^\d{1,6}$/;

const emptyNode = (): FormNode => ({ value: undefined, children: new Map() });

export function formTree(parameters: readonly Parameter[]): FormNode {
  const root = emptyNode();
  for (const [name, value] of parameters) {
    let node = root;
    for (const part of name.split(".", MAX_DEPTH)) {
      let child = node.children.get(part);
      if (child === undefined) {
        child = emptyNode();
        node.children.set(part, child);
      }
      node = child;
    }
    node.value = value ?? "";
  }
  return root;
}

const isPositional = ({ children }: FormNode): boolean =>
  children.size > 0 && [...children.keys()].every((name) => POSITION.test(name));

const inOrder = ({ children }: FormNode): FormNode[] =>
  [...children].sort(([a], [b]) => Number(a) - Number(b)).map(([, child]) => child);

/** The node that holds the positions: the list's own, or below the name of its entries. */
function positions(node: FormNode, itemNames: readonly (string | undefined)[]): FormNode | undefined {
  if (isPositional(node)) return node;
  for (const name of itemNames) {
    const below = name === undefined ? undefined : node.children.get(name);
    if (below !== undefined && isPositional(below)) return below;
  }
  return undefined;
}

function untyped(node: FormNode): JsonValue {
  if (node.children.size === 0) return node.value ?? "";
  const only = node.children.size === 1 ? positions(node, ["member", "item"]) : undefined;
  const list = isPositional(node) ? node : only;
  if (list !== undefined) return inOrder(list).map(untyped);
  const entries = node.children.size === 1 ? positions(node, ["entry"]) : undefined;
  if (entries !== undefined) return mapOf(entries, untyped);
  return jsonObject([...node.children].map(([name, child]) => [name, untyped(child)]));
}

const first = ({ children }: FormNode, names: readonly string[]): FormNode | undefined =>
  names.map((name) => children.get(name)).find((child) => child !== undefined);

function mapOf(list: FormNode, shapeValue: (node: FormNode) => JsonValue): JsonObject {
  return jsonObject(
    inOrder(list).map((entry) => {
      const value = first(entry, ["value", "Value"]);
      return [first(entry, ["key", "Key", "Name", "name"])?.value ?? "", value === undefined ? "" : shapeValue(value)];
    }),
  );
}

/** Name under which the form's protocol sends a member. */
export type FormNameOf = (member: MemberModel) => string;

export function shapeForm(node: FormNode, members: readonly MemberModel[], nameOf: FormNameOf): JsonObject {
  const shaped: [string, JsonValue][] = [];
  for (const [name, child] of node.children) {
    const member = members.find((member) => nameOf(member) === name) ?? members.find((member) => member.name === name);
    shaped.push(member === undefined ? [name, untyped(child)] : [member.name, shapeNode(child, member, nameOf)]);
  }
  return jsonObject(shaped);
}

function shapeNode(node: FormNode, member: MemberModel, nameOf: FormNameOf): JsonValue {
  const { type, itemType, members } = member;
  const entry = (child: FormNode): JsonValue => {
    if (child.children.size === 0) return scalarOf(child.value ?? "", itemType);
    return members === undefined ? untyped(child) : shapeForm(child, members, nameOf);
  };
  if (type === "list") {
    const list = positions(node, [member.itemName, "member", "item"]);
    return list === undefined ? (node.value === "" ? [] : untyped(node)) : inOrder(list).map(entry);
  }
  if (type === "map") {
    const list = positions(node, [member.itemName, "entry"]);
    return list === undefined ? untyped(node) : mapOf(list, entry);
  }
  if (node.children.size === 0) return scalarOf(node.value ?? "", type);
  return members === undefined ? untyped(node) : shapeForm(node, members, nameOf);
}
