/**
 * Member paths as `services/` writes them: `TransactItems[].Put.TableName`, `RequestItems{}` for the keys of a map,
 * `RequestItems{}.Keys` for what its values hold. Compiled to a tree once per operation.
 */

export interface PathNode {
  /** The value itself is read. */
  whole: boolean;
  /** Keys of the map are read. */
  keys: boolean;
  readonly members: Map<string, PathNode>;
  /** Entries of a list, or values of a map. */
  entries: PathNode | undefined;
}

const emptyNode = (): PathNode => ({ whole: false, keys: false, members: new Map(), entries: undefined });

function memberNode(node: PathNode, name: string): PathNode {
  const known = node.members.get(name);
  if (known !== undefined) return known;
  const child = emptyNode();
  node.members.set(name, child);
  return child;
}

function addPath(root: PathNode, path: string): void {
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
  if (!isKeys) node.whole = true;
}

export function compileMemberPaths(paths: readonly string[]): PathNode {
  const root = emptyNode();
  for (const path of paths) addPath(root, path);
  return root;
}
