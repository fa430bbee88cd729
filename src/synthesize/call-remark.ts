/** What is said of calls themselves, not of their permissions: one finding for all calls of an operation. */
import { FINDING_KINDS, type FindingCode } from "./finding-codes.ts";
import { compareText, groupBy, sortedNumbers } from "./order.ts";
import type { Finding } from "./policy-set.ts";

export interface CallRemark {
  readonly code: Extract<
    FindingCode,
    "csm-no-parameters" | "deprecated-operation" | "may-need-more" | "needs-no-permission" | "stand-in-account"
  >;
  /** One line, lower case; the same for all calls of an operation. */
  readonly message: string;
  /** `n` of the call. */
  readonly call: number;
}

/** Sorted by code, then by message. */
export function remarkFindings(remarks: readonly CallRemark[]): readonly Finding[] {
  const alike = groupBy(remarks, ({ code, message }) => `${code}\n${message}`);
  return [...alike]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([, same]): Finding[] => {
      const [first] = same;
      if (first === undefined) return [];
      const { code, message } = first;
      return [
        { code, severity: FINDING_KINDS[code].severity, message, calls: sortedNumbers(same.map(({ call }) => call)) },
      ];
    });
}
