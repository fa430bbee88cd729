import { describe, expect, test } from "vitest";
import { requirementsOf, withoutCovered } from "../../src/synthesize/requirement.ts";
import { observed } from "../support/observed-permission.ts";

const pairs = (...all: Parameters<typeof requirementsOf>[0]) =>
  requirementsOf(all).map(({ action, resource }) => `${action} ${resource}`);
const needed = (...all: Parameters<typeof requirementsOf>[0]) =>
  withoutCovered(requirementsOf(all)).map(({ action, resource, conditionKey }) =>
    `${action} ${resource} ${conditionKey}`.trim(),
  );

describe("requirements", () => {
  test("a permission on several resources is one for each, sorted", () => {
    expect(pairs(observed("x:B", ["r2", "r1"]), observed("x:A", "r3"))).toEqual(["x:A r3", "x:B r1", "x:B r2"]);
  });

  test("equal ones are one, with all their calls and the first spelling", () => {
    const [only, ...rest] = requirementsOf([
      observed("x:Act", "r", { call: 3, outcome: "denied" }),
      observed("X:ACT", "r", { call: 1, verified: false }),
      observed("x:Act", "r", { call: 3 }),
    ]);
    expect(rest).toEqual([]);
    expect(only).toMatchObject({ action: "X:ACT", calls: [1, 3], deniedCalls: [3], isVerified: true });
  });

  test("names of resources keep their case", () => {
    expect(pairs(observed("x:A", "R"), observed("x:A", "r"))).toHaveLength(2);
  });

  test("widenings are kept with their calls, for wildcards only", () => {
    const widened = { reason: "no-resource-in-input", detail: "Key" };
    const found = requirementsOf([
      observed("x:A", ["r/*", "exact"], { widened, call: 2 }),
      observed("x:A", "r/*", { widened, call: 1 }),
      observed("x:A", "r/*", { call: 3 }),
    ]);
    expect(found.map(({ resource, widenings }) => [resource, widenings])).toEqual([
      ["exact", []],
      ["r/*", [{ widening: widened, calls: [1, 2] }]],
    ]);
  });

  test("alternative values of a condition are taken apart", () => {
    expect(requirementsOf([observed("x:A", "r", { conditions: { StringEquals: { k: ["2", "1"] } } })])).toMatchObject([
      { conditions: { StringEquals: { k: ["1"] } } },
      { conditions: { StringEquals: { k: ["2"] } } },
    ]);
  });
});

describe("covered requirements", () => {
  const when = (k: string) => ({ conditions: { StringEquals: { k: [k] } } });

  test("a wildcard covers what lies within it, for the same action only", () => {
    expect(
      needed(observed("x:A", "r/*"), observed("x:A", "r/1"), observed("x:A", "r/1*"), observed("x:B", "r/1")),
    ).toEqual(["x:A r/*", "x:B r/1"]);
  });

  test("an escaped star covers nothing", () => {
    expect(needed(observed("x:A", "r/${*}"), observed("x:A", "r/1"))).toEqual(["x:A r/${*}", "x:A r/1"]);
  });

  test("no condition covers any condition, and never the other way", () => {
    expect(needed(observed("x:A", "r"), observed("x:A", "r", when("1")), observed("x:A", "s", when("1")))).toEqual([
      "x:A r",
      'x:A s {"StringEquals":{"k":["1"]}}',
    ]);
    expect(needed(observed("x:A", "r/*", when("1")), observed("x:A", "r/1"))).toHaveLength(2);
  });

  test("of two that cover each other one stays", () => {
    expect(needed(observed("x:A", "r/**"), observed("x:A", "r/*"))).toEqual(["x:A r/*"]);
  });
});
