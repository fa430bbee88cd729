import { expect, test } from "vitest";
import { resourcesOf } from "../../src/authorize/rule-resources.ts";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import { resourcesById } from "../../src/services/ec2-resource-ids.ts";
import { exampleCall } from "./example-call.ts";

const OWN = "arn:aws:ec2:us-east-1:123456789012";

function arns(ids: readonly string[], ...firstParts: readonly string[]) {
  const subject = { sdkId: "EC2", operation: "CreateTags", signingName: "ec2" };
  const view = { call: exampleCall({ input: { Resources: ids }, permits: [] }, subject) };
  const context = { authorization: openAuthorizationIndex(), view, action: "ec2:CreateTags" };
  return resourcesOf(resourcesById("Resources[]", ...firstParts), context).map(({ arn }) => arn);
}

test.each([
  ["i-0a1b", `${OWN}:instance/i-0a1b`],
  ["ami-1", "arn:aws:ec2:us-east-1::image/ami-1"],
  ["tgw-1", `${OWN}:transit-gateway/tgw-1`],
  ["tgw-attach-1", `${OWN}:transit-gateway-attachment/tgw-attach-1`],
  ["lgw-vif-grp-1", `${OWN}:local-gateway-virtual-interface-group/lgw-vif-grp-1`],
  ["ipam-pool-1", "arn:aws:ec2::123456789012:ipam-pool/ipam-pool-1"],
])("knows what %s is the id of", (id, arn) => {
  expect(arns([id])).toEqual([arn]);
});

test("takes an ARN as it is", () => {
  const arn = "arn:aws:ec2:us-east-1:111122223333:vpc-peering-connection/pcx-1";
  expect(arns([arn])).toEqual([arn]);
});

test("leaves out ids of other kinds than the ones asked for, and unknown ones", () => {
  expect(arns(["subnet-1", "vpc-1", "key-1", "x"], "vpc", "eni")).toEqual([`${OWN}:vpc/vpc-1`]);
  expect(arns(["key-1", "x"])).toEqual([]);
});
