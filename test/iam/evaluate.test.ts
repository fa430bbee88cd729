import { describe, expect, test } from "vitest";
import { compilePolicies, evaluate, matchingStatements } from "../../src/iam/evaluate.ts";
import { UnknownOperatorError } from "../../src/iam/evaluate-condition.ts";
import type { PolicyDocument, Statement } from "../../src/iam/policy-document.ts";

const document = (...Statement: Statement[]): PolicyDocument => ({ Version: "2012-10-17", Statement });
const decision = (statements: Statement[], action: string, resource: string, context = {}) =>
  evaluate([document(...statements)], { action, resource, context });

const OBJECT = "arn:aws:s3:::bucket/key";

describe("effects", () => {
  const allow: Statement = { Effect: "Allow", Action: "s3:*", Resource: "*" };
  const deny: Statement = { Effect: "Deny", Action: "s3:DeleteObject", Resource: "*" };

  test("nothing is allowed by no document", () => {
    expect(evaluate([], { action: "s3:GetObject", resource: OBJECT, context: {} })).toBe("implicitly-denied");
  });

  test("a Deny wins over an Allow, wherever it stands", () => {
    expect(decision([allow, deny], "s3:DeleteObject", OBJECT)).toBe("denied");
    expect(decision([deny, allow], "s3:DeleteObject", OBJECT)).toBe("denied");
    const request = { action: "s3:DeleteObject", resource: OBJECT, context: {} };
    expect(evaluate([document(allow), document(deny)], request)).toBe("denied");
  });

  test("a Deny that does not apply denies nothing", () => {
    expect(decision([allow, deny], "s3:GetObject", OBJECT)).toBe("allowed");
    expect(
      decision(
        [{ ...deny, Condition: { Bool: { "aws:SecureTransport": "false" } } }, allow],
        "s3:DeleteObject",
        OBJECT,
      ),
    ).toBe("allowed");
  });

  test("an unknown operator is never guessed, not even for another action", () => {
    const odd: Statement = { ...allow, Condition: { StringResembles: { k: "v" } } };
    expect(() => decision([odd], "sqs:SendMessage", "*")).toThrow(UnknownOperatorError);
    expect(() => decision([odd], "sqs:SendMessage", "*")).toThrow("unknown condition operator `StringResembles`");
  });
});

describe("actions", () => {
  test.each([
    ["s3:GetObject", "s3:GetObject", true],
    ["S3:getobject", "s3:GetObject", true],
    ["s3:GetObject", "S3:GETOBJECT", true],
    ["s3:GetObject", "s3:GetObjectAcl", false],
    ["s3:GetObject", "s3express:GetObject", false],
    ["s3:Get*", "s3:GetObject", true],
    ["s3:Get*", "s3:PutObject", false],
    ["s3:*Object", "s3:GetObject", true],
    ["s3:*Object", "s3:GetObjectAcl", false],
    ["iam:*AccessKey*", "iam:ListAccessKeys", true],
    ["s3:GetObjec?", "s3:GetObject", true],
    ["s3:GetObject?", "s3:GetObject", false],
    ["s3:*", "s3:GetObject", true],
    ["s3:*", "s3-outposts:GetObject", false],
    ["*", "sqs:SendMessage", true],
    ["*:*", "sqs:SendMessage", true],
  ])("Action %s takes %s: %s", (element, action, applies) => {
    const allowed = decision([{ Effect: "Allow", Action: element, Resource: "*" }], action, OBJECT);
    const excepted = decision([{ Effect: "Allow", NotAction: element, Resource: "*" }], action, OBJECT);
    expect([allowed, excepted]).toEqual(applies ? ["allowed", "implicitly-denied"] : ["implicitly-denied", "allowed"]);
  });

  test("NotAction excepts each of its entries", () => {
    const statement: Statement = { Effect: "Deny", NotAction: ["iam:*", "sts:*"], Resource: "*" };
    expect(
      ["iam:GetRole", "sts:AssumeRole", "s3:GetObject"].map((action) => decision([statement], action, "*")),
    ).toEqual(["implicitly-denied", "implicitly-denied", "denied"]);
  });
});

describe("resources", () => {
  const queue = "arn:aws:sqs:eu-west-1:111122223333:jobs";
  test.each([
    [OBJECT, OBJECT, true],
    ["arn:aws:s3:::bucket/*", OBJECT, true],
    ["arn:aws:s3:::bucket/*", "arn:aws:s3:::bucket", false],
    ["arn:aws:s3:::bucket*", "arn:aws:s3:::bucket/a/b", true],
    ["arn:aws:s3:::Bucket/key", OBJECT, false],
    ["arn:aws:s3:::bucket/k?y", OBJECT, true],
    ["arn:aws:s3:::bucket/k${*}y", OBJECT, false],
    ["arn:aws:s3:::bucket/k${*}y", "arn:aws:s3:::bucket/k*y", true],
    ["arn:aws:s3:::bucket/${$}{x}", "arn:aws:s3:::bucket/${x}", true],
    ["arn:aws:sqs:*:111122223333:jobs", queue, true],
    ["arn:aws:sqs:eu-west-1:*:jobs", queue, true],
    ["arn:aws:sqs:eu-west-1:444455556666:jobs", queue, false],
    ["arn:aws:sqs", queue, true],
    ["arn:aws:sqs:us-east-1", queue, false],
    ["arn:aws:logs:us-east-1:1:log-group:a*", "arn:aws:logs:us-east-1:1:log-group:abc:log-stream:x", true],
    ["*", queue, true],
    ["*", "*", true],
    [queue, "*", false],
  ])("Resource %s takes %s: %s", (element, resource, applies) => {
    const allowed = decision([{ Effect: "Allow", Action: "*", Resource: element }], "x:Y", resource);
    const excepted = decision([{ Effect: "Allow", Action: "*", NotResource: element }], "x:Y", resource);
    expect([allowed, excepted]).toEqual(applies ? ["allowed", "implicitly-denied"] : ["implicitly-denied", "allowed"]);
  });

  test("a variable in a resource takes the value of the request", () => {
    const own: Statement = { Effect: "Allow", Action: "s3:*", Resource: "arn:aws:s3:::home/${aws:username}/*" };
    const ask = (context: Record<string, string[]>) =>
      decision([own], "s3:GetObject", "arn:aws:s3:::home/ann/x", context);
    expect([
      ask({ "aws:username": ["ann"] }),
      ask({ "aws:username": ["bob"] }),
      ask({ "aws:username": ["*"] }),
      ask({}),
    ]).toEqual(["allowed", "implicitly-denied", "implicitly-denied", "implicitly-denied"]);
  });
});

describe("resources given as patterns", () => {
  const ask = (statement: Statement, resource: string) =>
    evaluate([document(statement)], { action: "s3:GetObject", resource, resourceIsPattern: true, context: {} });
  const under = "arn:aws:s3:::b/";

  test.each([
    [`${under}*`, `${under}*`, "allowed"],
    [`${under}*`, `${under}a/*`, "allowed"],
    [`${under}a/*`, `${under}*`, "implicitly-denied"],
    [`${under}a\${*}`, `${under}a*`, "implicitly-denied"],
    [`${under}a*`, `${under}a\${*}`, "allowed"],
    [`${under}a\${*}`, `${under}a\${*}`, "allowed"],
  ])("Allow on %s covers the whole of %s: %s", (element, resource, expected) => {
    expect(ask({ Effect: "Allow", Action: "*", Resource: element }, resource)).toBe(expected);
  });

  test("a Deny on a part of the pattern denies it", () => {
    expect(ask({ Effect: "Deny", Action: "*", Resource: `${under}secret` }, `${under}*`)).toBe("denied");
    expect(ask({ Effect: "Deny", Action: "*", Resource: `${under}x*` }, `${under}*x`)).toBe("denied");
    expect(ask({ Effect: "Deny", Action: "*", Resource: `${under}secret` }, `${under}s3*`)).toBe("implicitly-denied");
  });

  test("an Allow that excepts a part of the pattern does not allow it", () => {
    expect(ask({ Effect: "Allow", Action: "*", NotResource: `${under}secret` }, `${under}*`)).toBe("implicitly-denied");
    expect(ask({ Effect: "Allow", Action: "*", NotResource: `${under}secret` }, `${under}a*`)).toBe("allowed");
  });

  test("a Deny that excepts a part of the pattern denies the rest", () => {
    expect(ask({ Effect: "Deny", Action: "*", NotResource: `${under}a*` }, `${under}*`)).toBe("denied");
    expect(ask({ Effect: "Deny", Action: "*", NotResource: `${under}*` }, `${under}a*`)).toBe("implicitly-denied");
  });
});

test("the statements behind a decision are told with the entries that apply", () => {
  const policies = compilePolicies([
    document(
      {
        Effect: "Allow",
        Action: ["s3:PutObject", "s3:GetObject", "s3:Get*"],
        Resource: [OBJECT, "arn:aws:s3:::other"],
      },
      { Effect: "Allow", Action: "sqs:*", Resource: "*" },
    ),
    document({ Effect: "Deny", NotAction: "s3:PutObject", Resource: "*" }),
  ]);
  expect(matchingStatements(policies, { action: "s3:GetObject", resource: OBJECT, context: {} })).toEqual([
    { document: 0, statement: 0, effect: "Allow", actions: [1, 2], resources: [0] },
    { document: 1, statement: 0, effect: "Deny", actions: [], resources: [0] },
  ]);
});

test("statements are told in document order, whether they name the resource exactly, by a pattern or not at all", () => {
  const policies = compilePolicies([
    document(
      { Effect: "Allow", Action: "s3:GetObject", Resource: "*" },
      { Effect: "Allow", Action: "s3:*", Resource: [OBJECT, OBJECT] },
      { Effect: "Allow", Action: "s3:PutObject", Resource: OBJECT },
      { Effect: "Deny", Action: "s3:GetObject", Resource: OBJECT },
      { Effect: "Allow", Action: "s3:GetObject", NotResource: "arn:aws:s3:::other/*" },
    ),
  ]);
  const matches = matchingStatements(policies, { action: "s3:GetObject", resource: OBJECT, context: {} });
  expect(matches.map(({ statement }) => statement)).toEqual([0, 1, 3, 4]);
  expect(matches[1]?.resources).toEqual([0, 1]);
});
