/** What must hold for every recording, from its calls to its documents, with AWS's own tables. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ATTACHMENTS } from "../../src/iam/attachment.ts";
import { lintPolicy } from "../../src/iam/lint-policy.ts";
import type { PolicyDocument } from "../../src/iam/policy-document.ts";
import { policySize, QUOTAS } from "../../src/iam/quotas.ts";
import { valuesOf } from "../../src/iam/statement.ts";
import { explainCalls, type PolicySettings, policiesOf } from "../../src/pipeline.ts";
import { mergeRecordings } from "../../src/record/merge-recordings.ts";
import type { Recording } from "../../src/record/recording.ts";
import { groupBy } from "../../src/synthesize/order.ts";
import { generatedCalls, recordingOf } from "../support/generated-recording.ts";
import { LINT_CONTEXT } from "../support/lint.ts";
import { cases, PATIENCE } from "../support/long-run.ts";

const settings: fc.Arbitrary<PolicySettings> = fc.record(
  {
    attachAs: fc.constantFrom(...ATTACHMENTS),
    conditions: fc.constantFrom("none", "safe", "tight"),
    denied: fc.constantFrom("include", "exclude", "only"),
    exact: fc.boolean(),
    widen: fc.boolean(),
  },
  { requiredKeys: ["attachAs"] },
);

async function policiesFor(recording: Recording, chosen: PolicySettings = {}) {
  const { policies } = await policiesOf(recording, await explainCalls(recording, chosen), chosen);
  return policies;
}

async function documentsOf(recording: Recording, chosen: PolicySettings = {}): Promise<readonly PolicyDocument[]> {
  return (await policiesFor(recording, chosen)).flatMap(({ documents }) => documents);
}

describe("every recording", { timeout: PATIENCE }, () => {
  test("makes documents that are proved, within their quota, and without fault for the lint", async () => {
    const property = fc.asyncProperty(generatedCalls, settings, async (calls, chosen) => {
      for (const { proof, documents } of await policiesFor(recordingOf(calls), chosen)) {
        expect(proof).toMatchObject({ sufficient: true, minimal: true, failures: [] });
        expect(
          documents.map(policySize).filter((size) => size > QUOTAS[chosen.attachAs ?? "managed-policy"].characters),
        ).toEqual([]);
        expect(documents.flatMap((document) => faultsOf(document, chosen))).toEqual([]);
      }
    });
    await fc.assert(property, cases(150));
  });

  test("makes the same bytes from its calls in any order, and from its shards in any order", async () => {
    const shuffled = generatedCalls.chain((calls) =>
      fc.tuple(fc.constant(calls), fc.shuffledSubarray([...calls], { minLength: calls.length }), fc.nat(calls.length)),
    );
    const property = fc.asyncProperty(shuffled, settings, async ([calls, other, cut], chosen) => {
      const exactly = { ...chosen, exact: true };
      const whole = await documentsOf(recordingOf(calls), exactly);
      expect(JSON.stringify(await documentsOf(recordingOf(other), exactly))).toBe(JSON.stringify(whole));
      const shards = [recordingOf(other.slice(0, cut), "2026-01-01"), recordingOf(other.slice(cut), "2026-01-02")];
      expect(await documentsOf(mergeRecordings(shards), exactly)).toEqual(whole);
      expect(await documentsOf(mergeRecordings(shards.toReversed()), chosen)).toEqual(
        await documentsOf(mergeRecordings(shards), chosen),
      );
    });
    await fc.assert(property, cases(80));
  });

  test("makes the same documents when it is read twice, or merged into what holds it already", async () => {
    const property = fc.asyncProperty(generatedCalls, generatedCalls, settings, async (some, more, chosen) => {
      const [one, other] = [recordingOf(some, "2026-01-01"), recordingOf(more, "2026-01-02")];
      const both = mergeRecordings([one, other]);
      expect(await documentsOf(mergeRecordings([both, one]), chosen)).toEqual(await documentsOf(both, chosen));
      expect(await documentsOf(mergeRecordings([one, one]), chosen)).toEqual(await documentsOf(one, chosen));
    });
    await fc.assert(property, cases(80));
  });

  test("is never larger as a policy than one statement an action, nor than one a resource", async () => {
    const property = fc.asyncProperty(generatedCalls, async (calls) => {
      for (const { documents, needed } of await policiesFor(recordingOf(calls))) {
        // What is split has a frame for each part.
        const [only, ...parts] = documents;
        const written = only === undefined || parts.length > 0 ? 0 : policySize(withoutSids(only));
        for (const key of ["Action", "Resource"] as const) {
          const naive = statementsBy(key, needed);
          expect(written).toBeLessThanOrEqual(policySize({ Version: "2012-10-17", Statement: naive }));
        }
      }
    });
    await fc.assert(property, cases(150));
  });
});

/** Warnings tell people what the calls need; an error is a document that AWS refuses, or that can never do what it says. */
function faultsOf({ Version, Statement }: PolicyDocument, { attachAs }: PolicySettings) {
  const statements = Statement.map((statement) => ({ statement, isComputed: false }));
  const context = { ...LINT_CONTEXT, ...(attachAs === undefined ? {} : { attachAs }) };
  const idle = ["action-never-applies", "condition-key-never-present", "resource-never-applies"];
  return lintPolicy({ version: Version, statements }, context).filter(
    ({ code, severity, message }) =>
      (severity === "error" || idle.includes(code)) && !message.includes("NoSuchOperation"),
  );
}

const withoutSids = ({ Version, Statement }: PolicyDocument): PolicyDocument => ({
  Version,
  Statement: Statement.map(({ Sid: _, ...statement }) => statement),
});

type Needed = Awaited<ReturnType<typeof policiesFor>>[number]["needed"];

/** As a program without any thought writes it: all that is alike in one element and the condition. */
function statementsBy(key: "Action" | "Resource", needed: Needed): Needed {
  const other = key === "Action" ? "Resource" : "Action";
  const groups = groupBy(needed, (one) => JSON.stringify([one[key], one.Condition]));
  return [...groups.values()].flatMap((same) => {
    const [first] = same;
    const values = [...new Set(same.flatMap((one) => valuesOf(one[other])))];
    return first === undefined ? [] : [{ ...first, [other]: values.length === 1 ? values[0] : values }];
  });
}
