import { expect, test } from "vitest";
import { coverageOf } from "../../src/cli/coverage.ts";
import { Output } from "../../src/cli/output.ts";
import { type SummaryFacts, summaryLines, tell } from "../../src/cli/summary.ts";
import type { ExplainedCall, Recording } from "../../src/pipeline.ts";
import { explained, identityPolicy, permission, policySet, recordedCall, recording } from "../support/recording.ts";
import { KeepingSink } from "../support/sink.ts";

function summaryOf(seen: Partial<Recording>, overrides: Partial<SummaryFacts> = {}, calls: ExplainedCall[] = []) {
  const run = recording(seen);
  const facts = {
    recording: run,
    coverage: coverageOf({ recording: run, explained: calls, identities: 1 }),
    policySet: policySet(identityPolicy()),
    ...overrides,
  };
  return summaryLines(facts).map(({ text, warning }) => `${warning ? "! " : ""}${text}`);
}

test("a run of which all was seen is told in three lines", () => {
  expect(summaryOf({ calls: [recordedCall({ count: 3 })] })).toEqual([
    "3 calls (1 distinct) of 1 operation by 1 identity",
    "policy: 1 statement, 133 characters",
    "proof: sufficient for 1 permission, minimal for the calls observed",
  ]);
});

test("whatever happened, it is at most four lines", () => {
  const proof = { sufficient: false, minimal: false, permissions: 9, unverified: 2, failures: ["x:Y on z", "more"] };
  const lines = summaryOf(
    {
      calls: [
        recordedCall({ outcome: { kind: "denied" } }),
        recordedCall({ n: 2, outcome: { kind: "failed" }, inputTruncated: true }),
      ],
      undecoded: [{ kind: "undecoded", reason: "unsigned", authority: "a", count: 2 }],
      tunnels: [{ authority: "a:443", why: "client-distrust", count: 7 }],
      notices: [{ code: "custom-lookup", count: 1 }],
    },
    { policySet: policySet(identityPolicy({ proof }), identityPolicy({ proof })) },
    [explained({}, permission({ widened: { reason: "r", detail: "d" } }))],
  );

  expect(lines).toEqual([
    "2 calls of 1 operation by 1 identity, 1 call denied, 1 call failed",
    "! 2 requests not decoded, 1 host bypassed, calls possibly missed (custom-lookup), 1 permission widened, 1 body read in part",
    "2 policies: 2 statements, 266 characters",
    "! proof: NOT sufficient for 18 permissions, NOT minimal for the calls observed, 4 by unverified rules, first failure: x:Y on z, a bug of iamgen: please report it with the recording",
  ]);
});

test("documents that cannot take effect together are told loudly", () => {
  const split = { code: "policy-split", severity: "warning", message: "too many documents", calls: [] } as const;
  const linesWith = (severity: "info" | "warning") =>
    summaryOf(
      { calls: [recordedCall()] },
      { policySet: policySet(identityPolicy({ findings: [{ ...split, severity }] })) },
    );
  expect(linesWith("warning")[1]).toBe("! policy: 1 statement, 133 characters: too many documents");
  expect(linesWith("info")[1]).toBe("policy: 1 statement, 133 characters");
  const unsayable = { ...split, code: "name-unsayable", message: "wider" } as const;
  const findings = [{ ...split }, unsayable];
  expect(summaryOf({ calls: [recordedCall()] }, { policySet: policySet(identityPolicy({ findings })) })[1]).toBe(
    "! policy: 1 statement, 133 characters: too many documents, and 1 more",
  );
});

test("a recording that could be read in part only is told as such", () => {
  const lines = summaryOf({ calls: [recordedCall()], oddities: ["`r.ndjson` ends in the middle of a line: skipped"] });
  expect(lines[1]).toBe("! parts of the recording not readable");
});

test("no call seen is the first and loudest line, with its reason", () => {
  const lines = summaryOf({}, { policySet: policySet() });
  expect(lines[0]).toMatch(/^! NO AWS CALL SEEN: no connection reached the proxy/);
  expect(lines).toHaveLength(1);
});

test("each line is said as loudly as it deserves", () => {
  const stderr = new KeepingSink();
  const output = new Output({ stdout: new KeepingSink(), stderr, environment: {} });
  output.behave({ quiet: true, colour: false });
  tell(
    [
      { text: "fine", warning: false },
      { text: "not fine", warning: true },
    ],
    output,
  );

  expect(stderr.text).toBe("iamgen: not fine\n");
});

test("with --enforce-log the first line says how much the policy lacks", () => {
  const lacks = (detail: string) => ({ code: "would-be-denied", authority: "a", detail, count: 3 });
  const lines = summaryOf({ calls: [recordedCall()], notices: [lacks("x:Y on z"), lacks("x:W on z")] });
  expect(lines[0]).toBe("1 call of 1 operation by 1 identity, 2 permissions not in the enforced policy");
});
