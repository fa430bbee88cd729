import { expect, test } from "vitest";
import { compileMemberPaths, type PathNode } from "../../../src/decode/input/member-paths.ts";

const at = (root: PathNode | undefined, ...names: string[]): PathNode | undefined =>
  names.reduce<PathNode | undefined>((node, name) => (name === "[]" ? node?.entries : node?.members.get(name)), root);

test("a path ends at the value that is read", () => {
  const root = compileMemberPaths(["TransactItems[].Put.TableName"]);
  expect(at(root, "TransactItems", "[]", "Put", "TableName")?.whole).toBe(true);
  expect(at(root, "TransactItems", "[]", "Put")?.whole).toBe(false);
  expect(at(root, "TransactItems")?.whole).toBe(false);
});

test("braces ask for the keys of a map, not for its values", () => {
  const node = at(compileMemberPaths(["RequestItems{}"]), "RequestItems");
  expect(node?.keys).toBe(true);
  expect(node?.entries?.whole).toBe(false);
});

test("a path may go on below a map and below lists of lists", () => {
  const root = compileMemberPaths(["RequestItems{}.ProjectionExpression", "Rows[][].Id"]);
  expect(at(root, "RequestItems", "[]", "ProjectionExpression")?.whole).toBe(true);
  expect(at(root, "Rows", "[]", "[]", "Id")?.whole).toBe(true);
});

test("brackets at the end ask for the entries", () => {
  expect(at(compileMemberPaths(["Ids[]"]), "Ids", "[]")?.whole).toBe(true);
});

test("paths that share a beginning share its nodes", () => {
  const root = compileMemberPaths(["A.B", "A.C"]);
  expect([...(at(root, "A")?.members.keys() ?? [])]).toEqual(["B", "C"]);
});
