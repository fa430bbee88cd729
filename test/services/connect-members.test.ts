import { expect, test } from "vitest";
import rules from "../../src/services/connect.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);
const HERE = "arn:aws:connect:us-east-1:123456789012";

test("a view of AWS is called by its ARN, one of the instance by its id, with a qualifier or without", () => {
  const view = (ViewId: string) => permits("DescribeView", { InstanceId: "i1", ViewId });
  expect(view("v1")).toEqual([`connect:DescribeView ${HERE}:instance/i1/view/v1`]);
  expect(view("v1:2")).toEqual([`connect:DescribeView ${HERE}:instance/i1/view/v1:2`]);
  expect(view("arn:aws:connect:us-east-1:aws:view/cards:1")).toEqual([
    "connect:DescribeView arn:aws:connect:us-east-1:aws:view/cards:1",
  ]);
});

test("a number is claimed for the instance whose id the request gives instead of a target", () => {
  expect(permits("ClaimPhoneNumber", { InstanceId: "i1", PhoneNumber: "+15550100" })).toEqual([
    `connect:ClaimPhoneNumber ${HERE}:instance/i1 + ${HERE}:phone-number/*`,
  ]);
});
