import { describe, expect, test } from "vitest";
import type { ObservedPermission } from "../../src/synthesize/observed-permission.ts";
import { synthesize } from "../../src/synthesize/synthesize.ts";
import { SMALL_INDEX } from "../support/authorization-index.ts";
import { observed } from "../support/observed-permission.ts";

const BUCKET = "arn:aws:s3:::photos";
const widened = { reason: "no-resource-in-input", detail: "ObjectName" };
const findings = (...all: ObservedPermission[]) =>
  synthesize(all, { identities: [], authorization: SMALL_INDEX }).policies.flatMap((policy) => policy.findings);

test("an exact policy of verified actions has no findings", () => {
  expect(findings(observed("s3:GetObject", `${BUCKET}/k`), observed("s3:PutObject", `${BUCKET}/a\${*}b`))).toEqual([]);
});

describe("wildcards", () => {
  test("a widened resource is a finding with its reason, place and calls", () => {
    expect(
      findings(
        observed("s3:PutObject", `${BUCKET}/*`, { widened, call: 4 }),
        observed("s3:GetObject", `${BUCKET}/*`, { widened, call: 2 }),
        observed("s3:ListBucket", BUCKET),
      ),
    ).toEqual([
      {
        code: "resource-widened",
        severity: "warning",
        path: "Statement[0].Resource[1]",
        message:
          "`arn:aws:s3:::photos/*` is wider than the calls needed for `s3:GetObject`, `s3:PutObject`: no-resource-in-input: ObjectName",
        calls: [2, 4],
      },
    ]);
  });

  test("a bare resource is found at its element", () => {
    expect(findings(observed("s3:GetObject", `${BUCKET}/*`, { widened })).map(({ path }) => path)).toEqual([
      "Statement[0].Resource",
    ]);
  });

  test("a star that AWS demands is said, once for all its actions", () => {
    expect(
      findings(observed("s3:ListAllMyBuckets", "*", { call: 1 }), observed("sqs:ListQueues", "*", { call: 2 })),
    ).toEqual([
      {
        code: "no-resource-types",
        severity: "info",
        path: "Statement[0].Resource",
        message: "AWS takes only `*` as the resource of `s3:ListAllMyBuckets`, `sqs:ListQueues`",
        calls: [1, 2],
      },
    ]);
  });

  test("a wildcard that nothing explains is a warning", () => {
    expect(findings(observed("s3:GetObject", `${BUCKET}/*`), observed("s3:Unknown", "*"))).toMatchObject([
      { code: "resource-wildcard", severity: "warning", path: "Statement[0].Resource" },
      { code: "resource-wildcard", severity: "warning", path: "Statement[1].Resource" },
    ]);
  });
});

test("an action that no table vouches for is a finding", () => {
  expect(findings(observed("s3:BrandNew", BUCKET, { verified: false, call: 7 }))).toEqual([
    {
      code: "unverified-action",
      severity: "warning",
      message: "`s3:BrandNew` is the operation's own name: no table or rule says that it is the action that AWS checks",
      calls: [7],
    },
  ]);
});

test("a denied call is a finding with the denied calls alone", () => {
  expect(
    findings(
      observed("s3:GetObject", `${BUCKET}/k`, { call: 1 }),
      observed("s3:GetObject", `${BUCKET}/k`, { call: 2, outcome: "denied" }),
      observed("s3:GetObject", `${BUCKET}/l`, { call: 3, outcome: "denied" }),
    ),
  ).toEqual([
    {
      code: "denied-call",
      severity: "warning",
      message: "a call that needs `s3:GetObject` was denied when it was observed; the policy allows it",
      calls: [2, 3],
    },
  ]);
});

describe("splitting", () => {
  const keys = (count: number, name: string) =>
    Array.from({ length: count }, (_, index) => `${BUCKET}/${name}${index}`);

  test("two documents are said, and places name the document", () => {
    const found = findings(
      observed("s3:GetObject", keys(150, "a-rather-long-key-name-")),
      observed("s3:PutObject", `${BUCKET}/z*`, { widened }),
    );
    expect(found.map(({ code, severity, path }) => [code, severity, path])).toEqual([
      ["policy-split", "info", undefined],
      ["resource-widened", "warning", "documents[1].Statement[1].Resource"],
    ]);
    expect(found[0]?.message).toMatch(
      /^\d+ characters do not fit the 6144 of one managed policy: split into 2 documents$/,
    );
  });

  test("more documents than a role takes is a warning", () => {
    const [found] = findings(observed("s3:GetObject", keys(1200, "a-rather-long-key-name-made-for-filling-")));
    expect(found).toMatchObject({ code: "policy-split", severity: "warning" });
    expect(found?.message).toMatch(/, more than the 10 that one principal takes by default$/);
  });
});
