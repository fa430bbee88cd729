import { expect, test } from "vitest";
import { AWS_CONSTANTS, statementProperties } from "../../src/render/cdk-statements.ts";
import { literalText } from "../../src/render/template.ts";
import { Expression } from "../../src/render/tree.ts";

const NONE = { actions: [], notActions: [], resources: [], notResources: [], conditions: [] } as const;

test("lists stay lists, and what is empty is left out", () => {
  const statement = { ...NONE, sid: "A", effect: "Allow", actions: ["a:B"], resources: [["*"]] } as const;
  expect(statementProperties(statement, literalText)).toEqual([
    ["sid", "A"],
    ["effect", new Expression("iam.Effect.ALLOW")],
    ["actions", ["a:B"]],
    ["resources", ["*"]],
  ]);
});

test("what is denied and excluded has its own properties", () => {
  const statement = { ...NONE, effect: "Deny", notActions: ["a:B"], notResources: [["x"]] } as const;
  const conditions = [{ operator: "Bool", key: "k", values: [["true"]] }];
  expect(statementProperties({ ...statement, conditions }, literalText)).toEqual([
    ["effect", new Expression("iam.Effect.DENY")],
    ["notActions", ["a:B"]],
    ["notResources", ["x"]],
    ["conditions", { Bool: { k: "true" } }],
  ]);
});

test("every place has its constant", () => {
  expect(AWS_CONSTANTS).toEqual({ account: "Aws.ACCOUNT_ID", partition: "Aws.PARTITION", region: "Aws.REGION" });
});
