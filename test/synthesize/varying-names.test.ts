import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { covers, parsePattern } from "../../src/iam/wildcard.ts";
import { generatedResources } from "../../src/synthesize/generated-resources.ts";
import { varyingNames } from "../../src/synthesize/varying-names.ts";
import { SMALL_INDEX } from "../support/authorization-index.ts";
import { cases } from "../support/long-run.ts";
import { observed } from "../support/observed-permission.ts";

const TABLE = "arn:aws:dynamodb:eu-west-1:111122223333:table/";
const seen = (name: string, runs: string, action = "dynamodb:GetItem") =>
  observed(action, TABLE + name, { runs: runs.split(""), identity: runs });
const found = (...all: ReturnType<typeof seen>[]) =>
  varyingNames(all, generatedResources(SMALL_INDEX)).map(({ pattern, isPlain, resources }) => [
    pattern.slice(TABLE.length),
    isPlain,
    resources.length,
  ]);

describe("granted without being asked for", () => {
  test("one name a run, in a place that all else of the runs agrees on", () => {
    expect(found(seen("users", "ab"), seen("orders-red", "a"), seen("orders-blue", "b"))).toEqual([
      ["orders-*", true, 2],
    ]);
  });

  test("several names a run, as many in each", () => {
    const [red, green, blue, black] = ["red", "green", "blue", "black"].map((colour) => `orders-${colour}`);
    expect(
      found(
        seen("users", "ab"),
        seen(`${red}`, "a"),
        seen(`${green}`, "a"),
        seen(`${blue}`, "b"),
        seen(`${black}`, "b"),
      ),
    ).toEqual([["orders-*", true, 4]]);
  });

  test("one word of the run in all its names, with nothing else in common", () => {
    expect(
      found(
        seen("orders-red", "a"),
        seen("orders-blue", "b"),
        seen("users-red", "a", "dynamodb:PutItem"),
        seen("users-blue", "b", "dynamodb:PutItem"),
      ),
    ).toEqual([
      ["orders-*", true, 2],
      ["users-*", true, 2],
    ]);
  });

  test("generated names, whatever else differs", () => {
    expect(found(seen("t-1763716211", "a"), seen("t-1763716212", "b"), seen("x", "a"))).toEqual([["t-*", true, 2]]);
  });
});

describe("offered", () => {
  test("where the runs differ besides, as shards do", () => {
    expect(found(seen("users", "ab"), seen("orders-red", "a"), seen("orders-blue", "b"), seen("more", "a"))).toEqual([
      ["orders-*", false, 2],
    ]);
  });

  test("where nothing is in common", () => {
    expect(found(seen("orders-red", "a"), seen("orders-blue", "b"))).toEqual([["orders-*", false, 2]]);
  });

  test("where the pattern would mean every resource of its type", () => {
    const bucket = observed("s3:ListBucket", "arn:aws:s3:::b", { runs: ["a", "b"] });
    expect(found(bucket, seen("red", "a"), seen("blue", "b"))).toEqual([["*", false, 2]]);
  });
});

describe("left alone", () => {
  test.each([
    ["one run", [seen("orders-red", "a"), seen("orders-blue", "a")]],
    ["names that both runs have", [seen("orders-red", "ab"), seen("orders-blue", "ab")]],
    ["other actions", [seen("orders-red", "a"), seen("orders-blue", "b", "dynamodb:PutItem")]],
    ["not as many in each run", [seen("t-red", "a"), seen("t-green", "a"), seen("t-blue", "b")]],
    ["a pattern that would cover what both have", [seen("t-x", "ab"), seen("t-red", "a"), seen("t-blue", "b")]],
    ["a run without any", [seen("users", "abc"), seen("t-red", "a"), seen("t-blue", "b")]],
    ["patterns", [seen("red/*", "a"), seen("blue/*", "b")]],
  ])("%s", (_, all) => {
    expect(found(...all)).toEqual([]);
  });

  test("recordings that were not merged", () => {
    const [one, other] = ["orders-red", "orders-blue"].map((name) => observed("dynamodb:GetItem", TABLE + name));
    expect(one && other && found(one, other)).toEqual([]);
  });
});

test("no pattern covers what several runs have, and each covers its own, in any order", () => {
  const name = fc.array(fc.constantFrom("red", "blue", "out", "a", "2"), { minLength: 1, maxLength: 3 });
  const one = fc
    .tuple(name, fc.constantFrom("-", "/"), fc.constantFrom("a", "b", "ab", "c", "abc"))
    .map(([words, by, runs]) => seen(words.join(by), runs));
  fc.assert(
    fc.property(fc.array(one, { maxLength: 12 }), (all) => {
      const patternOf = generatedResources(SMALL_INDEX);
      const names = varyingNames(all, patternOf);
      expect(varyingNames(all.toReversed(), patternOf)).toEqual(names);
      const runsOf = (resource: string) =>
        new Set(all.filter((each) => each.permission.resources[0] === resource).flatMap(({ runs = [] }) => runs)).size;
      const shared = all.flatMap(({ permission }) => permission.resources).filter((resource) => runsOf(resource) > 1);
      for (const { pattern, resources } of names) {
        const covered = (resource: string) => covers(parsePattern(pattern), parsePattern(resource));
        expect(resources.filter((resource) => !covered(resource))).toEqual([]);
        expect(shared.filter(covered)).toEqual([]);
      }
    }),
    cases(300),
  );
});
