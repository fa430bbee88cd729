/** Which hints of `services/call-hints.ts` a call gives: what it may come to need, and why nobody can tell from the call. */
import type { ApiCall } from "../decode/api-call.ts";
import { CALL_HINTS } from "../services/call-hints.ts";
import { holds } from "./evaluate-condition.ts";

export interface CallHint {
  /** Stable, kebab-case. */
  readonly code: string;
  /** `prefix:Action`; absent where it may be any. */
  readonly action?: string;
  /** One clause, lower case. */
  readonly because: string;
}

/** In the order of the records; empty for most calls. */
export function hintsOf(call: ApiCall): readonly CallHint[] {
  const { sdkId, operation, outcome } = call;
  return CALL_HINTS.filter(
    (rule) =>
      rule.sdkId === sdkId &&
      rule.operations.includes(operation) &&
      (rule.httpStatus === undefined || rule.httpStatus === outcome.httpStatus) &&
      (rule.when === undefined || holds(rule.when, { call })),
  ).map(({ code, action, because }) => ({ code, ...(action === undefined ? {} : { action }), because }));
}
