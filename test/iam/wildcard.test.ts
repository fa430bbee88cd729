import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { covers, hasWildcard, literalPattern, matchesPattern, parsePattern } from "../../src/iam/wildcard.ts";

/** The definition, without any cleverness: what the fast matcher is held against. */
function naiveMatch(pattern: string, value: string): boolean {
  if (pattern === "") return value === "";
  const escaped = /^\$\{([*?$])\}/.exec(pattern);
  if (escaped?.[1] !== undefined) return value[0] === escaped[1] && naiveMatch(pattern.slice(4), value.slice(1));
  if (pattern[0] === "*") {
    return naiveMatch(pattern.slice(1), value) || (value !== "" && naiveMatch(pattern, value.slice(1)));
  }
  return (
    value !== "" && (pattern[0] === "?" || pattern[0] === value[0]) && naiveMatch(pattern.slice(1), value.slice(1))
  );
}

const patternText = fc
  .array(fc.constantFrom("*", "?", "a", "b", "/", "${*}", "${?}", "${$}"), { maxLength: 8 })
  .map((parts) => parts.join(""));
const shortPattern = fc
  .array(fc.constantFrom("*", "?", "a", "b", "${*}"), { maxLength: 4 })
  .map((parts) => parts.join(""));
const shortValue = fc.array(fc.constantFrom("a", "b", "*"), { maxLength: 4 }).map((parts) => parts.join(""));
const valueText = fc
  .array(fc.constantFrom("a", "b", "/", "*", "?", "$"), { maxLength: 8 })
  .map((parts) => parts.join(""));

describe("matching", () => {
  test.each([
    ["*", "", true],
    ["*", "arn:aws:x:::a/b", true],
    ["a*", "a", true],
    ["a*", "ba", false],
    ["*a", "bba", true],
    ["a?c", "abc", true],
    ["a?c", "ac", false],
    ["a?c", "abbc", false],
    ["a*b*c", "a--b--b--c", true],
    ["a*b*c", "a--c--b", false],
    ["a**b", "a/b", true],
    ["a${*}b", "a*b", true],
    ["a${*}b", "axb", false],
    ["${?}", "?", true],
    ["${?}", "x", false],
    ["${$}{*}", "${x}", true],
    ["Case", "case", false],
    ["a.b", "axb", false],
    ["key ü", "key ü", true],
    ["?", "é", true],
    ["", "", true],
    ["", "a", false],
  ])("%s against %s is %s", (pattern, value, expected) => {
    expect(matchesPattern(pattern, value)).toBe(expected);
  });

  test("agrees with the definition", () => {
    fc.assert(
      fc.property(patternText, valueText, (pattern, value) => {
        expect(matchesPattern(pattern, value)).toBe(naiveMatch(pattern, value));
      }),
      { numRuns: 5000 },
    );
  });

  test("a pattern made to explode takes no longer than its length times the value's", () => {
    const pattern = parsePattern(`${"*a".repeat(200)}b`);
    const value = literalPattern("a".repeat(5000));
    const started = performance.now();

    expect(covers(pattern, value)).toBe(false);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe("patterns among themselves", () => {
  test.each([
    ["a*", "a/b*", true],
    ["a/b*", "a*", false],
    ["a?", "a*", false],
    ["a*", "a?", true],
    ["a?", "a?", true],
    ["a?", "a${*}", true],
    ["a${*}", "a*", false],
    ["a*", "a${*}b", true],
    ["*", "*", true],
    ["**", "*", true],
    ["*", "**", true],
  ])("%s covers %s: %s", (pattern, subject, expected) => {
    expect(covers(parsePattern(pattern), parsePattern(subject))).toBe(expected);
  });

  test("a pattern that covers another matches all that the other matches", () => {
    fc.assert(
      fc.property(shortPattern, shortPattern, shortValue, (wide, narrow, value) => {
        if (!covers(parsePattern(wide), parsePattern(narrow)) || !naiveMatch(narrow, value)) return;
        expect(naiveMatch(wide, value)).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });
});

test("an escaped star is no wildcard", () => {
  expect(["a*", "a?", "a${*}", "a${?}", "a$", "a"].map(hasWildcard)).toEqual([true, true, false, false, false, false]);
});
