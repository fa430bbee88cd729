import { expect, test } from "vitest";
import { IN_A_VPC } from "../../src/services/lambda-networks.ts";
import { whenMember } from "../../src/services/rule-condition.ts";

test("the network is looked up only where the request names subnets", () => {
  expect(IN_A_VPC.map(({ when, origin }) => [when, origin])).toEqual([
    [whenMember("VpcConfig.SubnetIds[]"), "forward-access"],
  ]);
});
