import { expect, test } from "vitest";
import { authorizationIndex } from "../../src/data/opened-indexes.ts";
import type { Statement } from "../../src/iam/policy-document.ts";
import { statementOf, uniteStatements } from "../../src/synthesize/unite-statements.ts";

const unite = (...statements: Statement[]) => uniteStatements(statements, authorizationIndex());
const allow = (Action: Statement["Action"] & {}, Resource: string, Condition?: Statement["Condition"]): Statement => ({
  Effect: "Allow",
  Action,
  Resource,
  ...(Condition === undefined ? {} : { Condition }),
});

test("pairs that say no more together stand together, under a Sid of ours", () => {
  expect(unite(allow("s3:PutObject", "arn:aws:s3:::b/1"), allow("s3:GetObject", "arn:aws:s3:::b/1"))).toEqual([
    { Sid: "IamgenS3ReadWrite", ...allow(["s3:GetObject", "s3:PutObject"], "arn:aws:s3:::b/1") },
  ]);
});

test("no pair is added, even where it would mean nothing", () => {
  expect(unite(allow("s3:ListBucket", "arn:aws:s3:::b"), allow("s3:GetObject", "arn:aws:s3:::b/1"))).toHaveLength(2);
});

test("what another grants is not said, and values of a key are united", () => {
  const under = (value: string) => allow("s3:ListBucket", "arn:aws:s3:::b", { StringEquals: { "s3:prefix": value } });
  expect(unite(under("x"), under("y"), allow("s3:GetObject", "*"), allow("s3:GetObject", "arn:aws:s3:::b/1"))).toEqual([
    { Sid: "IamgenS3Read", ...allow("s3:GetObject", "*") },
    { Sid: "IamgenS3List", ...allow("s3:ListBucket", "arn:aws:s3:::b", { StringEquals: { "s3:prefix": ["x", "y"] } }) },
  ]);
});

test("nothing granted is no statement", () => {
  expect(unite()).toEqual([]);
});

test("a requirement is the statement that grants it alone", () => {
  const shared = {
    conditionKey: "",
    accessLevel: undefined,
    isVerified: true,
    calls: [],
    deniedCalls: [],
    widenings: [],
  };
  const conditions = { StringEquals: { k: ["1"] } };
  expect(statementOf({ action: "s3:GetObject", resource: "*", conditions, ...shared })).toEqual(
    allow("s3:GetObject", "*", { StringEquals: { k: "1" } }),
  );
});
