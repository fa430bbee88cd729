import { expect, test } from "vitest";
import { lintPolicy } from "../../src/iam/lint-policy.ts";
import { riskText } from "../../src/iam/lint-risks.ts";
import { CLEAN, LINT_CONTEXT, lintOf } from "../support/lint.ts";

const ROLE = "arn:aws:iam::111122223333:role/app";
const FUNCTION = "arn:aws:lambda:eu-west-1:111122223333:function:f";

test("a combination over several statements is one finding, at the first of them", () => {
  const found = lintOf(
    CLEAN,
    { Action: "lambda:CreateFunction", Resource: FUNCTION },
    { Action: ["lambda:InvokeFunction"], Resource: FUNCTION },
    { Action: "iam:PassRole", Resource: ROLE },
  );
  expect(found).toMatchObject([
    {
      code: "privilege-escalation",
      statement: 3,
      value: "iam:PassRole",
      message:
        "`iam:PassRole` and `lambda:CreateFunction` and `lambda:InvokeFunction` let one act as a role that it passes to a function",
    },
  ]);
});

test("a combination of which one part lacks is none", () => {
  expect(
    lintOf({ Action: "iam:PassRole", Resource: ROLE }, { Action: "lambda:CreateFunction", Resource: FUNCTION }),
  ).toEqual([]);
});

test("what one wildcard opens is one finding of each kind", () => {
  expect(lintOf({ Action: "iam:*", Resource: "*" }).map(({ code }) => code)).toEqual([
    "privilege-escalation",
    "sensitive-grant",
  ]);
});

test("statements that the file computes are left out", () => {
  const statement = { ...CLEAN, Action: "iam:*", Resource: "*" };
  expect(lintPolicy({ statements: [{ statement, isComputed: true }] }, LINT_CONTEXT)).toEqual([]);
});

test("many actions are counted rather than named", () => {
  const grants = ["a", "b", "c", "d", "e", "f"].map((name) => ({ action: `x:${name}`, resource: "*" }));
  const risk = { kind: "privilege-escalation", actions: [], because: "do it", see: "" } as const;
  expect(riskText([{ risk, grants, isWide: true }])).toBe(
    "`x:a` and `x:b` and `x:c` and `x:d` and 2 more let one do it",
  );
});

test("a condition narrows what an action opens, not what a combination leads to", () => {
  const Condition = { StringEquals: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" } };
  expect(lintOf({ Action: "kms:Decrypt", Resource: "*" })).toMatchObject([{ code: "sensitive-grant" }]);
  expect(lintOf({ Action: "kms:Decrypt", Resource: "*", Condition })).toEqual([]);
  const tagged = { StringEquals: { "aws:ResourceTag/team": "a" } };
  expect(lintOf({ Action: "iam:PutRolePolicy", Resource: ROLE, Condition: tagged })).toMatchObject([
    { code: "privilege-escalation" },
  ]);
});
