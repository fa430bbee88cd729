import { expect, test } from "vitest";
import connect from "../../src/services/connect.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(connect);

test("a search needs to describe what it may find, in its instance alone", () => {
  expect(permits("SearchQueues", { InstanceId: "i1" })).toEqual([
    "connect:SearchQueues arn:aws:connect:us-east-1:123456789012:instance/i1",
    "connect:DescribeQueue arn:aws:connect:us-east-1:123456789012:instance/i1/queue/*",
  ]);
});

test("a list needs no more than its own action", () => {
  expect(permits("ListPrompts", { InstanceId: "i1" })).toHaveLength(1);
});

test("tagging a contact needs no tagging action beside its own", () => {
  expect(permits("TagContact", { InstanceId: "i1", ContactId: "c1", Tags: { a: "b" } })).toEqual([
    "connect:TagContact arn:aws:connect:us-east-1:123456789012:instance/i1/contact/c1",
  ]);
});
