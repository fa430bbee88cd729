import { expect, test } from "vitest";
import type { BotocoreModel } from "../../../src/data/generate/botocore-model.ts";
import { type MemberContext, membersOf, TOP, typeOf } from "../../../src/data/generate/member-model.ts";

const SHAPES: BotocoreModel["shapes"] = {
  String: { type: "string" },
  Secret: { type: "string", sensitive: true },
  Secrets: { type: "list", member: { shape: "Secret" } },
  Blob: { type: "blob" },
  Headers: { type: "map", key: { shape: "String" }, value: { shape: "String" } },
  Names: { type: "list", member: { shape: "String", locationName: "Name" } },
  FlatNames: { type: "list", member: { shape: "String", locationName: "Name" }, flattened: true },
  Deep: {
    type: "structure",
    members: {
      RoleArn: { shape: "String" },
      Note: { shape: "String" },
      Renamed: { shape: "String", locationName: "renamed" },
      Self: { shape: "Deep" },
    },
  },
  Holder: { type: "structure", members: { Deep: { shape: "Deep" }, Note: { shape: "String" } } },
};

function membersFor(
  members: Record<string, { shape: string } & Record<string, unknown>>,
  structure: { payload?: string; required?: readonly string[] } = {},
  context: Partial<MemberContext> = {},
) {
  const full: MemberContext = {
    shapes: SHAPES,
    wire: "plain",
    alsoQuery: false,
    queryNames: {},
    keep: ({ name }) => /(?:Arn|Name|Secret)$/.test(name),
    ...context,
  };
  return membersOf(full, { type: "structure", members, ...structure }, TOP);
}

test("takes the location and wire name of every binding", () => {
  const members = membersFor({
    Bucket: { shape: "String", location: "uri", locationName: "bucket" },
    Marker: { shape: "String", location: "querystring", locationName: "marker" },
    Rest: { shape: "Headers", location: "querystring" },
    Acl: { shape: "String", location: "header", locationName: "x-acl" },
    Meta: { shape: "Headers", location: "headers", locationName: "x-meta-" },
    Text: { shape: "String", locationName: "text" },
  });

  expect(members.map(({ location, wireName }) => [location, wireName])).toEqual([
    ["uri", "bucket"],
    ["query", "marker"],
    ["query-map", "Rest"],
    ["header", "x-acl"],
    ["headers", "x-meta-"],
    ["body", "text"],
  ]);
});

test("marks the payload, the required and the host label", () => {
  const members = membersFor(
    { Body: { shape: "Blob" }, Account: { shape: "String", hostLabel: true } },
    { payload: "Body", required: ["Account"] },
  );

  expect(members).toMatchObject([
    { name: "Body", location: "payload", type: "blob", required: false },
    { name: "Account", required: true, hostLabel: true },
  ]);
});

test("a list is as sensitive as its entries, and nothing sensitive is kept", () => {
  const [one, many] = membersFor({ MySecret: { shape: "Secret" }, OurSecret: { shape: "Secrets" } });

  expect([one?.sensitive, one?.keep, many?.sensitive, many?.keep]).toEqual([true, false, true, false]);
});

test("an idempotency token is not kept whatever its name", () => {
  expect(membersFor({ CallerName: { shape: "String", idempotencyToken: true } })[0]?.keep).toBe(false);
});

test("form APIs send a flattened list under its entries' name, others name the entries", () => {
  const inputs = { Flat: { shape: "FlatNames" }, Plain: { shape: "Names" } };

  expect(membersFor(inputs, {}, { wire: "query" })).toMatchObject([
    { wireName: "Name", flattened: true },
    { wireName: "Plain", itemName: "Name", itemType: "string" },
  ]);
  expect(membersFor(inputs, {}, { wire: "ec2" })[1]).not.toHaveProperty("itemName");
  expect(membersFor(inputs)[0]).toMatchObject({ wireName: "Flat", flattened: true, itemName: "Name" });
});

test("an API that also takes forms has a query name where it differs", () => {
  const members = membersFor(
    { Flat: { shape: "FlatNames" }, Text: { shape: "String" }, Old: { shape: "String" } },
    {},
    { alsoQuery: true, queryNames: { Old: "Legacy" } },
  );

  expect(members.map(({ queryName }) => queryName)).toEqual(["Name", undefined, "Legacy"]);
});

test("below the top only what is kept or renamed is taken, with what leads to it", () => {
  const [holder] = membersFor({ Holder: { shape: "Holder" } });

  expect(holder?.members?.map(({ name }) => name)).toEqual(["Deep"]);
  expect(holder?.members?.[0]?.members?.map(({ name, wireName }) => [name, wireName])).toEqual([
    ["RoleArn", "RoleArn"],
    ["Renamed", "renamed"],
  ]);
});

test("a payload's own members are all taken", () => {
  const [payload] = membersFor({ Holder: { shape: "Holder" } }, { payload: "Holder" });

  expect(payload?.members?.map(({ name }) => name)).toEqual(["Deep", "Note"]);
});

test.each([
  [{ type: "structure", document: true }, "document"],
  [{ type: "structure", eventstream: true }, "event-stream"],
  [{ type: "timestamp" }, "timestamp"],
] as const)("the type of %o is %s", (shape, expected) => {
  expect(typeOf(shape)).toBe(expected);
});

test("a shape that the model lacks is an error", () => {
  expect(() => membersFor({ Lost: { shape: "Absent" } })).toThrow("botocore data: no shape `Absent`");
});
