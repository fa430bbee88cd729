import { expect, test } from "vitest";
import { decideInFavour } from "../../src/iam/decide-in-favour.ts";
import { UnknownOperatorError } from "../../src/iam/evaluate-condition.ts";
import type { Statement } from "../../src/iam/policy-document.ts";

const OBJECT = "arn:aws:s3:::b/k";
const ALLOW: Statement = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" };
const DENY: Statement = { ...ALLOW, Effect: "Deny" };
const KNOWN = { "aws:RequestedRegion": ["eu-west-1"] };

interface Asked {
  readonly resource?: string;
  readonly isWidened?: boolean;
}

function decide(statements: readonly Statement[], { resource = OBJECT, isWidened = false }: Asked = {}) {
  const decision = decideInFavour([{ Version: "2012-10-17", Statement: statements }]);
  return decision({ action: "s3:GetObject", resource, isWidened, context: KNOWN });
}

const inRegion = (statement: Statement, region: string): Statement => ({
  ...statement,
  Condition: { StringEquals: { "AWS:requestedregion": region } },
});
const fromAddress = (statement: Statement): Statement => ({
  ...statement,
  Condition: { IpAddress: { "aws:SourceIp": "10.0.0.0/8" } },
});

test.each<[string, readonly Statement[], string]>([
  ["an Allow allows", [ALLOW], "allowed"],
  ["nothing allows nothing", [], "implicitly-denied"],
  ["a Deny wins", [ALLOW, DENY], "denied"],
  ["a known key is tested: met", [inRegion(ALLOW, "eu-west-1")], "allowed"],
  ["a known key is tested: not met", [inRegion(ALLOW, "us-east-1")], "implicitly-denied"],
  ["a known key of a Deny is tested: met", [ALLOW, inRegion(DENY, "eu-west-1")], "denied"],
  ["a known key of a Deny is tested: not met", [ALLOW, inRegion(DENY, "us-east-1")], "allowed"],
  ["a Deny whose key is not known does not count", [ALLOW, fromAddress(DENY)], "allowed"],
  [
    "an unknown key beside a known one that is not met changes nothing",
    [
      {
        ...inRegion(ALLOW, "us-east-1"),
        Condition: { StringEquals: { "aws:RequestedRegion": "us-east-1", "aws:x": "1" } },
      },
    ],
    "implicitly-denied",
  ],
  [
    "a Deny on a resource with an unknown variable does not count",
    [ALLOW, { ...DENY, Resource: `arn:aws:s3:::b/$\{aws:username}` }],
    "allowed",
  ],
])("%s", (_, statements, kind) => {
  expect(decide(statements).kind).toBe(kind);
});

test("an Allow's test of an unknown key counts as met, and is told", () => {
  expect(decide([fromAddress(ALLOW)])).toEqual({ kind: "allowed", untested: ["aws:SourceIp"] });
});

test("nothing is told where another statement allows without doubt", () => {
  expect(decide([fromAddress(ALLOW), ALLOW])).toEqual({ kind: "allowed", untested: [] });
});

test("an unknown variable in an Allow's resource stands for anything, and is told", () => {
  const home: Statement = { ...ALLOW, Resource: `arn:aws:s3:::b/$\{aws:username}/*` };
  expect(decide([home], { resource: "arn:aws:s3:::b/ann/k" })).toEqual({ kind: "allowed", untested: ["aws:username"] });
  expect(decide([home], { resource: "arn:aws:s3:::c/ann/k" }).kind).toBe("implicitly-denied");
});

test("an exact resource must be allowed as a whole; of a widened one any part will do", () => {
  const narrow: Statement = { ...ALLOW, Resource: "arn:aws:s3:::b/a*" };
  expect(decide([narrow], { resource: "arn:aws:s3:::b/*" }).kind).toBe("implicitly-denied");
  expect(decide([narrow], { resource: "arn:aws:s3:::b/*", isWidened: true }).kind).toBe("allowed");
  expect(decide([narrow], { resource: "arn:aws:s3:::c/*", isWidened: true }).kind).toBe("implicitly-denied");
});

test("a Deny on a part of a widened resource does not count, on the whole it does", () => {
  const asked = { resource: "arn:aws:s3:::b/*", isWidened: true };
  expect(decide([ALLOW, { ...DENY, Resource: "arn:aws:s3:::b/a*" }], asked).kind).toBe("allowed");
  expect(decide([ALLOW, DENY], asked).kind).toBe("denied");
});

test("NotResource excludes what it names, and nothing where it hangs on an unknown variable", () => {
  const { Resource: _, ...rest } = ALLOW;
  expect(decide([{ ...rest, NotResource: OBJECT }]).kind).toBe("implicitly-denied");
  expect(decide([{ ...rest, NotResource: `arn:aws:s3:::b/$\{aws:userid}` }]).kind).toBe("allowed");
});

test("an operator that the evaluator does not know is never guessed", () => {
  const odd = { ...ALLOW, Condition: { StringSoundsLike: { "aws:x": "y" } } };
  expect(() => decide([odd])).toThrow(UnknownOperatorError);
});
