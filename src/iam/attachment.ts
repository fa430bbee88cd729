/** The ways a policy document reaches a principal; each has quotas and rules of its own (IAM User Guide, "Policy types"). */

export const ATTACHMENTS = [
  "managed-policy",
  "role-inline",
  "user-inline",
  "group-inline",
  "session-policy",
  "permissions-boundary",
] as const;

export type Attachment = (typeof ATTACHMENTS)[number];
