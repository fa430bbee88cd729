import { expect, test } from "vitest";
import { isMap, type ReadMap, type ReadValue, readStatement } from "../../src/merge/read-statement.ts";

const text = (value: string, isComputed = false) => ({ text: value, isComputed });
const map = (entries: { readonly [name: string]: ReadValue }): ReadMap => ({
  entries: new Map(Object.entries(entries)),
});

test("reads every element, single values and lists as they are", () => {
  const value = map({
    Sid: text("A"),
    Effect: text("Deny"),
    NotAction: [text("a:B"), text("a:C")],
    Resource: text("*"),
    Condition: map({ Bool: map({ "a:k": text("true") }) }),
  });
  expect(readStatement(value)).toEqual({
    statement: {
      Sid: "A",
      Effect: "Deny",
      NotAction: ["a:B", "a:C"],
      Resource: "*",
      Condition: { Bool: { "a:k": "true" } },
    },
    isComputed: false,
  });
});

test.each([
  ["a scalar", { Resource: text("*/x", true) }],
  ["an element that is no list", { Resource: map({}) }],
  ["conditions that are no map", { Condition: text("*", true) }],
  ["keys of an operator that are no map", { Condition: map({ Bool: text("*") }) }],
  ["an element that IAM does not know", { dynamic: text("x") }],
])("a statement is computed if %s is", (_, more) => {
  const base = { Effect: text("Allow"), Action: text("a:B"), Resource: text("*") };
  expect(readStatement(map({ ...base, ...more }))?.isComputed).toBe(true);
});

test("a computed Sid is none that could be ours", () => {
  expect(readStatement(map({ Effect: text("Allow"), Sid: text("Iamgen*", true) }))?.statement).toEqual({
    Effect: "Allow",
  });
});

test.each([
  ["without Effect", map({ Action: text("a:B") })],
  ["of a resource's policy", map({ Effect: text("Allow"), Principal: text("*") })],
  ["that is a scalar", text("x")],
  ["that is a list", []],
])("a statement %s is none of an identity", (_, value) => {
  expect(readStatement(value)).toBeUndefined();
});

test("lists are no maps", () => {
  expect([isMap([]), isMap(map({})), isMap(undefined)]).toEqual([false, true, false]);
});
