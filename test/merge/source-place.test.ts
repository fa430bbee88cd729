import { expect, test } from "vitest";
import { regionsOf, syntaxError } from "../../src/merge/source-place.ts";

test("lines and columns are counted from 1, the end is behind the last character", () => {
  expect(regionsOf("ab\ncd\nef")({ start: 4, end: 7 })).toEqual({
    startLine: 2,
    startColumn: 2,
    endLine: 3,
    endColumn: 2,
  });
});

test("a text may begin with a line end", () => {
  expect(regionsOf("\nab")({ start: 1, end: 3 })).toMatchObject({ startLine: 2, startColumn: 1, endColumn: 3 });
});

test("a syntax error names file, line and column, and has a caret under the place, tabs kept", () => {
  const error = syntaxError({ fileName: "p.json", text: '{\r\n\t"a" 1\r\n}', offset: 8, says: "a colon is missing" });
  expect(error.message).toBe('p.json:2:6: a colon is missing\n  \t"a" 1\n  \t    ^');
  expect(error.exitCode).toBe(4);
});
