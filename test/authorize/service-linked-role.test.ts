import { expect, test } from "vitest";
import { serviceLinkedRoleHints } from "../../src/authorize/service-linked-role.ts";
import type { AuthorizationIndex } from "../../src/data/authorization-index.ts";
import { permission } from "../support/recording.ts";
import { LIBRARY } from "./small-world.ts";

const lend = {
  name: "Lend",
  accessLevel: "Write" as const,
  resourceTypes: [],
  conditionKeys: [],
  dependentActions: ["iam:CreateServiceLinkedRole"],
};
const authorization: AuthorizationIndex = {
  servicePrefixes: new Set(["library"]),
  load: () => ({ ...LIBRARY, actions: new Map([...LIBRARY.actions, ["lend", lend]]) }),
};
const actions = (...permissions: ReturnType<typeof permission>[]) =>
  serviceLinkedRoleHints(permissions, authorization).map(({ action }) => action);

test("a call whose action depends on it may need to make the role", () => {
  expect(actions(permission({ action: "library:Lend" }))).toEqual(["iam:CreateServiceLinkedRole"]);
});

test("a call of another action does not", () => {
  expect(actions(permission({ action: "library:GetBook" }))).toEqual([]);
  expect(actions(permission({ action: "library:Lend", origin: "dependent" }))).toEqual([]);
});

test("nor one whose rule asks for it already", () => {
  expect(
    actions(permission({ action: "library:Lend" }), permission({ action: "iam:CreateServiceLinkedRole" })),
  ).toEqual([]);
});
