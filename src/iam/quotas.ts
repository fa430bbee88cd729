/** Size limits of policies (IAM User Guide, "IAM and AWS STS quotas"), in characters as AWS counts them. */
import type { Attachment } from "./attachment.ts";
import type { PolicyDocument, Statement } from "./policy-document.ts";

export interface AttachmentQuota {
  /** Characters of one document. */
  readonly characters: number;
  /** Documents of that size that take effect together, without a quota increase. */
  readonly documents: number;
  /** What the characters are those of, with its article. */
  readonly of: string;
}

/** Inline policies of one principal share their characters, so that one document may use them all, and a second has none. */
export const QUOTAS: Readonly<Record<Attachment, AttachmentQuota>> = {
  "managed-policy": { characters: 6144, documents: 10, of: "one managed policy" },
  "role-inline": { characters: 10_240, documents: 1, of: "all inline policies of one role" },
  "user-inline": { characters: 2048, documents: 1, of: "all inline policies of one user" },
  "group-inline": { characters: 5120, documents: 1, of: "all inline policies of one group" },
  // 2,048 with all white space (that it is free is said of the others only), less the line end of a file.
  "session-policy": { characters: 2047, documents: 1, of: "the policy of one session" },
  "permissions-boundary": { characters: 6144, documents: 1, of: "a permissions boundary" },
};

/**
 * White space outside strings is not counted. Whether spaces inside strings are counted is not documented, so they are:
 * a document is never judged smaller than AWS judges it.
 */
export function policySize(document: PolicyDocument): number {
  return JSON.stringify(document).length;
}

/** What a statement adds to a document, without the comma before the next. */
export function statementSize(statement: Statement): number {
  return JSON.stringify(statement).length;
}
