import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluate } from "../../src/iam/evaluate.ts";
import { compilePrincipal, type PrincipalPolicies } from "../../src/iam/evaluate-principal.ts";
import type { PolicyDocument, Statement } from "../../src/iam/policy-document.ts";

const document = (...Statement: Statement[]): PolicyDocument => ({ Version: "2012-10-17", Statement });
const allow = (Action: string): PolicyDocument => document({ Effect: "Allow", Action, Resource: "*" });
const deny = (Action: string): PolicyDocument => document({ Effect: "Deny", Action, Resource: "*" });
const request = { action: "s3:GetObject", resource: "arn:aws:s3:::b/k", context: {} };
const ALLOWED = { kind: "allowed" };
const EMPTY = document();

test.each<[string, PrincipalPolicies, object]>([
  ["an identity policy alone suffices", { identity: [allow("s3:*")] }, ALLOWED],
  ["nothing attached allows nothing", { identity: [] }, { kind: "implicitly-denied", by: ["identity"] }],
  [
    "a boundary grants nothing by itself",
    { identity: [], permissionsBoundary: allow("*") },
    { kind: "implicitly-denied", by: ["identity"] },
  ],
  [
    "a session policy grants nothing by itself",
    { identity: [], session: [allow("*")] },
    { kind: "implicitly-denied", by: ["identity"] },
  ],
  ["identity and boundary both allow", { identity: [allow("*")], permissionsBoundary: allow("s3:*") }, ALLOWED],
  [
    "a boundary that is silent limits",
    { identity: [allow("*")], permissionsBoundary: allow("sqs:*") },
    { kind: "implicitly-denied", by: ["permissions-boundary"] },
  ],
  [
    "an empty boundary allows nothing",
    { identity: [allow("*")], permissionsBoundary: EMPTY },
    { kind: "implicitly-denied", by: ["permissions-boundary"] },
  ],
  [
    "all three allow",
    { identity: [allow("s3:*")], permissionsBoundary: allow("s3:Get*"), session: [allow("s3:GetObject")] },
    ALLOWED,
  ],
  ["one of several session policies suffices", { identity: [allow("*")], session: [EMPTY, allow("s3:*")] }, ALLOWED],
  [
    "session policies that are silent limit",
    { identity: [allow("*")], session: [allow("sqs:*"), EMPTY] },
    { kind: "implicitly-denied", by: ["session"] },
  ],
  [
    "all kinds that are silent are named",
    { identity: [], permissionsBoundary: EMPTY, session: [] },
    { kind: "implicitly-denied", by: ["identity", "permissions-boundary", "session"] },
  ],
  [
    "a Deny in the identity policies wins",
    { identity: [allow("*"), deny("s3:*")] },
    { kind: "denied", by: "identity" },
  ],
  [
    "a Deny in the boundary wins",
    { identity: [allow("*")], permissionsBoundary: deny("s3:*") },
    { kind: "denied", by: "permissions-boundary" },
  ],
  [
    "a Deny in a session policy wins, even over a silent boundary",
    { identity: [allow("*")], permissionsBoundary: EMPTY, session: [allow("*"), deny("s3:GetObject")] },
    { kind: "denied", by: "session" },
  ],
])("%s", (_, policies, expected) => {
  expect(compilePrincipal(policies)(request)).toEqual(expected);
});

test("an unknown operator is told before any request", () => {
  const odd = document({ Effect: "Allow", Action: "*", Resource: "*", Condition: { Odd: { k: "v" } } });
  expect(() => compilePrincipal({ identity: [], permissionsBoundary: odd })).toThrow(
    "unknown condition operator `Odd`",
  );
});

const policy = fc
  .array(fc.tuple(fc.constantFrom("Allow" as const, "Deny" as const), fc.constantFrom("*", "s3:*", "s3:Put*", "sqs:*")))
  .map((rows) => document(...rows.map(([Effect, Action]) => ({ Effect, Action, Resource: "*" }))));

test("the whole is the intersection of its kinds, each judged alone", () => {
  fc.assert(
    fc.property(
      fc.record(
        { identity: fc.array(policy), permissionsBoundary: policy, session: fc.array(policy) },
        { requiredKeys: ["identity"] },
      ),
      fc.constantFrom("s3:GetObject", "s3:PutObject", "sqs:SendMessage", "iam:GetRole"),
      ({ identity, permissionsBoundary, session }, action) => {
        const ask = { ...request, action };
        const kinds = [identity, permissionsBoundary && [permissionsBoundary], session].filter(
          (one) => one !== undefined,
        );
        const alone = kinds.map((one) => evaluate(one, ask));
        const decision = compilePrincipal({
          identity,
          ...(permissionsBoundary && { permissionsBoundary }),
          ...(session && { session }),
        })(ask);
        const expected = alone.includes("denied") ? "denied" : (alone.find((one) => one !== "allowed") ?? "allowed");
        return decision.kind === expected;
      },
    ),
    { numRuns: 1000 },
  );
});
