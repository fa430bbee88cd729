import { describe, expect, test } from "vitest";
import { policySize, QUOTAS } from "../../src/iam/quotas.ts";
import { covers, parsePattern } from "../../src/iam/wildcard.ts";
import { fitAlone } from "../../src/synthesize/fit-alone.ts";
import { requirementsOf } from "../../src/synthesize/requirement.ts";
import { synthesize } from "../../src/synthesize/synthesize.ts";
import { SMALL_INDEX } from "../support/authorization-index.ts";
import { observed } from "../support/observed-permission.ts";

const STAR = "$" + "{*}";
const needed = (resource: string, conditions = {}) =>
  requirementsOf([observed("s3:GetObject", resource, { conditions, call: 7 })]);

test("what fits stays what it is", () => {
  const some = needed("arn:aws:s3:::b/k");
  expect(fitAlone(some, 2047)).toEqual({ needed: some, findings: [] });
  expect(fitAlone(some, 2047).needed[0]).toBe(some[0]);
});

describe("a name that no document holds", () => {
  const long = `arn:aws:s3:::b/${STAR.repeat(1000)}"\\end`;
  const { needed: cut, findings } = fitAlone(needed(long), 2047);

  test("is cut to a beginning that stands for it, within no escape", () => {
    const [{ resource } = { resource: "" }] = cut;
    expect(covers(parsePattern(resource), parsePattern(long))).toBe(true);
    expect(resource).toMatch(/^arn:aws:s3:::b\/(?:\$\{\*\})+\*$/);
    expect(resource.length).toBeGreaterThan(1700);
  });

  test("is told with what it adds", () => {
    expect(findings).toMatchObject([{ code: "widened-to-fit", severity: "warning", calls: [7] }]);
    expect(findings[0]?.message).toMatch(
      /^`arn:aws:s3:::b.*…` is longer than the 2047 characters of a document, and cut to its beginning: it adds `s3:GetObject` on every other one whose ARN begins so$/,
    );
    expect(findings[0]?.message.length).toBeLessThan(260);
  });

  test("makes a policy that is proved and that AWS takes", () => {
    for (const attachAs of ["user-inline", "session-policy", "managed-policy"] as const) {
      const all = [observed("s3:GetObject", long.repeat(2)), observed("s3:PutObject", "arn:aws:s3:::b/k")];
      const [policy] = synthesize(all, { identities: [], authorization: SMALL_INDEX, attachAs }).policies;
      expect(policy?.proof).toMatchObject({ sufficient: true, minimal: true });
      expect(policy?.documents.map(policySize).filter((size) => size > QUOTAS[attachAs].characters)).toEqual([]);
    }
  });
});

test("a condition that no document holds is left out, and told", () => {
  const values = Array.from({ length: 300 }, (_, index) => `value-${index}`);
  const conditions = { "ForAllValues:StringEquals": { k: values }, Null: { k: ["false"] } };
  const { needed: cut, findings } = fitAlone(needed("arn:aws:s3:::b/k", conditions), 2047);
  expect(cut).toMatchObject([{ resource: "arn:aws:s3:::b/k", conditions: {}, conditionKey: "" }]);
  expect(findings[0]?.message).toMatch(
    /^the condition on `arn:aws:s3:::b\/k` is longer than the 2047 characters of a document, and left out: it adds `s3:GetObject` without a condition$/,
  );
});

test("both are cut where both are too long", () => {
  const conditions = { StringEquals: { k: ["x".repeat(2000)] } };
  const { needed: cut } = fitAlone(needed(`arn:aws:s3:::b/${"k".repeat(3000)}`, conditions), 2047);
  expect(cut).toMatchObject([{ conditions: {}, resource: expect.stringMatching(/^arn:aws:s3:::b\/k+\*$/) }]);
});

test("what is no ARN cannot be cut, and is left as it is", () => {
  const odd = needed("x".repeat(3000));
  expect(fitAlone(odd, 2047)).toEqual({ needed: odd, findings: [] });
});
