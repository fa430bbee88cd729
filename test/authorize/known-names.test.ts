import { expect, test } from "vitest";
import { authorizeCalls } from "../../src/authorize/authorize-calls.ts";
import { createAuthorizer } from "../../src/authorize/authorizer.ts";
import { collectNames } from "../../src/authorize/known-names.ts";
import { apiIndex, authorizationIndex } from "../../src/data/opened-indexes.ts";
import type { Learned, Outcome } from "../../src/decode/api-call.ts";
import { serviceRules } from "../../src/services/index.ts";
import { exampleCall, permitNotation } from "../services/example-call.ts";

const authorize = createAuthorizer({ apis: apiIndex(), authorization: authorizationIndex(), rules: serviceRules });
const HERE = "arn:aws:iam::123456789012";

type Step = readonly [operation: string, input: object, kind?: Outcome["kind"]];

/** The permissions of the last call of a run that calls IAM. */
function last(steps: readonly Step[], learned: readonly Learned[] = []) {
  const calls = steps.map(([operation, input, kind = "succeeded"]) => {
    const call = exampleCall({ input: { ...input }, permits: [] }, { sdkId: "IAM", operation, signingName: "iam" });
    return { call: operation, placed: { ...call, outcome: { kind } } };
  });
  return (authorizeCalls(authorize, calls, learned).at(-1)?.permissions ?? []).map(permitNotation);
}

const DELETES: Step = ["DeleteRole", { RoleName: "web" }];
const OPEN = [`iam:DeleteRole ${HERE}:role/web`, `iam:DeleteRole ${HERE}:role/*/web`];
const EXACT = [`iam:DeleteRole ${HERE}:role/ops/web`];

test("a role that the run has made is known by its whole ARN", () => {
  const created: Learned = { kind: "created", resource: `${HERE}:role/ops/web`, by: "CreateRole" };
  expect(last([DELETES], [created])).toEqual(EXACT);
});

test("a role that an answer has shown is known, at the root as well", () => {
  const shown = (path: string): Learned => ({ kind: "role", role: `${HERE}:role/${path}`, of: `${HERE}:role/${path}` });
  expect(last([DELETES], [shown("ops/web")])).toEqual(EXACT);
  expect(last([DELETES], [shown("web")])).toEqual([`iam:DeleteRole ${HERE}:role/web`]);
});

test("a request that AWS accepted tells the ARN that it spelled out, one that failed does not", () => {
  const names = (kind: Outcome["kind"]): Step => ["TagPolicy", { PolicyArn: `${HERE}:role/ops/web` }, kind];
  expect(last([names("succeeded"), DELETES])).toEqual(EXACT);
  expect(last([names("failed"), DELETES])).toEqual(OPEN);
});

test("the same name in another account, or of another type, tells nothing", () => {
  const others = ["arn:aws:iam::210987654321:role/ops/web", `${HERE}:user/ops/web`, `${HERE}:role/ops/web2`];
  const created = others.map((resource): Learned => ({ kind: "created", resource, by: "Create" }));
  expect(last([DELETES], created)).toEqual(OPEN);
});

test("a part of the path that is known stays where it is", () => {
  const role = `${HERE}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`;
  const learned: Learned = { kind: "role", role, of: role };
  expect(last([["DeleteServiceLinkedRole", { RoleName: "AWSServiceRoleForECS" }]], [learned])).toEqual([
    `iam:DeleteServiceLinkedRole ${role}`,
  ]);
});

test("permissions without an open path are left as they are", () => {
  const permissions = authorize(
    exampleCall(
      { input: { UserName: "ana" }, permits: [] },
      { sdkId: "IAM", operation: "CreateUser", signingName: "iam" },
    ),
  );
  expect(collectNames([], [])(permissions)).toBe(permissions);
});
