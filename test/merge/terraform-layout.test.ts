import { expect, test } from "vitest";
import { alignedAttributes, deeper, listOf } from "../../src/merge/terraform-layout.ts";

test("neighbours of one line are padded to one width, those of several stand alone", () => {
  expect(
    alignedAttributes([
      ["a", "1"],
      ["bcd", "2"],
      ["efghij", "[\n]"],
      ["k", "3"],
    ]),
  ).toEqual(["a   = 1", "bcd = 2", "efghij = [\n]", "k = 3"]);
});

test("nothing is padded before a colon", () => {
  expect(
    alignedAttributes(
      [
        ["a", "1"],
        ["bcd", "2"],
      ],
      ": ",
    ),
  ).toEqual(["a: 1", "bcd: 2"]);
});

test("a list is short where the file's are, if it fits into a line", () => {
  const long = `"${"x".repeat(100)}"`;
  expect(listOf(["1", "2"], { unit: "  ", isShort: true })).toBe("[1, 2]");
  expect(listOf(["1", "2"], { unit: "\t", isShort: false })).toBe("[\n\t1,\n\t2,\n]");
  expect(listOf([long], { unit: "  ", isShort: true })).toBe(`[\n  ${long},\n]`);
});

test("empty lines get no blanks", () => {
  expect(deeper("a\n\nb", "  ")).toBe("  a\n\n  b");
});
