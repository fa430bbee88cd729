import { expect, test } from "vitest";
import rules from "../../src/services/resource-groups.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a group that is read as such looks up no members", () => {
  expect(permits("GetGroup", { Group: "web" })).toEqual([
    "resource-groups:GetGroup arn:aws:resource-groups:us-east-1:123456789012:group/web",
  ]);
});
