import { expect, test } from "vitest";
import { lintActions, namedActions } from "../../src/iam/lint-actions.ts";
import { CLEAN, codesOf, LINT_CONTEXT, lintOf } from "../support/lint.ts";

test.each([["s3:GetObject"], ["S3:getobject"], ["s3:Get*"], ["s3:*"], ["s3:GetObjec?"], ["*"], ["*:*"]])(
  "%s names actions of AWS",
  (Action) => {
    const { NotAction: _, ...found } = { ...CLEAN, Action, NotAction: undefined };
    expect(lintActions(found, 0, LINT_CONTEXT)).toEqual([]);
  },
);

test.each([
  ["s3:GetObjct", "action-unknown", "did you mean `s3:GetObject`?"],
  ["sqss:SendMessage", "action-unknown", "did you mean `sqs:SendMessage`?"],
  ["dynamodb:BatchGetItems", "action-unknown", "did you mean `dynamodb:BatchGetItem`?"],
  ["zzz:Qqqqqqqqqqq", "action-unknown", undefined],
  ["s3:Gett*", "action-matches-nothing", undefined],
  ["GetObject", "action-malformed", undefined],
  ["s3:Get:Object", "action-malformed", undefined],
  ["s*:GetObject", "action-malformed", undefined],
])("%s is %s", (Action, code, hint) => {
  expect(lintActions({ ...CLEAN, Action }, 3, LINT_CONTEXT)).toMatchObject([
    { code, severity: "error", statement: 3, value: Action, ...(hint === undefined ? {} : { hint }) },
  ]);
});

test("an operation that is no action is told with the actions that AWS checks for it", () => {
  const context = {
    ...LINT_CONTEXT,
    actionsOfOperation: (servicePrefix: string, operation: string) =>
      servicePrefix === "s3" && operation === "HeadObject" ? ["s3:GetObject"] : [],
  };
  expect(lintActions({ ...CLEAN, Action: "s3:HeadObject" }, 0, context)[0]?.hint).toBe(
    "`HeadObject` is an operation of the API: AWS checks `s3:GetObject` for it",
  );
});

test("NotAction is held against the tables too", () => {
  const found = lintActions({ Effect: "Deny", NotAction: ["s3:GetObjct"], Resource: "*" }, 0, LINT_CONTEXT);
  expect(found.map(({ code }) => code)).toEqual(["action-unknown"]);
});

test("a wildcard stands for all actions that it matches", () => {
  expect(namedActions("sqs:ListQueue*", LINT_CONTEXT.tables).map(({ model }) => model.name)).toEqual([
    "ListQueueTags",
    "ListQueues",
  ]);
  expect(codesOf({ Action: ["sqs:ListQueue*"], Resource: "*" })).toEqual([]);
  expect(lintOf()).toEqual([]);
});
