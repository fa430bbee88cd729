import { expect, test } from "vitest";
import rules from "../../src/services/waf.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("an ordinary rule keeps its own ARN", () => {
  expect(permits("GetRule", { RuleId: "r-1" })).toEqual(["waf:GetRule arn:aws:waf::123456789012:rule/r-1"]);
});
