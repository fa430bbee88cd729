import { expect, test } from "vitest";
import { literalsOf, patternList } from "../../src/iam/pattern-list.ts";
import { literalPattern, parsePattern } from "../../src/iam/wildcard.ts";

const entries = ["a", "b", "a*", "a", "${who}", "a${*}"];

test("tells the positions of all entries that match, ascending", () => {
  expect(patternList(entries).matches(literalPattern("a"), { who: ["a"] })).toEqual([0, 2, 3, 4]);
  expect(patternList(entries).matches(literalPattern("a*"), {})).toEqual([2, 5]);
});

test("a literal covers no pattern but may overlap it", () => {
  expect(patternList(entries).matches(parsePattern("a*"), {})).toEqual([2]);
  expect(patternList(entries, { relation: "overlaps" }).matches(parsePattern("a*"), {})).toEqual([0, 2, 3, 5]);
});

test("reads its entries as it is told", () => {
  const upper = patternList(["a*"], { read: (text) => parsePattern(text.toUpperCase()) });
  expect(upper.matches(literalPattern("AB"), {})).toEqual([0]);
});

test("a list is literal if no entry has a wildcard or variable", () => {
  expect([literalsOf(["a", "b${*}"]), literalsOf(["a", "b*"]), literalsOf(["${who}"])]).toEqual([
    ["a", "b*"],
    undefined,
    undefined,
  ]);
});
