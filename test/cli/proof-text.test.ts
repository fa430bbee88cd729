import { expect, test } from "vitest";
import { proofLines, proofText } from "../../src/cli/proof-text.ts";
import type { StatementProvenance } from "../../src/pipeline.ts";
import { identityPolicy } from "../support/identity-policy.ts";

const ARN = "arn:aws:iam::111122223333:role/app";
const policy = identityPolicy({ ids: ["k1"], arn: ARN });
const STATEMENT: StatementProvenance = {
  policy: 0,
  document: 0,
  statement: 0,
  sid: "IamgenS3Read",
  calls: [1, 2],
  requests: 3,
  firstSeenAt: "2026-01-02T12:00:00.000Z",
  lastSeenAt: "2026-01-02T14:00:00.000Z",
  outcomes: { succeeded: 2, denied: 1 },
  callSites: [{ at: "src/a.ts:9", requests: 3 }],
  elements: [
    { document: 0, statement: 0, element: "Action", value: "s3:GetObject", calls: [1, 2] },
    { document: 0, statement: 0, element: "Resource", value: "*", calls: [2], generalises: ["generalised: a new id"] },
  ],
};
const set = { policies: [policy], findings: [] };

test("each statement and element is a line, with the calls that need it", () => {
  expect(proofText(set, [STATEMENT]).split("\n")).toEqual([
    `policy of ${ARN}`,
    "  sufficient: it allows all of 0 permissions that the calls need",
    "  minimal: without any element below some call is denied",
    "  IamgenS3Read: 2 calls, 3 requests, 2 succeeded, 1 denied",
    "    from 2026-01-02T12:00:00.000Z to 2026-01-02T14:00:00.000Z",
    "    called from src/a.ts:9, 3 requests",
    "    Action s3:GetObject: calls 1, 2",
    "    Resource *: call 2",
    "      stands for more: generalised: a new id",
    "",
  ]);
});

test("what failed is named, and what no call needs", () => {
  const proof = { sufficient: false, minimal: false, permissions: 9, unverified: 2, failures: ["x:Y on z"] };
  const unneeded = { document: 0, statement: 0, element: "Action", value: "x:Z", calls: [] };
  const text = proofText({ ...set, policies: [{ ...policy, proof }] }, [{ ...STATEMENT, elements: [unneeded] }]);
  expect(text).toContain(
    "  NOT sufficient for 9 permissions that the calls need, 2 of them by unverified rules\n  NOT minimal\n  failed: x:Y on z\n",
  );
  expect(text).toContain("    Action x:Z: needed by no call alone\n");
});

test("JSON has an object a statement, with its identity and proof", () => {
  const { policy: _, ...statement } = STATEMENT;
  expect(JSON.parse(proofLines(set, [STATEMENT]))).toEqual({
    identity: policy.identity,
    ...statement,
    proof: policy.proof,
  });
});
