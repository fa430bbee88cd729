import { expect, test } from "vitest";
import { uniteAlternatives } from "../../src/synthesize/alternative-values.ts";

const block = (conditions: Record<string, Record<string, string[]>>, action = "x:A") => ({
  actions: [action],
  resources: ["r"],
  conditions,
});
const equals = (k: string, l?: string) => ({ StringEquals: l === undefined ? { k: [k] } : { k: [k], l: [l] } });

test("values of one key are united", () => {
  expect(uniteAlternatives([block(equals("2")), block(equals("1"))])).toEqual([
    block({ StringEquals: { k: ["1", "2"] } }),
  ]);
});

test("values of two keys are united only if every combination is there", () => {
  const all = [equals("1", "3"), equals("1", "4"), equals("2", "3"), equals("2", "4")].map((one) => block(one));
  expect(uniteAlternatives(all)).toEqual([block({ StringEquals: { k: ["1", "2"], l: ["3", "4"] } })]);
  expect(uniteAlternatives(all.slice(1))).toEqual([
    block({ StringEquals: { k: ["1", "2"], l: ["4"] } }),
    block({ StringEquals: { k: ["2"], l: ["3"] } }),
  ]);
});

test.each([
  ["other actions", [block(equals("1")), block(equals("2"), "x:B")]],
  ["a further key", [block(equals("1")), block(equals("2", "3"))]],
  ["no condition", [block({}), block(equals("2"))]],
  ["another operator", [block(equals("1")), block({ StringLike: { k: ["2"] } })]],
  ["a negated operator", [block({ StringNotEquals: { k: ["1"] } }), block({ StringNotEquals: { k: ["2"] } })]],
])("%s keeps blocks apart", (_, blocks) => {
  expect(uniteAlternatives(blocks)).toEqual(blocks);
});
