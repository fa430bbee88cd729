import { expect, test } from "vitest";
import { coverageOf } from "../../src/cli/coverage.ts";
import { type Page, reportText } from "../../src/cli/report-text.ts";
import type { Finding } from "../../src/pipeline.ts";
import { explained, identityPolicy, permission, policySet, recordedCall, recording } from "../support/recording.ts";

const REFUSED = {
  kind: "denied",
  errorCode: "AccessDenied",
  denial: { action: "kms:Decrypt", resource: "arn:aws:kms:eu-central-1:111122223333:key/k", policyType: "session" },
} as const;

test("shows section by section what was seen and what was not", () => {
  const run = recording({
    calls: [
      recordedCall({ count: 1200 }),
      recordedCall({ n: 2, outcome: REFUSED, inputTruncated: true }),
      recordedCall({ n: 3, outcome: { kind: "none" } }),
    ],
    undecoded: [
      { kind: "undecoded", reason: "unsigned", authority: "a:443", method: "GET", detail: "/x", count: 2 },
      { kind: "undecoded", reason: "internal", authority: "b:443", count: 1 },
    ],
    tunnels: [
      { authority: "registry.npmjs.org:443", why: "not-aws", count: 3 },
      { authority: "c:443", why: "client-distrust", count: 1 },
    ],
    notices: [
      { code: "custom-lookup", authority: "d:443", count: 1 },
      { code: "upstream-failed", authority: "e:443", detail: "ENOTFOUND", count: 1 },
    ],
    oddities: ["`f` line 3 is not JSON: skipped"],
  });
  const widened = { reason: "no-resource-in-input", detail: "Key" };
  const findings: Finding[] = [
    {
      code: "unverified-action",
      severity: "warning",
      path: "Statement[0].Action[0]",
      message: "no table knows it",
      calls: [1, 3],
    },
    { code: "policy-split", severity: "info", message: "two documents", calls: [] },
  ];
  const [first, second, third] = run.calls;
  const calls = [
    explained(first, permission({ resources: ["*"], widened })),
    explained(second, permission()),
    explained(third, permission()),
  ];
  const facts = {
    recording: run,
    explained: calls,
    coverage: coverageOf({ recording: run, explained: calls, identities: 1 }),
    policySet: policySet(identityPolicy({ findings })),
  };

  expect(reportText(facts, { columns: 80 })).toMatchInlineSnapshot(`
    "npm, 2026-01-02T03:04:05.000Z, exit code 0
    1,202 calls, 1 operation, 1 identity, 1 denied, 0 failed

    seen
      S3, eu-central-1
        s3:PutObject: calls 1, 2, 3, 1,202 times, 1 denied AccessDenied, 1 no answer
          *
          arn:aws:s3:::photos/cat.jpg

    denied
      call 2: kms:Decrypt on arn:aws:kms:eu-central-1:111122223333:key/k, no session
          policy allows it: a policy of the identity is not enough

    not decoded
      a:443, GET, not signed, and no operation that may be called so, /x, 2 times
      b:443, decoding failed: a bug in iamgen

    bypassed
      c:443, the client does not accept iamgen's certificate

    possibly missed
      d:443, a socket with a DNS lookup of its own was left alone

    widened
      s3:PutObject on *: no-resource-in-input, Key (call 1)

    read in part
      call 2: body larger than --max-body

    tunnelled
      registry.npmjs.org:443, not an AWS host, 3 times

    noticed
      e:443, the server could not be reached, ENOTFOUND

    found in the policy
      Statement[0].Action[0]: no table knows it (unverified-action, calls 1, 3)
      two documents (policy-split)

    odd in the recording
      \`f\` line 3 is not JSON: skipped
    "
  `);
});

test("a run without a call says why, and that it has not ended", () => {
  const { end: _, ...running } = recording();
  expect(
    reportText({
      recording: running,
      explained: [],
      coverage: coverageOf({ recording: running, explained: [], identities: 0 }),
      policySet: policySet(),
    }),
  ).toMatchInlineSnapshot(`
    "npm, 2026-01-02T03:04:05.000Z, not ended
    0 calls, 0 operations, 0 identities, 0 denied, 0 failed
    no AWS call seen: no connection reached the proxy: the program made none (Python's moto answers within it), or heeds neither proxy variables nor NODE_OPTIONS
    "
  `);
});

test("a pipe gets whole lines, and colour only where it is asked for", () => {
  const facts = {
    recording: recording({
      notices: [{ code: "upstream-failed", authority: "e:443", detail: "x ".repeat(60), count: 1 }],
    }),
    explained: [],
    policySet: policySet(),
  };
  const text = (page: Page) => reportText({ ...facts, coverage: coverageOf({ ...facts, identities: 1 }) }, page);

  expect(text({})).toContain(`\n  e:443, the server could not be reached, ${"x ".repeat(60)}\n`);
  expect(text({})).toContain("\nnoticed\n");
  expect(text({ colour: true })).toContain("\n\u001B[1mnoticed\u001B[22m\n");
});
