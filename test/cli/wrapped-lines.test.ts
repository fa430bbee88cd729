import fc from "fast-check";
import { expect, test } from "vitest";
import { wrappedLines, wrappedText } from "../../src/cli/wrapped-lines.ts";

test("breaks at blanks, and indents the rest further", () => {
  expect(wrappedLines("  one two three four five", 14)).toEqual([
    "  one two",
    "      three",
    "      four",
    "      five",
  ]);
});

test("a line that fits, and any line without a width, stays as it is", () => {
  expect(wrappedLines("  one two", 9)).toEqual(["  one two"]);
  expect(wrappedLines("  one  two three", undefined)).toEqual(["  one  two three"]);
});

test("a word longer than the width is not broken, and follows what stands before it: it may be an ARN to copy", () => {
  expect(wrappedLines("on arn:aws:s3:::a-long-bucket now", 10)).toEqual(["on arn:aws:s3:::a-long-bucket", "    now"]);
});

test("of a text each line is wrapped by itself", () => {
  expect(wrappedText("a bc d\n  e\n", 5)).toBe("a bc\n    d\n  e\n");
});

test("no word is lost, and only those exceed the width that fit no line", () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,20}$/), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(words, fc.integer({ min: 8, max: 80 }), (text, columns) => {
      const lines = wrappedLines(`  ${text.join(" ")}`, columns);
      expect(lines.flatMap((line) => line.trim().split(" "))).toEqual(text);
      const last = (line: string): number => line.trim().split(" ").at(-1)?.length ?? 0;
      expect(lines.filter((line) => line.length > columns && 6 + last(line) <= columns)).toEqual([]);
    }),
  );
});
