import { describe, expect, test } from "vitest";
import { evaluate } from "../../src/iam/evaluate.ts";
import { atLevel } from "../../src/synthesize/condition-level.ts";
import { synthesize } from "../../src/synthesize/synthesize.ts";
import { SMALL_INDEX } from "../support/authorization-index.ts";
import { observed } from "../support/observed-permission.ts";

const ROLE = "arn:aws:iam::111122223333:role/r";
const QUEUE = "arn:aws:sqs:eu-west-1:111122223333:jobs";
const conditions = { StringEquals: { "iam:PassedToService": ["lambda.amazonaws.com"] } };
const pass = observed("iam:PassRole", ROLE, { conditions, region: "eu-west-1" });
const conditionsAt = (level: "none" | "safe" | "tight", one = pass) =>
  atLevel([one], level).map(({ permission }) => permission.conditions);

describe("levels", () => {
  test("none leaves all conditions away", () => {
    expect(conditionsAt("none")).toEqual([{}]);
  });

  test("safe keeps what the request has fixed", () => {
    expect(conditionsAt("safe")).toEqual([conditions]);
  });

  test("tight adds the region and an encrypted connection", () => {
    expect(conditionsAt("tight")).toEqual([
      {
        Bool: { "aws:SecureTransport": ["true"] },
        StringEquals: { "iam:PassedToService": ["lambda.amazonaws.com"], "aws:RequestedRegion": ["eu-west-1"] },
      },
    ]);
  });

  test("a resource that names its region, or a call without one, needs no condition for it", () => {
    const secure = { Bool: { "aws:SecureTransport": ["true"] } };
    expect(conditionsAt("tight", observed("sqs:SendMessage", QUEUE, { region: "eu-west-1" }))).toEqual([secure]);
    expect(conditionsAt("tight", observed("s3:ListAllMyBuckets", "*"))).toEqual([secure]);
  });
});

test("what a service asks for on the program's behalf is not bound to an encrypted connection", () => {
  const key = "arn:aws:kms:eu-west-1:111122223333:key/k";
  const forwarded = observed("kms:Decrypt", key, { origin: "forward-access", region: "eu-west-1" });
  expect(conditionsAt("tight", forwarded)).toEqual([{}]);
});

test("a tight policy is proved, and allows the regions seen only", () => {
  const calls = ["eu-west-1", "us-east-1"].map((region, call) =>
    observed("s3:GetObject", "arn:aws:s3:::b/k", { region, call }),
  );
  const [policy] = synthesize(calls, { identities: [], authorization: SMALL_INDEX, conditions: "tight" }).policies;
  expect(policy?.proof).toMatchObject({ sufficient: true, minimal: true });
  expect(policy?.documents.flatMap(({ Statement }) => Statement)).toHaveLength(1);
  const decisions = ["eu-west-1", "us-east-1", "eu-west-2"].map((region) =>
    evaluate(policy?.documents ?? [], {
      action: "s3:GetObject",
      resource: "arn:aws:s3:::b/k",
      context: { "aws:RequestedRegion": [region], "aws:SecureTransport": ["true"] },
    }),
  );
  expect(decisions).toEqual(["allowed", "allowed", "implicitly-denied"]);
});

describe("what the request shows besides", () => {
  const BUCKET = "arn:aws:s3:::b";
  const list = (prefix: string | undefined, call = 1) =>
    observed("s3:ListBucket", BUCKET, {
      call,
      ...(prefix === undefined
        ? {}
        : { observedConditions: { [BUCKET]: { StringEquals: { "s3:prefix": [prefix] } } } }),
    });
  const decisions = (all: ReturnType<typeof list>[], ...prefixes: string[]) => {
    const [policy] = synthesize(all, { identities: [], authorization: SMALL_INDEX, conditions: "tight" }).policies;
    expect(policy?.proof).toMatchObject({ sufficient: true, minimal: true });
    return prefixes.map((prefix) =>
      evaluate(policy?.documents ?? [], {
        action: "s3:ListBucket",
        resource: BUCKET,
        context: { "s3:prefix": [prefix], "aws:SecureTransport": ["true"] },
      }),
    );
  };

  test("binds the policy where it is tight, and only there", () => {
    expect(conditionsAt("safe", list("a/"))).toEqual([{}]);
    expect(decisions([list("a/"), list("b/", 2)], "a/", "b/", "c/")).toEqual([
      "allowed",
      "allowed",
      "implicitly-denied",
    ]);
  });

  test("binds nothing where some call does without", () => {
    expect(decisions([list("a/"), list(undefined, 2)], "a/", "c/")).toEqual(["allowed", "allowed"]);
  });

  test("of this run alone would refuse the next", () => {
    expect(decisions([list("upload-1763716211/")], "upload-1763716211/", "upload-1763716299/")).toEqual([
      "allowed",
      "allowed",
    ]);
  });

  test("several keys go together, and what the rule knows of a key stands", () => {
    const conditions = { StringEquals: { "aws:TagKeys": ["x"] } };
    const observedConditions = {
      [BUCKET]: {
        StringEquals: { "aws:RequestTag/a": ["1"], "aws:TagKeys": ["y"] },
        "ForAllValues:StringEquals": { "aws:TagKeys": ["a"] },
        Null: { "aws:TagKeys": ["false"] },
      },
    };
    expect(conditionsAt("tight", observed("s3:ListBucket", BUCKET, { conditions, observedConditions }))).toEqual([
      {
        Bool: { "aws:SecureTransport": ["true"] },
        StringEquals: { "aws:RequestTag/a": ["1"], "aws:TagKeys": ["x"] },
        "ForAllValues:StringEquals": { "aws:TagKeys": ["a"] },
        Null: { "aws:TagKeys": ["false"] },
      },
    ]);
  });
});
