import { expect, test } from "vitest";
import { parseParameters } from "../../../src/decode/percent-decoding.ts";
import { formTree, shapeForm } from "../../../src/decode/protocol/form-tree.ts";
import { type MemberSketch, member } from "../../support/api-models.ts";

const shape = (form: string, ...members: readonly MemberSketch[]) =>
  shapeForm(formTree(parseParameters(form)), members.map(member), ({ wireName }) => wireName);

const LIST = { type: "list", itemType: "string" } as const;

test("types scalars as the model does", () => {
  expect(
    shape("Size=5&Fast=true&Name=5", { name: "Size", type: "integer" }, { name: "Fast", type: "boolean" }),
  ).toEqual({
    Size: 5,
    Fast: true,
    Name: "5",
  });
});

test.each([
  ["under member", "Ids.member.1=a&Ids.member.2=b", {}],
  ["under the name of its entries", "Ids.InstanceId.1=a&Ids.InstanceId.2=b", { itemName: "InstanceId" }],
  ["flattened", "Ids.1=a&Ids.2=b", { flattened: true }],
  ["in any order", "Ids.member.2=b&Ids.member.1=a", {}],
] as const)("reads a list %s", (_, form, more) => {
  expect(shape(form, { name: "Ids", ...LIST, ...more })).toEqual({ Ids: ["a", "b"] });
});

test("puts the tenth entry behind the second", () => {
  const form = Array.from({ length: 10 }, (_, index) => `Ids.member.${index + 1}=${index + 1}`).sort();
  expect(shape(form.join("&"), { name: "Ids", ...LIST })).toEqual({
    Ids: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"],
  });
});

test("an empty list is one that was sent without entries", () => {
  expect(shape("Ids=", { name: "Ids", ...LIST })).toEqual({ Ids: [] });
});

test.each([
  ["as entries", "Attributes.entry.1.key=a&Attributes.entry.1.value=b", {}],
  ["flattened", "Attributes.1.Name=a&Attributes.1.Value=b", { flattened: true }],
] as const)("reads a map %s", (_, form, more) => {
  expect(shape(form, { name: "Attributes", type: "map", itemType: "string", ...more })).toEqual({
    Attributes: { a: "b" },
  });
});

test("reads structures in lists, named by the model where it knows them", () => {
  const members = [member({ name: "Values", wireName: "Value", type: "list", flattened: true, itemType: "string" })];
  const form = "Filter.1.Name=vpc-id&Filter.1.Value.1=vpc-1";
  expect(
    shape(form, { name: "Filters", wireName: "Filter", type: "list", itemType: "structure", flattened: true, members }),
  ).toEqual({ Filters: [{ Name: "vpc-id", Values: ["vpc-1"] }] });
});

test("finds lists and maps by position where the model says nothing", () => {
  expect(shape("A.member.1=x&B.1.C=y&D.entry.1.key=k&D.entry.1.value=v&E.F=z")).toEqual({
    A: ["x"],
    B: [{ C: "y" }],
    D: { k: "v" },
    E: { F: "z" },
  });
});

test("a hostile name neither breaks the tree nor exhausts the stack", () => {
  expect(shape("__proto__.polluted=1")).toEqual(JSON.parse('{"__proto__":{"polluted":"1"}}'));
  expect(() => shape(`${"a.".repeat(200_000)}a=1`)).not.toThrow();
  expect({}).not.toHaveProperty("polluted");
});
