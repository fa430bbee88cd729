import fc from "fast-check";
import { expect, test } from "vitest";
import { parseArnTemplate } from "../../src/iam/arn-template.ts";
import { overlaps } from "../../src/iam/overlap.ts";
import { matchesPattern, parsePattern } from "../../src/iam/wildcard.ts";

const shortPattern = fc
  .array(fc.constantFrom("*", "?", "a", "b", "${*}"), { maxLength: 4 })
  .map((parts) => parts.join(""));
const shortValue = fc.array(fc.constantFrom("a", "b", "*"), { maxLength: 4 }).map((parts) => parts.join(""));

test.each([
  ["a*", "*b", true],
  ["a*", "b*", false],
  ["a?", "?b", true],
  ["a*c", "ab", false],
  ["${*}*", "a*", false],
  ["${*}*", "?", true],
  ["*", "", true],
])("%s and %s have a value in common: %s", (one, other, expected) => {
  expect(overlaps(parsePattern(one), parsePattern(other))).toBe(expected);
  expect(overlaps(parsePattern(other), parsePattern(one))).toBe(expected);
});

test("patterns with a common value overlap", () => {
  fc.assert(
    fc.property(shortPattern, shortPattern, shortValue, (one, other, value) => {
      if (!matchesPattern(one, value) || !matchesPattern(other, value)) return;
      expect(overlaps(parsePattern(one), parsePattern(other))).toBe(true);
    }),
    { numRuns: 10_000 },
  );
});

test("patterns that overlap have a common value", () => {
  const short = fc.array(fc.constantFrom("*", "?", "a", "b"), { maxLength: 3 }).map((parts) => parts.join(""));
  const values = ["", ..."ab"].flatMap((one) =>
    ["", ..."ab"].flatMap((two) => ["", ..."ab"].map((x) => one + two + x)),
  );
  const longer = values.flatMap((start) => values.map((end) => start + end));
  fc.assert(
    fc.property(short, short, (one, other) => {
      const common = longer.some((value) => matchesPattern(one, value) && matchesPattern(other, value));
      expect(overlaps(parsePattern(one), parsePattern(other))).toBe(common);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ["thing/a", true],
  ["thing/a/b", false],
  ["thing/a:b", false],
  ["thing/", true],
  ["thing/*", true],
  ["thing/?", true],
  ["thing/a/*", false],
  ["thing/*/b", false],
  ["th*", true],
  ["other*", false],
  ["*", true],
])("a name without slashes and %s have a value in common: %s", (text, expected) => {
  const { strict } = parseArnTemplate("arn:${Partition}:x:::thing/${Name}");
  expect(overlaps(strict, parsePattern(text))).toBe(expected);
  expect(overlaps(parsePattern(text), strict)).toBe(expected);
});
