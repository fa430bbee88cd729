import { expect, test } from "vitest";
import rules from "../../src/services/fms.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("lists, policies and sets are read by their ids", () => {
  const on = (tail: string) => `arn:aws:fms:us-east-1:123456789012:${tail}`;
  expect(permits("GetAppsList", { ListId: "l1" })).toEqual([`fms:GetAppsList ${on("applications-list/l1")}`]);
  expect(permits("DeleteProtocolsList", { ListId: "l1" })).toEqual([
    `fms:DeleteProtocolsList ${on("protocols-list/l1")}`,
  ]);
  expect(permits("GetPolicy", { PolicyId: "p1" })).toEqual([`fms:GetPolicy ${on("policy/p1")}`]);
  expect(permits("GetResourceSet", { Identifier: "r1" })).toEqual([`fms:GetResourceSet ${on("resource-set/r1")}`]);
});
