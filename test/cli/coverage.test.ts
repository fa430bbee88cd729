import { describe, expect, test } from "vitest";
import { coverageOf, strictFindings } from "../../src/cli/coverage.ts";
import type { ExplainedCall, Recording } from "../../src/pipeline.ts";
import { explained, permission, recordedCall, recording } from "../support/recording.ts";

const DENIED = { kind: "denied", httpStatus: 403 } as const;
const FAILED = { kind: "failed", httpStatus: 500 } as const;
const widened = { reason: "no-resource-in-input", detail: "Key" };

test("calls are counted with their repetitions, operations and identities once", () => {
  const calls = [
    recordedCall({ count: 5 }),
    recordedCall({ n: 2, input: { Key: "other" }, identity: "k2" }),
    recordedCall({ n: 3, operation: "GetObject", outcome: DENIED, count: 2 }),
    recordedCall({ n: 4, operation: "GetObject", outcome: FAILED }),
  ];
  expect(coverageOf({ recording: recording({ calls }), explained: [], identities: 2 })).toMatchObject({
    calls: 9,
    distinctCalls: 4,
    operations: 2,
    identities: 2,
    denied: 2,
    failed: 1,
  });
});

test("tunnels and notices are sorted by whether calls may be hidden in them", () => {
  const tunnels = ["not-aws", "client-distrust"].map((why) => ({ authority: `${why}:443`, why, count: 1 }));
  const notices = ["upstream-failed", "custom-lookup"].map((code) => ({ code, count: 1 }));
  const coverage = coverageOf({ recording: recording({ tunnels, notices }), explained: [], identities: 1 });

  expect(coverage.tunnelled.map(({ why }) => why)).toEqual(["not-aws"]);
  expect(coverage.bypassed.map(({ why }) => why)).toEqual(["client-distrust"]);
  expect(coverage.notices.map(({ code }) => code)).toEqual(["upstream-failed"]);
  expect(coverage.losses.map(({ code }) => code)).toEqual(["custom-lookup"]);
});

test("a permission widened for several calls is one entry that names them", () => {
  const needed = permission({ resources: ["*"], widened });
  const calls = [explained({ n: 1 }, needed, permission()), explained({ n: 2 }, needed, needed)];

  expect(coverageOf({ recording: recording(), explained: calls, identities: 1 }).widened).toEqual([
    { action: "s3:PutObject", resources: ["*"], ...widened, calls: [1, 2] },
  ]);
});

describe("--strict", () => {
  const call = recordedCall();
  const findings = (overrides: Partial<Recording>, calls: readonly ExplainedCall[] = []) =>
    strictFindings(
      coverageOf({ recording: recording({ calls: [call], ...overrides }), explained: calls, identities: 1 }),
    );

  test("has nothing against a run of which all was seen", () => {
    const tunnels = [{ authority: "registry.npmjs.org:443", why: "not-aws", count: 9 }];
    expect(findings({ tunnels }, [explained({}, permission())])).toEqual([]);
  });

  test.each<[string, Partial<Recording>]>([
    ["no call seen", { calls: [] }],
    ["requests not decoded", { undecoded: [{ kind: "undecoded", reason: "unsigned", authority: "a", count: 1 }] }],
    ["connections bypassed", { tunnels: [{ authority: "a:443", why: "client-distrust", count: 1 }] }],
    ["calls possibly missed", { notices: [{ code: "mocking-module", count: 1 }] }],
    ["recording not complete on disk", { notices: [{ code: "recording-failed", detail: "ENOSPC", count: 1 }] }],
    ["bodies larger than --max-body", { calls: [{ ...call, inputTruncated: true }] }],
    ["parts of the recording not readable", { oddities: ["line 3"] }],
  ])("objects to: %s", (finding, overrides) => {
    expect(findings(overrides)).toEqual([finding]);
  });

  test("objects to widened permissions", () => {
    expect(findings({}, [explained({}, permission({ widened }))])).toEqual(["permissions widened"]);
  });

  test("does not mind that AWS denied a call: the policy is about what was tried", () => {
    expect(findings({ calls: [{ ...call, outcome: DENIED }] })).toEqual([]);
  });
});
