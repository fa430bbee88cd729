import { expect, test } from "vitest";
import { createAuthorizer } from "../../src/authorize/authorizer.ts";
import { apiIndex, authorizationIndex } from "../../src/data/opened-indexes.ts";
import type { ApiCall } from "../../src/decode/api-call.ts";
import { serviceRules } from "../../src/services/index.ts";
import { apiCall, EXAMPLES, GROUNDS, permissionsOf } from "./small-world.ts";

const ROLE = "arn:aws:iam::123456789012:role/app/reader";

const passed = (operation: string, input: ApiCall["input"], more: Partial<ApiCall> = {}) =>
  permissionsOf(apiCall(operation, input, more)).filter(({ origin }) => origin === "pass-role");

test("needs iam:PassRole for a role in a mutating call, at any depth", () => {
  expect(passed("CreateLoan", { Settings: [{ executionRoleArn: ROLE }] })).toMatchObject([
    { action: "iam:PassRole", resources: [ROLE], conditions: {}, verified: true },
  ]);
});

test("says that nothing vouches for it where the reference does not list it", () => {
  expect(passed("CreateBook", { RoleArn: ROLE })).toMatchObject([{ verified: false }]);
});

test("names the principal where the record knows it", () => {
  const call = { sdkId: "Lambda", signingName: "lambda" };
  expect(passed("CreateFunction", { Role: ROLE }, call)).toMatchObject([
    { conditions: { StringEquals: { "iam:PassedToService": ["lambda.amazonaws.com"] } }, verified: true },
  ]);
});

test("passes nothing in a call that only reads", () => {
  expect(passed("GetBook", { RoleArn: ROLE })).toEqual([]);
  expect(passed("ListUnknownThings", { RoleArn: ROLE }, { sdkId: "Opera", signingName: "opera" })).toEqual([]);
});

test("passes the role that a call reads with", () => {
  const call = { sdkId: "CloudControl", signingName: "cloudcontrolapi" };
  expect(passed("GetResource", { RoleArn: ROLE }, call)).toMatchObject([{ resources: [ROLE] }]);
});

test("passes no role that is a principal or the resource of the call", () => {
  expect(passed("CreateBook", { GranteePrincipal: ROLE, ResourceArn: ROLE })).toEqual([]);
});

test("does not repeat what the rule passes with conditions of its own", () => {
  const conditions = { StringEquals: { "iam:PassedToService": "paper.amazonaws.com" } };
  const rule = {
    ...GROUNDS,
    examples: EXAMPLES,
    authorizedActions: [
      { action: "library:CreateLoan" },
      {
        action: "iam:PassRole",
        origin: "pass-role",
        conditions,
        resource: { kind: "arn", value: { kind: "member", path: "RoleArn" } },
      },
    ],
  } as const;
  const permissions = permissionsOf(apiCall("CreateLoan", { RoleArn: ROLE }), {
    rules: { operations: { CreateLoan: rule } },
  });
  expect(permissions.filter(({ origin }) => origin === "pass-role")).toMatchObject([
    { conditions: { StringEquals: { "iam:PassedToService": ["paper.amazonaws.com"] } } },
  ]);
});

test("a role whose member is sensitive may be any, and the permission says so", () => {
  const authorize = createAuthorizer({ apis: apiIndex(), authorization: authorizationIndex(), rules: serviceRules });
  const call: ApiCall = {
    ...apiCall("CreateWorkspace", {}, { sdkId: "grafana", signingName: "grafana" }),
    members: ["organizationRoleName", "workspaceRoleArn"],
  };
  expect(authorize(call).filter(({ origin }) => origin === "pass-role")).toMatchObject([
    {
      resources: ["arn:aws:iam::123456789012:role/*"],
      widened: { reason: "role-not-kept" },
      conditions: { StringEquals: { "iam:PassedToService": ["grafana.amazonaws.com"] } },
    },
  ]);
  expect(authorize({ ...call, members: ["organizationRoleName"] })).toHaveLength(1);
});
