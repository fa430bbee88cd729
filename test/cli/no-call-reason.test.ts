import { expect, test } from "vitest";
import { noCallReason } from "../../src/cli/no-call-reason.ts";
import type { Recording } from "../../src/pipeline.ts";
import { recording } from "../support/recording.ts";

const tunnel = (why: string, authority = "sts.amazonaws.com:443") => ({ authority, why, count: 1 });
const unsigned = { kind: "undecoded", reason: "unsigned", authority: "a.amazonaws.com:443", count: 1 } as const;

test.each<[string, Partial<Recording>, string]>([
  [
    "a mocking module",
    { notices: [{ code: "mocking-module", detail: "nock", count: 1 }], tunnels: [tunnel("not-aws")] },
    "`nock` answers calls before they reach the network",
  ],
  [
    "requests that were not understood",
    { undecoded: [unsigned] },
    "requests to `a.amazonaws.com:443` were seen, but not understood: not signed, and no operation that may be called so",
  ],
  [
    "a failure of ours",
    {
      notices: [
        { code: "upstream-failed", authority: "a.amazonaws.com:443", detail: "EMFILE", count: 1 },
        { code: "observing-failed", authority: "a.amazonaws.com:443", detail: "EMFILE", count: 2 },
      ],
    },
    "requests passed that iamgen failed to read (`a.amazonaws.com:443`): EMFILE",
  ],
  [
    "distrust",
    { tunnels: [tunnel("not-aws"), tunnel("client-distrust")] },
    "the program does not accept iamgen's certificate for `sts.amazonaws.com:443`",
  ],
  [
    "a certificate that does not verify",
    { tunnels: [tunnel("upstream-unverified")] },
    "the certificate of `sts.amazonaws.com:443` does not verify with your trust settings",
  ],
  [
    "a DNS lookup of its own",
    { notices: [{ code: "custom-lookup", count: 1 }] },
    "the program looks up host names by itself, so its sockets were left alone",
  ],
  [
    "an endpoint that was down",
    { notices: [{ code: "endpoint-down", authority: "localhost:4566", count: 1 }] },
    "the endpoint `localhost:4566` was down at the start, so the program went there by itself",
  ],
  [
    "silence of client-side monitoring",
    { notices: [{ code: "csm-silent", count: 1 }] },
    "no SDK told a call by client-side monitoring: those for JavaScript v3, Go v2, Java v2 and Rust, and Terraform 5, no longer do: use the proxy for them, without --no-proxy",
  ],
  [
    "a Node program that lost the hook",
    { notices: [{ code: "lost-child", count: 1 }], tunnels: [tunnel("not-aws")] },
    "a Node program was started with an environment of its own, without NODE_OPTIONS: pass `process.env` on to it",
  ],
  [
    "an unreachable host",
    { notices: [{ code: "upstream-failed", authority: "sts.amazonaws.com:443", detail: "ENOTFOUND", count: 1 }] },
    "`sts.amazonaws.com:443` could not be reached: ENOTFOUND",
  ],
  [
    "an unreachable server on this machine, behind one that takes telemetry",
    {
      notices: ["telemetry.example.com:443", "localhost:4566"].map((authority) => ({
        code: "upstream-failed",
        authority,
        detail: "ECONNREFUSED",
        count: 1,
      })),
    },
    "`localhost:4566` could not be reached: ECONNREFUSED",
  ],
  [
    "an unreachable host that is none of AWS's",
    { notices: [{ code: "upstream-failed", authority: "telemetry.example.com:443", detail: "ENOTFOUND", count: 1 }] },
    "no connection to AWS, and `telemetry.example.com:443` could not be reached: ENOTFOUND",
  ],
  [
    "a connection that could not be followed",
    {
      notices: [{ code: "observer-lost", authority: "sts.amazonaws.com:443", detail: "no request line", count: 1 }],
      tunnels: [tunnel("not-aws")],
    },
    "the traffic of a connection could not be followed to its end (`sts.amazonaws.com:443`): no request line",
  ],
  [
    "a program that the hook cannot serve",
    { notices: [{ code: "old-node", detail: "10.24.1", count: 1 }] },
    "a Node older than 12, which the hook cannot serve: 10.24.1",
  ],
  [
    "other hosts only",
    { tunnels: [tunnel("not-aws", "a.test:443"), tunnel("not-aws", "b.test:443")] },
    "all connections went to other hosts, such as `a.test:443` and 1 more; name yours with --intercept if it serves an AWS API",
  ],
  [
    "connections that cannot be read",
    { tunnels: [tunnel("not-http")] },
    "only connections that cannot be read: 1 host",
  ],
  [
    "nothing at all",
    {},
    "no connection reached the proxy: the program made none (Python's moto answers within it), or heeds neither proxy variables nor NODE_OPTIONS",
  ],
])("names %s", (_, overrides, reason) => {
  expect(noCallReason(recording(overrides))).toBe(reason);
});
