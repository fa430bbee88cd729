import { expect, test } from "vitest";
import rules from "../../src/services/ssm.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a parameter that is no secret needs no key, whatever its tier", () => {
  expect(permits("PutParameter", { Name: "/a", Type: "String", Tier: "Advanced", KeyId: "1234abcd" })).toEqual([
    "ssm:PutParameter arn:aws:ssm:us-east-1:123456789012:parameter/a",
  ]);
});
