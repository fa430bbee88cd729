import { expect, test } from "vitest";
import { oneOrList, valuesOf } from "../../src/iam/statement.ts";

test("a bare value, a list and an absent element read alike", () => {
  expect([valuesOf("a"), valuesOf(["a", "b"]), valuesOf(undefined)]).toEqual([["a"], ["a", "b"], []]);
});

test("a single value is written bare, several and none as a list", () => {
  expect([oneOrList(["a"]), oneOrList(["a", "b"]), oneOrList([])]).toEqual(["a", ["a", "b"], []]);
});
