import { expect, test } from "vitest";
import { authorizationIndex } from "../../src/data/opened-indexes.ts";
import type { Statement } from "../../src/iam/policy-document.ts";
import { statementOf, statementUniter } from "../../src/synthesize/unite-statements.ts";

const { unite: united, mayApply } = statementUniter(authorizationIndex());
const unite = (...statements: Statement[]) => united(statements);
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

test("pairs that mean nothing may come along, and no others", () => {
  const [list, get] = [allow("s3:ListBucket", "arn:aws:s3:::b"), allow("s3:GetObject", "arn:aws:s3:::b/1")];
  expect(unite(list, get)).toMatchObject([
    { Action: ["s3:GetObject", "s3:ListBucket"], Resource: ["arn:aws:s3:::b", "arn:aws:s3:::b/1"] },
  ]);
  expect(unite(list, get, allow("s3:PutObject", "arn:aws:s3:::b/2"))).toHaveLength(2);
});

test("what came in without a meaning stands by itself, so that it is known for one that came in", () => {
  const odd = allow("s3:GetObject", "arn:aws:s3:::b");
  const united = unite(odd, allow("s3:ListBucket", "arn:aws:s3:::b"), allow("s3:GetObject", "arn:aws:s3:::b/1"));
  expect(united).toHaveLength(2);
  expect(united).toContainEqual({ Sid: "IamgenS3Read", ...odd });
  expect([mayApply("s3:GetObject", "arn:aws:s3:::b"), mayApply("s3:GetObject", "arn:aws:s3:::b/1")]).toEqual([
    false,
    true,
  ]);
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
