import { expect, test } from "vitest";
import type { JsonObject } from "../../../src/decode/api-call.ts";
import { keepMembers } from "../../../src/decode/input/keep-members.ts";
import { compileMemberPaths } from "../../../src/decode/input/member-paths.ts";
import { type MemberSketch, operation } from "../../support/api-models.ts";

interface Case {
  readonly members?: readonly MemberSketch[];
  readonly paths?: readonly string[];
}

function kept(input: JsonObject, { members = [], paths = [] }: Case = {}): JsonObject {
  return keepMembers(input, operation({ name: "Op", members }), compileMemberPaths(paths)).input;
}

const ROLE = "arn:aws:iam::123456789012:role/service/worker";

test("keeps what the model marks and leaves the rest", () => {
  const members = [
    { name: "Bucket", keep: true },
    { name: "Body" },
    { name: "Size", type: "integer", keep: true },
  ] as const;
  expect(kept({ Bucket: "photos", Body: "secret", Size: 3 }, { members })).toEqual({ Bucket: "photos", Size: 3 });
});

test("keeps texts at the top level whose name tells", () => {
  expect(
    kept({ TableName: "t", resourceArn: "a", QueueId: "q", Role: "r", name: "n", Valid: "no", Password: "no" }),
  ).toEqual({ TableName: "t", resourceArn: "a", QueueId: "q", Role: "r", name: "n" });
});

test("does not keep names below the top level", () => {
  expect(kept({ Item: { UserName: "alice" } })).toEqual({});
});

test("keeps role ARNs wherever they stand", () => {
  expect(kept({ Config: { Steps: [{ Note: "x" }, { Executor: ROLE }] } })).toEqual({
    Config: { Steps: [{ Executor: ROLE }] },
  });
});

test("never keeps what the model calls sensitive, not even a role", () => {
  const members = [
    { name: "ClientId", sensitive: true, keep: true },
    { name: "Config", type: "structure", members: [{ ...SECRET }] },
  ] as const;
  expect(kept({ ClientId: ROLE, Config: { Secret: ROLE } }, { members, paths: ["ClientId", "Config.Secret"] })).toEqual(
    {
      Config: {},
    },
  );
});

const SECRET = {
  name: "Secret",
  wireName: "Secret",
  location: "body",
  type: "string",
  required: false,
  sensitive: true,
  keep: false,
} as const;

test("never keeps an access key id in clear", () => {
  expect(kept({ UserName: "alice", AccessKeyId: "AKIARZPUZDIKABUWC3LH" })).toEqual({ UserName: "alice" });
});

test("never keeps a URL that opens a door by itself, whatever reads its member", () => {
  const members = [{ name: "TemplateURL", keep: true }] as const;
  const url = "https://bucket.s3.amazonaws.com/stack.json";
  expect(kept({ TemplateURL: url }, { members })).toEqual({ TemplateURL: url });
  expect(
    kept({ TemplateURL: `${url}?X-Amz-Signature=0f`, Source: "https://me:pw@git.example.com" }, { members }),
  ).toEqual({});
  expect(kept({ Config: { Url: "https://pw@git.example.com" } }, { paths: ["Config.Url"] })).toEqual({ Config: {} });
});

test("never keeps bytes", () => {
  const members = [{ name: "DataId", type: "blob", keep: true }] as const;
  expect(kept({ DataId: "" }, { members })).toEqual({});
});

test("keeps what a rule reads, and only that, in lists of structures", () => {
  const input = { TransactItems: [{ Put: { TableName: "a", Item: { ssn: "1" } } }, { Delete: { TableName: "b" } }] };
  expect(kept(input, { paths: ["TransactItems[].Put.TableName", "TransactItems[].Delete"] })).toEqual({
    TransactItems: [{ Put: { TableName: "a" } }, { Delete: {} }],
  });
});

test("keeps no more of a text than the excerpt that a rule reads", () => {
  const paths = compileMemberPaths([], [{ path: "Statements[].Statement", pattern: /^\w+ FROM "\w+"/ }]);
  const input = { Statements: [{ Statement: "DELETE FROM \"users\" WHERE ssn='1'" }, { Statement: "nonsense" }] };
  expect(keepMembers(input, operation({ name: "Op" }), paths).input).toEqual({
    Statements: [{ Statement: 'DELETE FROM "users"' }, {}],
  });
});

test("a role is kept where an excerpt reads something else", () => {
  const paths = compileMemberPaths([], [{ path: "AttributeValue", pattern: /^alias\/\w+$/ }]);
  const keeps = (AttributeValue: string): JsonObject =>
    keepMembers({ AttributeValue }, operation({ name: "Op" }), paths).input;
  expect(keeps(ROLE)).toEqual({ AttributeValue: ROLE });
  expect(keeps("alias/mine")).toEqual({ AttributeValue: "alias/mine" });
  expect(keeps("a secret")).toEqual({});
});

test("keeps the keys of a map without its values", () => {
  const input = { RequestItems: { orders: [{ PutRequest: { Item: { ssn: "1" } } }], users: [] } };
  expect(kept(input, { paths: ["RequestItems{}"] })).toEqual({ RequestItems: { orders: {}, users: {} } });
});

test("keeps lists and maps of texts that the model marks", () => {
  const members = [
    { name: "InstanceIds", type: "list", itemType: "string", keep: true },
    { name: "Tags", type: "map", itemType: "string", keep: true },
  ] as const;
  const input = { InstanceIds: ["i-1", "i-2"], Tags: { team: "red" } };
  expect(kept(input, { members })).toEqual(input);
});

test("keeps marked members of structures in lists", () => {
  const nested = { ...SECRET, name: "TopicArn", sensitive: false, keep: true };
  const members = [{ name: "Topics", type: "list", itemType: "structure", members: [nested] }] as const;
  expect(kept({ Topics: [{ TopicArn: "arn", Note: "x" }] }, { members })).toEqual({ Topics: [{ TopicArn: "arn" }] });
});

test("keeps marked members of structures in maps, at any depth", () => {
  const nested = { ...SECRET, name: "TopicArn", sensitive: false, keep: true };
  const routes = {
    ...SECRET,
    name: "Routes",
    sensitive: false,
    type: "map",
    itemType: "structure",
    members: [nested],
  } as const;
  const members = [{ name: "Config", type: "structure", members: [routes] }] as const;
  expect(kept({ Config: { Routes: { TopicArn: { TopicArn: "arn", Note: "x" } } } }, { members })).toEqual({
    Config: { Routes: { TopicArn: { TopicArn: "arn" } } },
  });
});

test("says when a value was too long or there were too many", () => {
  const members = [{ name: "Ids", type: "list", keep: true }] as const;
  const bounded = (input: JsonObject) => keepMembers(input, operation({ name: "Op", members }), compileMemberPaths([]));
  expect(bounded({ TableName: "x".repeat(20_000) })).toEqual({ input: {}, cut: true });
  const many = bounded({ Ids: Array.from({ length: 1_001 }, String) });
  expect(many.cut).toBe(true);
  expect(many.input["Ids"]).toHaveLength(1_000);
});

test("a hostile name is an ordinary member", () => {
  const input: JsonObject = JSON.parse('{"__proto__": {"Arn": 1}, "constructorName": "x"}');
  expect(kept(input)).toEqual({ constructorName: "x" });
});

test("a very deep input is cut, not followed", () => {
  let deep: JsonObject = { role: ROLE };
  for (let depth = 0; depth < 10_000; depth += 1) deep = { deep };
  expect(kept(deep)).toEqual({});
});
