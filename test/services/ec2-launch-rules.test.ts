import { expect, test } from "vitest";
import { resourcesOf } from "../../src/authorize/rule-resources.ts";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import {
  decidedElsewhere,
  imagesIn,
  launchResourcesIn,
  readsImageParameter,
} from "../../src/services/ec2-launch-rules.ts";
import { bothOf, type ResourceRule } from "../../src/services/rule-resource.ts";
import { exampleCall } from "./example-call.ts";

const OWN = "arn:aws:ec2:us-east-1:123456789012";

function arns(rule: ResourceRule | undefined, input: { readonly [member: string]: unknown }) {
  const subject = { sdkId: "EC2", operation: "RunInstances", signingName: "ec2" };
  const view = { call: exampleCall({ input, permits: [] }, subject) };
  const context = { authorization: openAuthorizationIndex(), view, action: "ec2:RunInstances" };
  return resourcesOf(rule, context).map(({ arn }) => arn);
}

test("takes AMIs by id, not the parameters that hold one", () => {
  const input = { ImageId: "ami-1", Overrides: [{ ImageId: "resolve:ssm:golden" }, { ImageId: "ami-2" }] };
  expect(arns(imagesIn("ImageId", "Overrides[].ImageId"), input)).toEqual([
    "arn:aws:ec2:us-east-1::image/ami-1",
    "arn:aws:ec2:us-east-1::image/ami-2",
  ]);
});

test.each([
  ["resolve:ssm:golden", "golden"],
  ["resolve:ssm:/golden/ami:3", "golden/ami"],
])("reads the parameter of %s", (ImageId, name) => {
  const { resource } = readsImageParameter("ImageId");
  expect(arns(resource, { ImageId })).toEqual([`arn:aws:ssm:us-east-1:123456789012:parameter/${name}`]);
});

test("finds what a launch specification names, and nothing that it leaves out", () => {
  const Spec = {
    KeyName: "k",
    BlockDeviceMappings: [{ Ebs: { SnapshotId: "snap-1" } }, { Ebs: {} }],
    NetworkInterfaces: [{ NetworkInterfaceId: "eni-1" }],
    Placement: { GroupName: "g" },
  };
  expect(arns(bothOf(...launchResourcesIn("Spec.")), { Spec })).toEqual([
    "arn:aws:ec2:us-east-1::snapshot/snap-1",
    `${OWN}:key-pair/k`,
    `${OWN}:placement-group/g`,
    `${OWN}:network-interface/eni-1`,
  ]);
  expect(arns(bothOf(...launchResourcesIn("")), { Spec })).toEqual([]);
});

test("leaves open what is decided elsewhere", () => {
  expect(arns(decidedElsewhere("subnet", "SubnetId"), {})).toEqual([`${OWN}:subnet/*`]);
});
