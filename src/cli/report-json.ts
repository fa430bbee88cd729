/** The coverage of a recording as one JSON object, for programs: the same sections as `report-text.ts`, and where each statement comes from. */
import { statementProvenance } from "../pipeline.ts";
import { findingsOf, type ReportFacts } from "./report-text.ts";

export function reportJson({ recording, coverage, policySet }: ReportFacts): string {
  const { header, end, calls } = recording;
  const { calls: total, distinctCalls, operations, identities, denied, failed, truncatedInputs, ...unseen } = coverage;
  const statements = statementProvenance(recording, policySet);
  const report = {
    program: header.program,
    startedAt: header.startedAt,
    version: header.version,
    data: header.data,
    ...(end === undefined ? {} : { exitCode: end.exitCode }),
    totals: { calls: total, distinctCalls, operations, identities, denied, failed },
    seen: calls.map(({ n, sdkId, operation, region, account, identity, outcome, count }) => ({
      call: n,
      sdkId,
      operation,
      region,
      account,
      identity,
      outcome,
      count,
    })),
    policies: policySet.policies.map(({ identity, proof }, at) => ({
      identity,
      proof,
      statements: statements.filter(({ policy }) => policy === at).map(({ policy: _, ...statement }) => statement),
    })),
    denied: unseen.denials,
    undecoded: unseen.undecoded.map(({ kind: _, ...what }) => what),
    bypassed: unseen.bypassed,
    possiblyMissed: unseen.losses,
    widened: unseen.widened,
    readInPart: truncatedInputs,
    tunnelled: unseen.tunnelled,
    notices: unseen.notices,
    findings: findingsOf(policySet),
    oddities: unseen.oddities,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
