import { expect, test } from "vitest";
import { deployableDocuments } from "../../src/render/deployable.ts";
import { literalText } from "../../src/render/template.ts";
import { conditionTree, documentTree, Expression, isList, isScalar } from "../../src/render/tree.ts";
import { SEVERAL_DOCUMENTS } from "../support/policy-sample.ts";

test("a document read back is the document", () => {
  const trees = deployableDocuments(SEVERAL_DOCUMENTS, { literal: true }).map(({ statements }) =>
    documentTree(statements, literalText),
  );
  expect(trees).toEqual(SEVERAL_DOCUMENTS.policies.flatMap(({ documents }) => documents));
});

test("conditions of one operator share its map", () => {
  const conditions = [
    { operator: "StringEquals", key: "a", values: [["1"]] },
    { operator: "Bool", key: "b", values: [["true"]] },
    { operator: "StringEquals", key: "c", values: [["2"], ["3"]] },
  ];
  expect(conditionTree(conditions, literalText)).toEqual({
    StringEquals: { a: "1", c: ["2", "3"] },
    Bool: { b: "true" },
  });
});

test("what is excluded stands beside what is allowed", () => {
  const statement = { effect: "Deny", actions: [], resources: [], conditions: [] } as const;
  const denied = { ...statement, notActions: ["a:*"], notResources: [["arn:x"]] };
  expect(documentTree([denied], literalText)).toEqual({
    Version: "2012-10-17",
    Statement: [{ Effect: "Deny", NotAction: "a:*", NotResource: "arn:x" }],
  });
});

test("an expression is a scalar, a list none", () => {
  expect([new Expression("x"), "x", 1].map(isScalar)).toEqual([true, true, true]);
  expect([["x"], {}].map(isScalar)).toEqual([false, false]);
  expect([["x"], {}].map(isList)).toEqual([true, false]);
});
