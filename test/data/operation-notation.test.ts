import { expect, test } from "vitest";
import { readOperation, readStaticQuery } from "../../src/data/operation-notation.ts";

const member = (line: string) => readOperation("Op", `|${line}`).members[0];

const plain = { location: "body", type: "string", required: false, sensitive: false, keep: false };

test("reads method, path, static query, host prefix, auth and deprecation", () => {
  const { name, method, path, query, hostPrefix, auth, deprecated } = readOperation(
    "GetThing",
    "GET /{Bucket}/{Key+}?list-type=2&delete host={AccountId}. auth=none deprecated|",
  );

  expect({ name, method, path, query, hostPrefix, auth, deprecated }).toEqual({
    name: "GetThing",
    method: "GET",
    path: "/{Bucket}/{Key+}",
    query: [
      ["list-type", "2"],
      ["delete", undefined],
    ],
    hostPrefix: "{AccountId}.",
    auth: "none",
    deprecated: true,
  });
});

test("an operation without a path is a POST to the root", () => {
  const operation = readOperation("PutItem", "|");

  expect([operation.method, operation.path, operation.query, operation.members]).toEqual(["POST", "/", [], []]);
  expect("hostPrefix" in operation || "auth" in operation || "deprecated" in operation).toBe(false);
});

test("the root keeps its host prefix where no path is written", () => {
  expect(readOperation("Op", "host=data-.|").hostPrefix).toBe("data-.");
});

test.each([
  ["Name", { ...plain, name: "Name", wireName: "Name" }],
  ["/Key!*", { ...plain, name: "Key", wireName: "Key", location: "uri", required: true, keep: true }],
  ["?Marker=marker", { ...plain, name: "Marker", wireName: "marker", location: "query" }],
  ["^ACL=x-amz-acl", { ...plain, name: "ACL", wireName: "x-amz-acl", location: "header" }],
  [
    "+Meta=x-amz-meta-#{}",
    { ...plain, name: "Meta", wireName: "x-amz-meta-", location: "headers", type: "map", itemType: "string" },
  ],
  ["&Rest#{[]", { ...plain, name: "Rest", wireName: "Rest", location: "query-map", type: "map", itemType: "list" }],
  ["@Body#o%", { ...plain, name: "Body", wireName: "Body", location: "payload", type: "blob", sensitive: true }],
  ["Id$", { ...plain, name: "Id", wireName: "Id", hostLabel: true }],
  [
    "Entries~Entry#[s];",
    {
      ...plain,
      name: "Entries",
      wireName: "Entries",
      queryName: "Entry",
      type: "list",
      itemType: "structure",
      flattened: true,
    },
  ],
  ["Set=set#[/Item]", { ...plain, name: "Set", wireName: "set", type: "list", itemType: "string", itemName: "Item" }],
  ["Items#{l/Value}", { ...plain, name: "Items", wireName: "Items", type: "map", itemType: "long", itemName: "Value" }],
])("reads the member `%s`", (token, expected) => {
  expect(member(token)).toEqual(expected);
});

test("reads members within members and goes on after them", () => {
  const { members } = readOperation("Op", "|A#s(B#[s](C!* D) E#b) F");

  expect(members.map(({ name }) => name)).toEqual(["A", "F"]);
  expect(members[0]?.members?.map(({ name, type }) => [name, type])).toEqual([
    ["B", "list"],
    ["E", "boolean"],
  ]);
  expect(members[0]?.members?.[0]?.members?.map(({ name, keep }) => [name, keep])).toEqual([
    ["C", true],
    ["D", false],
  ]);
});

test("reads the members once", () => {
  const operation = readOperation("Op", "|A B");

  expect(operation.members).toBe(operation.members);
});

test("refuses a damaged line instead of guessing", () => {
  expect(() => readOperation("Op", "|A |").members).toThrow("generated data: no member at 2 of `A |`");
});

test("a static query part may hold an equals sign in its value", () => {
  expect(readStaticQuery("a=b=c&d")).toEqual([
    ["a", "b=c"],
    ["d", undefined],
  ]);
});
