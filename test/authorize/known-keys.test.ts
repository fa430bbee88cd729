import { expect, test } from "vitest";
import { collectKeys, NO_KEYS } from "../../src/authorize/known-keys.ts";
import type { RequiredPermission } from "../../src/authorize/required-permission.ts";
import type { Outcome } from "../../src/decode/api-call.ts";
import { apiCall } from "../support/api-call.ts";

const permission = (action: string, resource: string): RequiredPermission => ({
  action,
  resources: [resource],
  conditions: {},
  origin: "direct",
  because: "of this test",
  verified: true,
});

const described = (resource: string, keys: NonNullable<Outcome["keys"]>) => ({
  call: apiCall({ outcome: { kind: "succeeded", keys } }),
  permissions: [permission("library:DescribeShelf", resource), permission("library:GetRoom", "arn:room")],
});

test("a key lies behind the call's first resource and what is below it", () => {
  const keys = collectKeys([described("arn:shelf/a", { key: "k" })]);
  expect(keys.of("arn:shelf/a")).toEqual(["k"]);
  expect(keys.of("arn:shelf/a/book/1")).toEqual(["k"]);
  expect(keys.of("arn:shelf/ab")).toEqual([]);
  expect(keys.of("arn:room")).toEqual([]);
});

test("what has a key of its own does not use that of its place", () => {
  const keys = collectKeys([described("arn:shelf/a", { key: "k" }), described("arn:shelf/a/1", { key: "own" })]);
  expect(keys.of("arn:shelf/a/1")).toEqual(["own"]);
});

test("an unknown end of a name fits the whole name, both ways", () => {
  expect(collectKeys([described("arn:secret:db-??????", { key: "k" })]).of("arn:secret:db-a1B2c3")).toEqual(["k"]);
  expect(collectKeys([described("arn:secret:db-a1B2c3", { key: "k" })]).of("arn:secret:db-??????")).toEqual(["k"]);
});

test("an ARN outdoes the alias of the same key; several keys are all told, sorted", () => {
  const both = [
    described("arn:q", { key: "alias/a" }),
    described("arn:q", { key: "b" }),
    described("arn:q", { key: "a" }),
  ];
  expect(collectKeys(both).of("arn:q")).toEqual(["a", "b"]);
});

test("a resource that stands for all tells nothing", () => {
  expect(collectKeys([described("*", { key: "k" })]).isEmpty).toBe(true);
  expect(NO_KEYS.of("arn:q")).toEqual([]);
});
