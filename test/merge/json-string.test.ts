import fc from "fast-check";
import { expect, test } from "vitest";
import { escapedEdits, escapedOffset } from "../../src/merge/json-string.ts";
import { withTextEdits } from "../../src/merge/text-edits.ts";

test("an edit of the value leaves the escapes around it as they are written", () => {
  const literal = '"a\\/b\\u0041\\"c"';
  expect(withTextEdits(literal, escapedEdits(literal, 0, [{ start: 4, end: 5, text: '\n"' }]))).toBe(
    '"a\\/b\\u0041\\n\\"c"',
  );
});

test("an edited literal means the edited value", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.nat(), (value, text, seed) => {
      const literal = JSON.stringify(value);
      const edit = { start: seed % (value.length + 1), end: value.length, text };
      expect(JSON.parse(withTextEdits(literal, escapedEdits(literal, 0, [edit])))).toBe(withTextEdits(value, [edit]));
    }),
  );
});

test("places of the value are found in the literal, its end included", () => {
  expect([0, 1, 2, 3].map((offset) => escapedOffset('"\\na"', offset))).toEqual([1, 3, 4, 5]);
});
