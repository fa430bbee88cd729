import { expect, test } from "vitest";
import { closestName } from "../../src/cli/closest-name.ts";

test.each([
  ["regoin", ["region", "partition"], "region"],
  ["atach-as", ["attach-as", "account"], "attach-as"],
  ["attachAs", ["attach-as", "account"], "attach-as"],
  ["IAMGEN_REGIN", ["IAMGEN_REGION", "IAMGEN_WIDEN"], "IAMGEN_REGION"],
  ["colour", ["region", "widen"], undefined],
  ["x", [], undefined],
])("%s of %j is %s", (typed, known, meant) => {
  expect(closestName(typed, known)).toBe(meant);
});

test("of two equally close names it is the first in the alphabet", () => {
  expect(closestName("cat", ["rat", "bat"])).toBe("bat");
});
