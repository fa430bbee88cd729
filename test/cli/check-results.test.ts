import { expect, test } from "vitest";
import { checkResults, failuresOf, RULES } from "../../src/cli/check-results.ts";
import { POLICY_CHECK } from "../support/policy-check.ts";

test("each finding is one sentence with its place", () => {
  expect(checkResults(POLICY_CHECK).map(({ level, message, region }) => [level, region.startLine, message])).toEqual([
    ["error", 1, "missing: s3:PutObject on arn:aws:s3:::a|b/*"],
    ["error", 3, "denied: s3:GetObject on arn:aws:s3:::b"],
    [
      "note",
      5,
      'perhaps allowed, by what the file computes: sqs:SendMessage on * if {"Bool":{"aws:SecureTransport":"true"}}',
    ],
    [
      "warning",
      7,
      "excess (Permissions management): s3:* on *: not all of these actions were needed, without need: s3:A, s3:B, s3:C, s3:D, s3:E and 1 more",
    ],
  ]);
  expect(checkResults(POLICY_CHECK).every(({ rule }) => RULES.some(({ id }) => id === rule))).toBe(true);
});

test("what a limit or an open condition may take away is said", () => {
  const one = { action: "a:B", resource: "*", region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 } };
  const missing = [
    { ...one, why: "not-allowed" as const, within: "scp.json" },
    { ...one, why: "perhaps-denied" as const, keys: ["k", "l"] },
  ];
  const check = { ...POLICY_CHECK, missing, excess: [] };
  expect(checkResults(check).map(({ level, message }) => [level, message])).toEqual([
    ["error", "missing within scp.json: a:B on *"],
    ["note", "perhaps denied, by k and l: a:B on *"],
  ]);
  expect(failuresOf(check, "any")).toEqual(["1 missing"]);
});

test("it fails for what is asked, and never for what may be allowed", () => {
  expect(failuresOf(POLICY_CHECK, "missing")).toEqual(["2 missing"]);
  expect(failuresOf(POLICY_CHECK, "excess")).toEqual(["1 excess"]);
  expect(failuresOf(POLICY_CHECK, "any")).toEqual(["2 missing", "1 excess"]);
  expect(failuresOf({ ...POLICY_CHECK, missing: POLICY_CHECK.missing.slice(2), excess: [] }, "any")).toEqual([]);
});
