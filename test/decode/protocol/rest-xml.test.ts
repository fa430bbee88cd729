import { expect, test } from "vitest";
import { readRestXmlBody } from "../../../src/decode/protocol/rest-xml.ts";
import { type MemberSketch, member, operation } from "../../support/api-models.ts";

const read = (text: string, ...members: readonly MemberSketch[]) =>
  readRestXmlBody(Buffer.from(text), operation({ name: "Op", members }));

const OBJECTS = member({
  name: "Objects",
  wireName: "Object",
  type: "list",
  itemType: "structure",
  flattened: true,
  members: [member({ name: "Key" }), member({ name: "VersionId" })],
});

test("the payload's element is the payload", () => {
  const text = "<Delete><Object><Key>a</Key></Object><Object><Key>b</Key></Object><Quiet>true</Quiet></Delete>";
  const payload = {
    name: "Delete",
    location: "payload",
    type: "structure",
    members: [OBJECTS, member({ name: "Quiet", type: "boolean" })],
  } as const;
  expect(read(text, payload)).toEqual({ Delete: { Objects: [{ Key: "a" }, { Key: "b" }], Quiet: true } });
});

test("one entry is a list of one", () => {
  const payload = { name: "Delete", location: "payload", type: "structure", members: [OBJECTS] } as const;
  expect(read("<Delete><Object><Key>a</Key></Object></Delete>", payload)).toEqual({
    Delete: { Objects: [{ Key: "a" }] },
  });
});

test("members without a payload stand below the root", () => {
  const members = [
    { name: "Name" },
    { name: "VPCs", type: "list", itemType: "string", itemName: "VPC" },
    { name: "Tags", type: "map", itemType: "string" },
    { name: "Size", type: "integer" },
  ] as const;
  const text =
    "<CreateRequest><Name>n</Name><VPCs><VPC>v</VPC></VPCs><Tags><entry><key>a</key><value>b</value></entry></Tags><Size>3</Size></CreateRequest>";
  expect(read(text, ...members)).toEqual({ Name: "n", VPCs: ["v"], Tags: { a: "b" }, Size: 3 });
});

test("an empty list element has no entries, an empty structure no members", () => {
  const members = [
    { name: "Items", type: "list" },
    { name: "Config", type: "structure" },
  ] as const;
  expect(read("<R><Items/><Config/></R>", ...members)).toEqual({ Items: [], Config: {} });
});

test("a payload of bytes or text is not read", () => {
  expect(read("anything < at all", { name: "Body", location: "payload", type: "blob" })).toEqual({ Body: "" });
});

test("no body is no input", () => {
  expect(read("")).toEqual({});
});
