/** `iamgen explain --timeline`: every attempt of a run in the order of time. */
import type { RecordedAttempt, RecordedCall } from "../pipeline.ts";

interface Row extends RecordedAttempt {
  readonly of: RecordedCall;
}

function rowsOf(attempts: readonly RecordedAttempt[], calls: readonly RecordedCall[]): readonly Row[] {
  const byNumber = new Map(calls.map((call) => [call.n, call]));
  return attempts.flatMap((attempt) => {
    const of = byNumber.get(attempt.call);
    return of === undefined ? [] : [{ ...attempt, of }];
  });
}

/** Those of the calls given; for people. */
export function timelineText(attempts: readonly RecordedAttempt[], calls: readonly RecordedCall[]): string {
  return rowsOf(attempts, calls)
    .map(({ at, ms, status, of }) => {
      const [site, ...others] = of.callSites ?? [];
      // An attempt does not tell its line, its call does: only where that has one is it this one's.
      const from = site === undefined || others.length > 0 ? "" : ` from ${site.at}`;
      const took = ms === undefined ? "" : ` after ${ms} ms`;
      return `${at} call ${of.n}: ${of.sdkId} ${of.operation}, ${status ?? "no answer"}${took}${from}\n`;
    })
    .join("");
}

/** One JSON object an attempt, one a line. */
export function timelineLines(attempts: readonly RecordedAttempt[], calls: readonly RecordedCall[]): string {
  return rowsOf(attempts, calls)
    .map(({ of, ...attempt }) => `${JSON.stringify({ ...attempt, sdkId: of.sdkId, operation: of.operation })}\n`)
    .join("");
}
