import { expect, test } from "vitest";
import { mergePermissions, permissionsOn } from "../../src/authorize/permission.ts";
import type { RequiredPermission } from "../../src/authorize/required-permission.ts";
import { authorization } from "./small-world.ts";

const permission = (resources: readonly string[], more: Partial<RequiredPermission> = {}): RequiredPermission => ({
  action: "library:GetBook",
  resources,
  conditions: {},
  origin: "direct",
  because: "reasons",
  verified: true,
  ...more,
});

const draft = { action: "library:GETBOOK", because: "reasons", verified: true };
const widened = { reason: "why", detail: "what" };

test("keeps exact resources apart from widened ones", () => {
  const found = permissionsOn(
    draft,
    [{ arn: "a" }, { arn: "b/*", widened }, { arn: "c" }, { arn: "a" }],
    authorization,
  );
  expect(found.map(({ resources, widened: why }) => [resources, why])).toEqual([
    [["a", "c"], undefined],
    [["b/*"], widened],
  ]);
});

test("spells the action as AWS does", () => {
  expect(permissionsOn(draft, [{ arn: "a" }], authorization)[0]).toMatchObject({
    action: "library:GetBook",
    accessLevel: "Read",
  });
});

test("merges what differs in resources only, sorted, each once", () => {
  const merged = mergePermissions([permission(["b"]), permission(["a", "b"], { because: "others" })]);
  expect(merged).toEqual([permission(["a", "b"])]);
});

test("keeps apart what differs in conditions, origin or widening", () => {
  const conditions = { StringEquals: { key: ["value"] } };
  const all = [
    permission(["a"]),
    permission(["a"], { conditions }),
    permission(["a"], { origin: "dependent" }),
    permission(["a"], { widened }),
  ];
  expect(mergePermissions(all)).toEqual(all);
});

test("names nothing beside `*`", () => {
  expect(mergePermissions([permission(["b"]), permission(["*"])])).toEqual([permission(["*"])]);
});
