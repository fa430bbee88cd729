import { expect, test } from "vitest";
import rules from "../../src/services/b2bi.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a capability without a transformer is made on no resource, and changed on itself", () => {
  expect(permits("CreateCapability", { name: "c", type: "edi" })).toEqual(["b2bi:CreateCapability *"]);
  expect(permits("UpdateCapability", { capabilityId: "ca-1", name: "c" })).toEqual([
    "b2bi:UpdateCapability arn:aws:b2bi:us-east-1:123456789012:capability/ca-1",
  ]);
});
