import { expect, test } from "vitest";
import rules from "../../src/services/datasync.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a location of any kind is tagged as a location", () => {
  expect(permits("CreateLocationNfs", { ServerHostname: "h", Tags: [{ Key: "a" }] })).toEqual([
    "datasync:CreateLocationNfs *",
    "datasync:TagResource arn:aws:datasync:us-east-1:123456789012:location/*",
  ]);
});
