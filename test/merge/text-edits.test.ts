import { expect, test } from "vitest";
import { indentAt, indented, indentUnitOf, lineBreakOf, opensLine, withTextEdits } from "../../src/merge/text-edits.ts";

test("edits are made by place, whatever their order", () => {
  const edits = [
    { start: 4, end: 5, text: "E" },
    { start: 0, end: 1, text: "A" },
    { start: 2, end: 2, text: "+" },
    { start: 2, end: 2, text: "-" },
  ];
  expect(withTextEdits("abcde", edits)).toBe("Ab+-cdE");
});

test("edits that overlap are a mistake of the caller", () => {
  expect(() =>
    withTextEdits("abc", [
      { start: 0, end: 2, text: "" },
      { start: 1, end: 3, text: "" },
    ]),
  ).toThrow("overlap");
});

test.each([
  ["a\r\nb\nc", "\r\n"],
  ["a\nb\r\n", "\n"],
  ["a", "\n"],
])("the line break of %j is %j", (text, lineBreak) => {
  expect(lineBreakOf(text)).toBe(lineBreak);
});

test("the indent of a line is that of its first other character", () => {
  expect(indentAt("{\n \t a: 1", 7)).toBe(" \t ");
  expect([opensLine("{\n  a b", 4), opensLine("{\n  a b", 6)]).toEqual([true, false]);
  expect(indented("a\nb", "  ", "\r\n")).toBe("a\r\n  b");
});

test.each([
  ["{\n    a\n        b\n}", "    "],
  ["{\n\ta\n}", "\t"],
  ["{a}", "  "],
])("the unit of %j is %j", (text, unit) => {
  expect(indentUnitOf(text)).toBe(unit);
});
