import { expect, test } from "vitest";
import { parseJson } from "../../src/merge/json-tree.ts";

test("tells where everything stands", () => {
  expect(parseJson(' {"a": [1, "x"]}')).toMatchObject({
    kind: "object",
    start: 1,
    end: 16,
    members: new Map([["a", expect.objectContaining({ kind: "array", start: 7, end: 15 })]]),
  });
});

test.each([
  ["{// a\n}", 1, "a comment: JSON has none, and what reads policies refuses it"],
  ['{"a": 1 /* b */}', 8, "a comment: JSON has none, and what reads policies refuses it"],
  ['{"a" 1}', 5, "a colon is missing"],
  ['{"a": 1 "b": 2}', 8, "a comma is missing"],
  ['{"a": [1}', 8, "a comma is missing"],
  ['{"a": 1', 7, "a closing brace is missing"],
  ["{} {}", 3, "more text behind the end of the JSON value"],
  ["[1,]", 3, "value expected"],
  ["", 0, "value expected"],
])("%j is refused at %i: %s", (text, offset, says) => {
  expect(parseJson(text)).toEqual({ offset, says });
});
