import { expect, test } from "vitest";
import { markdown } from "../../src/render/markdown.ts";
import type { IdentityPolicy, PolicySet } from "../../src/synthesize/policy-set.ts";
import { identityPolicy } from "../support/identity-policy.ts";
import { NO_DOCUMENT, SETTINGS, SEVERAL_DOCUMENTS } from "../support/policy-sample.ts";

const text = (policySet: PolicySet) => markdown.render(policySet, SETTINGS)[0]?.text ?? "";

const ONE: IdentityPolicy = {
  ...identityPolicy(
    { ids: ["k1"], account: "111122223333" },
    {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "IamgenS3Read",
          Effect: "Allow",
          Action: ["s3:GetObject", "s3:ListBucket"],
          Resource: "arn:aws:s3:::a|b`c",
          Condition: { StringEquals: { "aws:x": ["1", "2"] } },
        },
      ],
    },
  ),
  provenance: { IamgenS3Read: [1, 3] },
  proof: { sufficient: true, minimal: false, permissions: 3, unverified: 1, failures: ["s3:GetObject on *"] },
  findings: [
    {
      code: "resource-widened",
      severity: "warning",
      path: "Statement[0].Resource[0]",
      message: "a <b> *c* `d_*` `",
      calls: [3],
    },
  ],
};

test("a statement is a row with the calls behind it", () => {
  expect(text({ policies: [ONE], findings: [] })).toContain(
    "| `IamgenS3Read` | `s3:GetObject`<br>`s3:ListBucket` | ``arn:aws:s3:::a\\|b`c`` | `aws:x StringEquals 1 or 2` | 1, 3 |\n",
  );
});

test("proof and findings are told in words", () => {
  const written = text({ policies: [ONE], findings: [] });
  expect(written).toContain("## Identity `k1` of account 111122223333\n");
  expect(written).toContain(
    "**Proof:** sufficient for 3 permissions, NOT minimal for the calls observed, 1 of them unverified: no table or rule vouches for the action.\n* fails: `s3:GetObject on *`\n",
  );
  expect(written).toContain(
    "### Findings\n\n* warning `resource-widened` at `Statement[0].Resource[0]`: a \\<b\\> \\*c\\* `d_*` \\` (call 3)\n",
  );
});

test("findings of no identity stand at the end", () => {
  const finding = { code: "denied-call", severity: "info", message: "x", calls: [] } as const;
  expect(text({ policies: [ONE], findings: [finding] })).toContain("## Findings\n\n* info `denied-call`: x\n");
});

test("every document unfolds as JSON", () => {
  const documents = [...text(SEVERAL_DOCUMENTS).matchAll(/```json\n(.*?)\n```/gs)].map(([, json]) =>
    JSON.parse(json ?? ""),
  );
  expect(documents).toEqual(SEVERAL_DOCUMENTS.policies.flatMap((policy) => policy.documents));
  expect(text(SEVERAL_DOCUMENTS)).toContain("### Document 2 of 2\n");
});

test("no policy, no file", () => {
  expect(markdown.render(NO_DOCUMENT, SETTINGS)).toEqual([]);
});
