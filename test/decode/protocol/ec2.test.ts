import { expect, test } from "vitest";
import { parseParameters } from "../../../src/decode/percent-decoding.ts";
import { readEc2Form } from "../../../src/decode/protocol/ec2.ts";
import { member } from "../../support/api-models.ts";

test("names begin with a capital, lists stand flattened under them", () => {
  const members = [
    member({ name: "InstanceIds", wireName: "InstanceId", type: "list", itemType: "string" }),
    member({ name: "DryRun", wireName: "dryRun", type: "boolean" }),
  ];
  const form = "Action=StopInstances&Version=2016-11-15&InstanceId.1=i-1&InstanceId.2=i-2&DryRun=true";
  expect(readEc2Form(parseParameters(form), members)).toEqual({ InstanceIds: ["i-1", "i-2"], DryRun: true });
});

test("takes the protocol's own name where the model gives one", () => {
  const group = member({
    name: "Groups",
    wireName: "groupSet",
    queryName: "SecurityGroupId",
    type: "list",
    itemType: "string",
  });
  expect(readEc2Form(parseParameters("SecurityGroupId.1=sg-1"), [group])).toEqual({ Groups: ["sg-1"] });
});
