import { describe, expect, test } from "vitest";
import type { PolicyDocument, Statement } from "../../src/iam/policy-document.ts";
import { prove } from "../../src/synthesize/proof.ts";
import { requirementsOf } from "../../src/synthesize/requirement.ts";
import { observed } from "../support/observed-permission.ts";

const documents = (...statements: Partial<Statement>[]): PolicyDocument[] => [
  { Version: "2012-10-17", Statement: statements.map((statement) => ({ Sid: "S", Effect: "Allow", ...statement })) },
];
const proof = (policy: PolicyDocument[], ...all: Parameters<typeof requirementsOf>[0]) =>
  prove(policy, requirementsOf(all)).proof;

describe("sufficient", () => {
  test("a permission that no statement allows is named", () => {
    expect(
      proof(
        documents({ Action: "s3:GetObject", Resource: "arn:aws:x:::r" }),
        observed("s3:GetObject", "arn:aws:x:::r"),
        observed("s3:PutObject", "arn:aws:x:::r"),
      ),
    ).toMatchObject({ sufficient: false, minimal: true, permissions: 2, failures: ["s3:PutObject on arn:aws:x:::r"] });
  });

  test("a resource with a wildcard must be allowed as a whole", () => {
    expect(
      proof(documents({ Action: "x:A", Resource: "arn:aws:x:::r/1" }), observed("x:A", "arn:aws:x:::r/*")).sufficient,
    ).toBe(false);
    expect(
      proof(documents({ Action: "x:A", Resource: "arn:aws:x:::r/${*}" }), observed("x:A", "arn:aws:x:::r/*"))
        .sufficient,
    ).toBe(false);
    expect(
      proof(documents({ Action: "x:A", Resource: "arn:aws:x:::r/*" }), observed("x:A", "arn:aws:x:::r/*")).sufficient,
    ).toBe(true);
  });

  test("a condition must hold for each value that was required", () => {
    const policy = documents({ Action: "x:A", Resource: "arn:aws:x:::r", Condition: { StringEquals: { k: "1" } } });
    const needs = (k: string[]) => observed("x:A", "arn:aws:x:::r", { conditions: { StringEquals: { k } } });
    expect(proof(policy, needs(["1"])).sufficient).toBe(true);
    expect(proof(policy, needs(["1", "2"])).sufficient).toBe(false);
    expect(proof(policy, observed("x:A", "arn:aws:x:::r")).sufficient).toBe(false);
  });

  test("a Deny takes away what an Allow gives", () => {
    const policy = documents(
      { Action: "x:A", Resource: "arn:aws:x:::r/*" },
      { Effect: "Deny", Action: "x:A", Resource: "arn:aws:x:::r/1" },
    );
    expect(proof(policy, observed("x:A", "arn:aws:x:::r/1")).sufficient).toBe(false);
  });

  test("permissions that rest on guesses are counted", () => {
    const policy = documents({ Action: ["x:A", "x:B"], Resource: "arn:aws:x:::r" });
    expect(
      proof(policy, observed("x:A", "arn:aws:x:::r", { verified: false }), observed("x:B", "arn:aws:x:::r")),
    ).toMatchObject({
      permissions: 2,
      unverified: 1,
    });
  });
});

describe("minimal", () => {
  test.each<[string, Partial<Statement>[], string[]]>([
    [
      "an action that no call needs",
      [{ Action: ["x:A", "x:B"], Resource: "arn:aws:x:::r" }],
      ["x:B in S is not needed"],
    ],
    [
      "a resource that no call needs",
      [{ Action: "x:A", Resource: ["arn:aws:x:::r", "arn:aws:x:::s"] }],
      ["arn:aws:x:::s in S is not needed"],
    ],
    [
      "a resource that another covers",
      [{ Action: "x:A", Resource: ["arn:aws:x:::r*", "arn:aws:x:::r"] }],
      ["arn:aws:x:::r* in S is not needed", "arn:aws:x:::r in S is not needed"],
    ],
    [
      "a statement that another repeats",
      [
        { Action: "x:A", Resource: "arn:aws:x:::r" },
        { Sid: "T", Action: "x:*", Resource: "arn:aws:x:::r" },
      ],
      [
        "x:A in S is not needed",
        "arn:aws:x:::r in S is not needed",
        "x:* in T is not needed",
        "arn:aws:x:::r in T is not needed",
      ],
    ],
  ])("%s is named", (_, statements, failures) => {
    expect(proof(documents(...statements), observed("x:A", "arn:aws:x:::r"))).toMatchObject({
      sufficient: true,
      minimal: false,
      failures,
    });
  });

  test("a value of a condition that no call needs is named", () => {
    const policy = documents({
      Action: "x:A",
      Resource: "arn:aws:x:::r",
      Condition: { StringEquals: { k: ["1", "2"] } },
    });
    expect(
      proof(policy, observed("x:A", "arn:aws:x:::r", { conditions: { StringEquals: { k: ["1"] } } })).failures,
    ).toEqual(["k = 2 in S is not needed"]);
  });

  test("the empty policy is minimal for nothing", () => {
    expect(prove([], []).proof).toEqual({
      sufficient: true,
      minimal: true,
      permissions: 0,
      unverified: 0,
      failures: [],
    });
  });

  test("a long list of failures is cut", () => {
    const all = Array.from({ length: 100 }, (_, index) => observed("x:A", `arn:aws:x:::r${index}`));
    expect(proof([], ...all).failures).toHaveLength(20);
  });
});

test("a resource with a policy variable is allowed to a caller who has a value of it, and needed", () => {
  const own = "arn:aws:x:::user/${aws:username}";
  expect(proof(documents({ Action: "x:A", Resource: own }), observed("x:A", own))).toMatchObject({
    sufficient: true,
    minimal: true,
  });
  expect(proof(documents({ Action: "x:A", Resource: "arn:aws:x:::user/o" }), observed("x:A", own)).sufficient).toBe(
    false,
  );
});
