/** Size limits of policies (IAM User Guide, "IAM and AWS STS quotas"), in characters as AWS counts them. */
import type { PolicyDocument, Statement } from "./policy-document.ts";

/** One customer managed policy; not adjustable. */
export const MANAGED_POLICY_CHARACTERS = 6144;

/** Managed policies attached to one role or user without a quota increase. */
export const MANAGED_POLICIES_PER_PRINCIPAL = 10;

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
