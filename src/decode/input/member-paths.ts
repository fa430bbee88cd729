/**
 * Member paths as `services/` writes them: `TransactItems[].Put.TableName`, `RequestItems{}` for the keys of a map,
 * `RequestItems{}.Keys` for what its values hold. Compiled to a tree once per operation.
 */

import type { Excerpt } from "../../services/paths-read.ts";

export interface PathNode {
  /** The value itself is read. */
  whole: boolean;
  /** Of the text only what this matches is read. */
  excerpt: RegExp | undefined;
  /** Keys of the map are read. */
  keys: boolean;
  readonly members: Map<string, PathNode>;
  /** Entries of a list, or values of a map. */
  entries: PathNode | undefined;
}

const emptyNode = (): PathNode => ({
  whole: false,
  excerpt: undefined,
  keys: false,
  members: new Map(),
  entries: undefined,
});

function memberNode(node: PathNode, name: string): PathNode {
  const known = node.members.get(name);
  if (known !== undefined) return known;
  const child = emptyNode();
  node.members.set(name, child);
  return child;
}

/** The node that the path ends at; undefined where it asks for keys. */
function addPath(root: PathNode, path: string): PathNode | undefined {
  let node = root;
  let isKeys = false;
  for (const [, name = "", marks = ""] of path.matchAll(/([^.[\]{}]+)((?:\[\]|\{\})*)/g)) {
    node = memberNode(node, name);
    isKeys = false;
    for (const mark of marks.match(/\[\]|\{\}/g) ?? []) {
      isKeys = mark === "{}";
      if (isKeys) node.keys = true;
      node.entries ??= emptyNode();
      node = node.entries;
    }
  }
  return isKeys ? undefined : node;
}

/** `excerpts`: texts of which no more may be kept than their pattern matches. */
export function compileMemberPaths(paths: readonly string[], excerpts: readonly Excerpt[] = []): PathNode {
  const root = emptyNode();
  for (const path of paths) {
    const node = addPath(root, path);
    if (node !== undefined) node.whole = true;
  }
  for (const { path, pattern } of excerpts) {
    const node = addPath(root, path);
    if (node !== undefined) node.excerpt = pattern;
  }
  return root;
}
