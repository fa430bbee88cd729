import { expect, test } from "vitest";
import { inCallersNetwork } from "../../src/services/callers-network.ts";
import { whenMember } from "../../src/services/rule-condition.ts";

test("the actions are those of EC2, on condition where one is given", () => {
  const { action, when } = inCallersNetwork(["DescribeVpcs"], whenMember("VpcId"));
  expect({ action, when }).toEqual({ action: ["ec2:DescribeVpcs"], when: whenMember("VpcId") });
  expect(inCallersNetwork([])).not.toHaveProperty("when");
});
