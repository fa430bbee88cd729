import { expect, test } from "vitest";
import rules from "../../src/services/route53resolver.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("the name of an association is not its id", () => {
  const association = { FirewallRuleGroupId: "rslvr-frg-1", VpcId: "vpc-1", Priority: 101, Name: "guard" };
  expect(permits("AssociateFirewallRuleGroup", association).join()).not.toContain("guard");
});
