import { expect, test } from "vitest";
import rules from "../../src/services/ram.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a new share is tagged under an id that AWS chooses", () => {
  expect(permits("CreateResourceShare", { name: "s", tags: [{ key: "a" }] })).toEqual([
    "ram:CreateResourceShare *",
    "ram:TagResource arn:aws:ram:us-east-1:123456789012:resource-share/*",
  ]);
});
