import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate } from "../../src/iam/evaluate.ts";
import { policySize } from "../../src/iam/quotas.ts";
import type { ObservedPermission } from "../../src/synthesize/observed-permission.ts";
import { requirementsOf } from "../../src/synthesize/requirement.ts";
import { synthesize } from "../../src/synthesize/synthesize.ts";
import { widenToFit } from "../../src/synthesize/widen-to-fit.ts";
import { SMALL_INDEX } from "../support/authorization-index.ts";
import { cases, PATIENCE } from "../support/long-run.ts";
import { observed } from "../support/observed-permission.ts";

const TABLE = "arn:aws:dynamodb:eu-west-1:111122223333:table";

const policies = (all: readonly ObservedPermission[]) =>
  synthesize(all, { identities: [], authorization: SMALL_INDEX, attachAs: "user-inline", widen: true }).policies;
const documents = (all: readonly ObservedPermission[]) => policies(all).flatMap((policy) => policy.documents);

test("what fits is not widened", () => {
  const needed = requirementsOf([
    observed("s3:GetObject", "arn:aws:s3:::b/1"),
    observed("s3:GetObject", "arn:aws:s3:::b/2"),
  ]);
  expect(widenToFit(needed, { fits: () => true, authorization: SMALL_INDEX })).toEqual({ needed, findings: [] });
});

test("many resources become one document, as narrow as fits, and the finding says what it adds", () => {
  const names = ["orders", "people"].flatMap((name) =>
    Array.from({ length: 60 }, (_, index) => `${name}-${index + 100}`),
  );
  const [policy] = policies(names.map((name, call) => observed("dynamodb:GetItem", `${TABLE}/${name}`, { call })));
  expect(policy?.documents.map(({ Statement }) => Statement.map(({ Resource }) => Resource))).toEqual([
    [
      [10, 11, 12, 13, 14, 15]
        .flatMap((tens) => [`${TABLE}/orders-${tens}*`])
        .concat([10, 11, 12, 13, 14, 15].map((tens) => `${TABLE}/people-${tens}*`)),
    ],
  ]);
  expect(policy?.proof).toMatchObject({ sufficient: true, minimal: true });
  expect(policy?.findings[0]).toEqual({
    code: "widened-to-fit",
    severity: "warning",
    message: `\`${TABLE}/orders-10*\` stands for 10 resources so that the policy fits: it adds \`dynamodb:GetItem\` on every other one whose ARN begins so`,
    calls: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  });
});

test("six thousand tables fit one managed policy", () => {
  const tables = Array.from({ length: 6000 }, (_, index) => observed("dynamodb:GetItem", `${TABLE}/t-${index + 1000}`));
  const [policy] = synthesize(tables, { identities: [], authorization: SMALL_INDEX, widen: true }).policies;
  expect(policy?.documents).toHaveLength(1);
  expect(policySize(policy?.documents[0] ?? { Version: "2012-10-17", Statement: [] })).toBeLessThanOrEqual(6144);
  expect(policy?.proof).toMatchObject({ sufficient: true, minimal: true });
});

describe("what no wildcard may do", () => {
  const never = { fits: () => false, authorization: SMALL_INDEX };
  const widened = (...resources: string[]) =>
    widenToFit(requirementsOf(resources.map((resource) => observed("s3:GetObject", resource))), never).needed.map(
      ({ resource }) => resource,
    );

  test("unite what has no more in common than a prefix, a region or a type", () => {
    expect(widened("arn:aws:s3:::photos/a", "arn:aws:s3:::logs/a")).toHaveLength(2);
    expect(widened("arn:aws:sqs:eu-west-1:111122223333:q", "arn:aws:sqs:eu-west-2:111122223333:q")).toHaveLength(2);
    expect(widened(`${TABLE}/t`, "arn:aws:dynamodb:eu-west-1:111122223333:tab/t")).toHaveLength(2);
    expect(widened("*", "arn:aws:s3:::photos/a")).toHaveLength(2);
  });

  test("end within an escape or a variable", () => {
    expect(widened("arn:aws:s3:::b/a${*}x", "arn:aws:s3:::b/a${?}x")).toEqual(["arn:aws:s3:::b/a*"]);
    expect(widened("arn:aws:s3:::b/${aws:username}", "arn:aws:s3:::b/${aws:userid}")).toEqual(["arn:aws:s3:::b/*"]);
  });
});

test("whatever was observed, the one document allows it and no other resource type", { timeout: PATIENCE }, () => {
  const permission = fc
    .record({
      action: fc.constantFrom("dynamodb:GetItem", "dynamodb:PutItem"),
      name: fc.stringMatching(/^[a-c]{1,3}-[0-9]{3}$/),
      call: fc.nat(9),
    })
    .map(({ action, name, call }) => observed(action, `${TABLE}/${name}`, { call }));
  fc.assert(
    fc.property(fc.array(permission, { minLength: 40, maxLength: 90 }), (all) => {
      const found = documents(all);
      expect(found).toHaveLength(1);
      expect(found.map(policySize).every((size) => size <= 2047)).toBe(true);
      expect(documents(all.toReversed())).toEqual(found);
      for (const { permission } of all) {
        const [resource = ""] = permission.resources;
        expect(evaluate(found, { action: permission.action, resource, context: {} })).toBe("allowed");
      }
      expect(evaluate(found, { action: "dynamodb:GetItem", resource: `${TABLE}s/aaa-111`, context: {} })).toBe(
        "implicitly-denied",
      );
    }),
    cases(60),
  );
});
