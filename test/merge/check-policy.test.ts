import { describe, expect, test } from "vitest";
import type { Statement } from "../../src/iam/policy-document.ts";
import { checkPolicy, type PolicyCheck } from "../../src/merge/check-policy.ts";
import { SMALL_INDEX } from "../support/authorization-index.ts";
import { checkTables } from "../support/check-tables.ts";

const GET: Statement = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::photos/cat.jpg" };
const PUT: Statement = { ...GET, Action: "s3:PutObject" };

const regionAt = (line: number) => ({ startLine: line, startColumn: 1, endLine: line, endColumn: 9 });

type Written = Statement & { isComputed?: true; unknownActions?: readonly string[] };

/** Statement n stands in line n + 1. */
function check(statements: readonly Written[], needed: readonly Statement[]): PolicyCheck {
  const found = statements.map(({ isComputed = false, unknownActions, ...statement }, at) => {
    return { statement, isComputed, ...(unknownActions && { unknownActions }), region: regionAt(at + 1) };
  });
  return checkPolicy({ address: "", statements: found, region: regionAt(9) }, needed, {
    tables: checkTables(SMALL_INDEX),
  });
}

describe("missing", () => {
  test("what no statement allows, at the policy", () => {
    expect(check([GET], [GET, PUT])).toMatchObject({
      needed: 2,
      missing: [{ action: "s3:PutObject", resource: PUT.Resource, why: "not-allowed", region: { startLine: 9 } }],
    });
  });

  test("what is written otherwise and means the same is not missing", () => {
    expect(
      check([{ Effect: "Allow", Action: "S3:*Object", Resource: "arn:aws:s3:::photos/*" }], [GET, PUT]).missing,
    ).toEqual([]);
    expect(check([{ Effect: "Allow", NotAction: "sqs:*", Resource: "*" }], [GET]).missing).toEqual([]);
  });

  test("what a Deny takes away, at the Deny", () => {
    const deny: Statement = { Effect: "Deny", Action: "s3:Put*", Resource: "*" };
    expect(check([{ ...GET, Action: "s3:*" }, deny], [GET, PUT]).missing).toMatchObject([
      { action: "s3:PutObject", why: "denied", region: { startLine: 2 } },
    ]);
  });

  test("what only a computed statement may allow is uncertain", () => {
    const computed = { Effect: "Allow", Action: "s3:GetObject", Resource: "*", isComputed: true } as const;
    expect(check([computed], [GET, PUT]).missing.map(({ why }) => why)).toEqual(["uncertain", "not-allowed"]);
  });

  test("conditions are met or missing", () => {
    const encrypted: Statement = {
      ...PUT,
      Condition: { StringEquals: { "s3:x-amz-server-side-encryption": "AES256" } },
    };
    expect(check([encrypted], [encrypted]).missing).toEqual([]);
    expect(check([encrypted], [PUT]).missing).toMatchObject([{ why: "not-allowed" }]);
  });
});

describe("excess", () => {
  const excessOf = (statement: Statement & { isComputed?: true }, ...needed: Statement[]) =>
    check([statement], needed).excess.map(({ action, resource, why, level }) => [action, resource, why, level]);

  test("nothing, where the policy is what the calls need", () => {
    expect(check([GET, PUT], [GET, PUT])).toEqual({ needed: 2, missing: [], excess: [], unknown: [] });
  });

  test("an action and resource that no call needed", () => {
    expect(excessOf({ ...GET, Action: ["s3:GetObject", "s3:PutObject"] }, GET)).toEqual([
      ["s3:PutObject", GET.Resource, "unused", "Write"],
    ]);
  });

  test("a pattern of actions, with those that were not needed", () => {
    const [wide] = check([{ ...GET, Action: "s3:*" }], [GET]).excess;
    expect(wide).toMatchObject({ action: "s3:*", why: "wide-action" });
    expect(wide?.actions).toContain("s3:PutObject");
    expect(wide?.actions).not.toContain("s3:GetObject");
  });

  test("a pattern of resources, unless it is what the calls need, or only place is left open", () => {
    const wide: Statement = { ...GET, Resource: "arn:aws:s3:::photos/*" };
    expect(excessOf(wide, GET)).toEqual([["s3:GetObject", wide.Resource, "wide-resource", "Read"]]);
    expect(excessOf(wide, wide)).toEqual([]);
    const queue: Statement = { Effect: "Allow", Action: "sqs:SendMessage", Resource: "arn:*:sqs:*:*:jobs" };
    expect(excessOf(queue, { ...queue, Resource: "arn:aws:sqs:eu-west-1:111122223333:jobs" })).toEqual([]);
  });

  test("a computed resource counts for its actions only", () => {
    const computed = { ...GET, Action: ["s3:GetObject", "s3:PutObject"], Resource: "*", isComputed: true } as const;
    expect(excessOf(computed, GET)).toEqual([["s3:PutObject", "*", "unused", "Write"]]);
  });

  test("what a Deny takes away in whole is none", () => {
    const deny: Statement = { Effect: "Deny", Action: "s3:Put*", Resource: "*" };
    expect(check([{ ...GET, Action: ["s3:GetObject", "s3:PutObject"] }, deny], [GET]).excess).toEqual([]);
  });

  test("all but something cannot be taken apart", () => {
    expect(excessOf({ Effect: "Allow", NotAction: "s3:Put*", Resource: "*" }, GET)).toEqual([
      ["NotAction s3:Put*", "*", "inverted", "Permissions management"],
    ]);
    expect(excessOf({ Effect: "Allow", Action: "s3:GetObject", NotResource: "x" }, GET)).toEqual([
      ["s3:GetObject", "NotResource x", "inverted", "Read"],
    ]);
  });

  test("the highest access level comes first", () => {
    const { excess } = check([{ ...GET, Action: ["s3:GetObject", "s3:PutObject"] }], []);
    expect(excess.map(({ action }) => action)).toEqual(["s3:PutObject", "s3:GetObject"]);
  });
});

test("a thousand calls find their statements among a hundred", () => {
  const needed = Array.from({ length: 1000 }, (_, n): Statement => ({ ...GET, Resource: `arn:aws:s3:::photos/${n}` }));
  const statements = Array.from(
    { length: 100 },
    (_, n): Statement => ({
      ...GET,
      Resource: Array.from({ length: 10 }, (_, m) => `arn:aws:s3:::photos/${n * 10 + m}`),
    }),
  );
  expect(check(statements, needed)).toEqual({ needed: 1000, missing: [], excess: [], unknown: [] });
});

test("of actions that the file computes no excess is known, and that is told; the others are judged", () => {
  const team = { Sid: "T", Effect: "Allow", Action: ["*", "sqs:SendMessage"], Resource: "*" } as const;
  const { excess, unknown } = check([{ ...team, isComputed: true, unknownActions: ["*"] }], [GET]);
  expect(excess.map(({ action }) => action)).toEqual(["sqs:SendMessage"]);
  expect(unknown).toEqual([{ sid: "T", region: regionAt(1) }]);
});

describe("a Deny under a condition", () => {
  const deny = (Condition: Statement["Condition"] & {}): Statement => ({
    Effect: "Deny",
    Action: "*",
    Resource: "*",
    Condition,
  });
  const SEND: Statement = {
    Effect: "Allow",
    Action: "sqs:SendMessage",
    Resource: "arn:aws:sqs:eu-west-1:111122223333:jobs",
  };
  const region = { StringNotEquals: { "aws:RequestedRegion": "us-east-1" } };

  test("of which the calls tell nothing is told with its keys", () => {
    expect(check([GET, deny(region)], [GET]).missing).toMatchObject([
      { action: "s3:GetObject", why: "perhaps-denied", keys: ["aws:RequestedRegion"], region: { startLine: 2 } },
    ]);
  });

  test("that the calls meet denies, and goes before one that may", () => {
    const mfa = deny({ BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } });
    expect(check([SEND, mfa, deny(region)], [SEND]).missing).toMatchObject([
      { action: "sqs:SendMessage", why: "denied", region: { startLine: 3 } },
    ]);
  });

  test("that a request over TLS does not meet is none", () => {
    expect(check([GET, deny({ Bool: { "aws:SecureTransport": "false" } })], [GET]).missing).toEqual([]);
  });
});

describe("a limit", () => {
  const limitOf = (...statements: Statement[]) => ({
    name: "boundary.json",
    policy: {
      address: "",
      statements: statements.map((statement) => ({ statement, isComputed: false, region: regionAt(1) })),
      region: regionAt(1),
    },
  });
  const within = (...statements: Statement[]) =>
    checkPolicy(
      {
        address: "",
        statements: [GET, PUT].map((statement) => ({ statement, isComputed: false, region: regionAt(2) })),
        region: regionAt(9),
      },
      [GET, PUT],
      { tables: checkTables(SMALL_INDEX), limits: [limitOf(...statements)] },
    );

  test("has to allow the calls, too; what it does not is told at the policy", () => {
    expect(within({ ...GET, Resource: "*" }).missing).toEqual([
      {
        action: "s3:PutObject",
        resource: PUT.Resource,
        why: "not-allowed",
        within: "boundary.json",
        region: regionAt(9),
      },
    ]);
  });

  test("is not judged for what it allows besides", () => {
    expect(within({ Effect: "Allow", Action: "*", Resource: "*" })).toMatchObject({ missing: [], excess: [] });
  });
});

describe("a pair that means nothing", () => {
  const LIST: Statement = { Effect: "Allow", Action: "s3:ListBucket", Resource: "arn:aws:s3:::photos" };
  const both: Statement = {
    Effect: "Allow",
    Action: ["s3:GetObject", "s3:ListBucket"],
    Resource: ["arn:aws:s3:::photos", "arn:aws:s3:::photos/cat.jpg"],
  };

  test("is no excess beside pairs that do", () => {
    expect(check([both], [GET, LIST]).excess).toEqual([]);
  });

  test("is excess by itself, for the tables may be wrong", () => {
    expect(check([GET, { ...LIST, Resource: GET.Resource ?? "" }], [GET]).excess).toMatchObject([
      { action: "s3:ListBucket", resource: GET.Resource, why: "unused" },
    ]);
  });

  test("does not count for what a pattern allows", () => {
    const wide: Statement = { Effect: "Allow", Action: "s3:*", Resource: "arn:aws:s3:::photos" };
    expect(check([wide], [LIST]).excess.flatMap(({ actions }) => actions)).not.toContain("s3:GetObject");
  });
});
