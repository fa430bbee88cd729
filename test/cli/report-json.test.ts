import { expect, test } from "vitest";
import { coverageOf } from "../../src/cli/coverage.ts";
import { reportJson } from "../../src/cli/report-json.ts";
import type { Recording } from "../../src/pipeline.ts";
import { explained, permission, policySet, recordedCall, recording } from "../support/recording.ts";

const widened = { reason: "no-resource-in-input", detail: "Key" };

function reportOf(run: Recording): unknown {
  const calls = [explained({ n: 1 }, permission({ resources: ["*"], widened }))];
  return JSON.parse(
    reportJson({
      recording: run,
      explained: calls,
      coverage: coverageOf({ recording: run, explained: calls, identities: 1 }),
      policySet: policySet(),
    }),
  );
}

test("holds every section, empty ones too, so that programs need not ask", () => {
  const tunnels = [{ authority: "a:443", why: "not-aws", count: 3 }];
  const undecoded = [{ kind: "undecoded", reason: "unsigned", authority: "b:443", count: 1 } as const];
  expect(reportOf(recording({ calls: [recordedCall({ count: 2 })], tunnels, undecoded }))).toEqual({
    program: "npm",
    startedAt: "2026-01-02T03:04:05.000Z",
    version: "0.1.0",
    data: { api: "models of January", authorization: "tables of January" },
    exitCode: 0,
    totals: { calls: 2, distinctCalls: 1, operations: 1, identities: 1, denied: 0, failed: 0 },
    seen: [
      {
        call: 1,
        sdkId: "S3",
        operation: "PutObject",
        region: "eu-central-1",
        account: "111122223333",
        identity: "k1f3a",
        outcome: { kind: "succeeded", httpStatus: 200 },
        count: 2,
      },
    ],
    policies: [],
    denied: [],
    undecoded: [{ reason: "unsigned", authority: "b:443", count: 1 }],
    bypassed: [],
    possiblyMissed: [],
    widened: [{ action: "s3:PutObject", resources: ["*"], ...widened, calls: [1] }],
    readInPart: [],
    tunnelled: tunnels,
    notices: [],
    findings: [],
    oddities: [],
  });
});

test("a run that has not ended has no exit code", () => {
  const { end: _, ...running } = recording();
  expect(reportOf(running)).not.toHaveProperty("exitCode");
});
