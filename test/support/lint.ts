/** Policies for the lint, held against the tables and records that iamgen ships. */
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import type { LintContext, LintFinding } from "../../src/iam/lint-finding.ts";
import { lintPolicy } from "../../src/iam/lint-policy.ts";
import type { Statement } from "../../src/iam/policy-document.ts";
import { POLICY_RISKS } from "../../src/services/policy-risks.ts";
import { SESSION_KEYS } from "../../src/services/session-keys.ts";
import { SHARED_PREFIXES } from "../../src/services/shared-prefixes.ts";

export const LINT_CONTEXT: LintContext = {
  tables: openAuthorizationIndex(),
  risks: POLICY_RISKS,
  sessionKeys: SESSION_KEYS,
  sharedPrefixes: SHARED_PREFIXES,
  actionsOfOperation: () => [],
};

/** Reads a bucket's objects, and is clean. */
export const CLEAN: Statement = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::photos/*" };

/** What the lint says of statements that differ from a clean one in these elements. */
export function lintOf(...statements: readonly Partial<Statement>[]): readonly LintFinding[] {
  const written = statements.map((one) => ({ statement: { ...CLEAN, ...one }, isComputed: false }));
  return lintPolicy({ version: "2012-10-17", statements: written }, LINT_CONTEXT);
}

/** Its codes only. */
export const codesOf = (...statements: readonly Partial<Statement>[]): string[] =>
  lintOf(...statements).map(({ code }) => code);
