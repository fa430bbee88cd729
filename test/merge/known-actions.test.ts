import { expect, test } from "vitest";
import { highestLevel, knownActions } from "../../src/merge/known-actions.ts";
import { SMALL_INDEX } from "../support/authorization-index.ts";

test("an action is found in any case, and comes as AWS spells it", () => {
  expect(knownActions("S3:getobject", SMALL_INDEX)).toEqual([{ action: "s3:GetObject", level: "Read" }]);
});

test("a pattern names all that it matches", () => {
  const all = knownActions("s3:*", SMALL_INDEX).map(({ action }) => action);
  expect(all).toContain("s3:GetObject");
  expect(knownActions("s3:Get*", SMALL_INDEX).every(({ action }) => action.startsWith("s3:Get"))).toBe(true);
  expect(knownActions("*", SMALL_INDEX).length).toBeGreaterThan(all.length);
  expect(knownActions("*:*", SMALL_INDEX)).toEqual(knownActions("*", SMALL_INDEX));
});

test.each(["s3:NoSuch", "nosuch:Get", "word"])("`%s` names nothing that is known", (action) => {
  expect(knownActions(action, SMALL_INDEX)).toEqual([]);
});

test("the most harmful level counts", () => {
  expect(highestLevel(["Read", "Tagging", "List"])).toBe("Tagging");
  expect(highestLevel([])).toBeUndefined();
});
