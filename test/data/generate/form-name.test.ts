import { expect, test } from "vitest";
import { formName } from "../../../src/data/generate/form-name.ts";

const string = { type: "string" } as const;

test.each([
  ["the name where nothing else is given", {}, "vpcId"],
  ["the capitalised location name", { locationName: "subnetId" }, "SubnetId"],
  ["the query name before the location name", { locationName: "subnetId", queryName: "Net" }, "Net"],
])("ec2 sends %s", (_, ref, expected) => {
  expect(formName("ec2", { name: "vpcId", ref: { shape: "String", ...ref }, shape: string })).toBe(expected);
});

test("query sends the location name as it is", () => {
  const ref = { shape: "String", locationName: "subnetId" };

  expect(formName("query", { name: "SubnetId", ref, shape: string })).toBe("subnetId");
});

test.each([
  [true, "Tag"],
  [false, "Tags"],
])("query sends a list (flattened: %s) under %s", (flattened, expected) => {
  const shape = { type: "list", flattened, member: { shape: "Tag", locationName: "Tag" } } as const;

  expect(formName("query", { name: "Tags", ref: { shape: "TagList" }, shape })).toBe(expected);
});
