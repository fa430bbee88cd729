import { expect, test } from "vitest";
import { inCode, titledTable } from "../../src/cli/markdown-cell.ts";

test("a bar in code ends no cell", () => {
  expect(inCode("a|b")).toBe("`a\\|b`");
});

test("a table without rows is not there", () => {
  expect(titledTable("T", ["a"], [])).toBe("");
  expect(titledTable("T", ["a", "b"], [["1", "2"]])).toBe("\n**T**\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n");
});
