/** A check with one of everything, for the formats that show it. */
import type { PolicyCheck } from "../../src/merge/check-policy.ts";

const regionAt = (line: number) => ({ startLine: line, startColumn: 5, endLine: line + 1, endColumn: 6 });

export const POLICY_CHECK: PolicyCheck = {
  needed: 4,
  missing: [
    { action: "s3:PutObject", resource: "arn:aws:s3:::a|b/*", why: "not-allowed", region: regionAt(1) },
    { action: "s3:GetObject", resource: "arn:aws:s3:::b", why: "denied", region: regionAt(3) },
    {
      action: "sqs:SendMessage",
      resource: "*",
      condition: { Bool: { "aws:SecureTransport": "true" } },
      why: "uncertain",
      region: regionAt(5),
    },
  ],
  excess: [
    {
      action: "s3:*",
      resource: "*",
      why: "wide-action",
      level: "Permissions management",
      actions: ["s3:A", "s3:B", "s3:C", "s3:D", "s3:E", "s3:F"],
      region: regionAt(7),
    },
  ],
  unknown: [{ sid: "Computed", region: regionAt(9) }],
};
