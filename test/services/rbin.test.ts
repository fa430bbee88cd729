import { expect, test } from "vitest";
import rules from "../../src/services/rbin.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("locking a rule that is there is the action itself", () => {
  expect(permits("LockRule", { Identifier: "r1", LockConfiguration: {} })).toEqual([
    "rbin:LockRule arn:aws:rbin:us-east-1:123456789012:rule/r1",
  ]);
});
