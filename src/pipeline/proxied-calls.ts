/** The calls that the proxy has seen lately, so that one which client-side monitoring tells as well is counted once. */
import type { RequestHead, ResponseHead } from "../capture/captured-exchange.ts";
import type { ApiCall } from "../decode/api-call.ts";
import type { CsmSeen } from "../decode/csm/join-attempts.ts";

/** What the proxy knows of a request once it is recorded. */
export interface ProxiedRequest {
  readonly head: Pick<RequestHead, "startedAt">;
  readonly call: ApiCall;
  /** Absent: the connection ended without one. */
  readonly response?: ResponseHead;
}

export interface ProxiedCalls {
  add(request: ProxiedRequest): void;
  /** True where the proxy saw this call; each request stands for one call only. */
  takes(call: Pick<ApiCall, "sdkId" | "operation" | "region">, seen: CsmSeen): boolean;
}

/** What AWS's answers call themselves; SDKs hand on the first two. */
const REQUEST_IDS = /^x-amzn?-request-?id$/i;

/** Between a request's head in the proxy and the times that the program notes. */
const TOLERANCE_MS = 1000;

const keyOf = ({ sdkId, operation, region }: Pick<ApiCall, "sdkId" | "operation" | "region">): string =>
  [sdkId, operation, region].join("\n");

/** `limit`: requests remembered, of each operation where their answers have no name; the oldest are forgotten first. */
export function createProxiedCalls(limit = 10_000): ProxiedCalls {
  const ids = new Set<string>();
  const unnamed = new Map<string, number[]>();
  return {
    add({ call, head: { startedAt }, response }) {
      const own = (response?.headers ?? []).filter(([name]) => REQUEST_IDS.test(name)).map(([, value]) => value);
      for (const id of own) ids.add(id);
      for (const oldest of ids.size > limit ? ids : []) {
        ids.delete(oldest);
        if (ids.size <= limit) break;
      }
      if (own.length > 0) return;
      const starts = unnamed.get(keyOf(call)) ?? [];
      unnamed.set(keyOf(call), starts);
      if (starts.push(startedAt) > limit) starts.shift();
    },
    takes(call, { call: told, attempts }) {
      const own = attempts.flatMap(({ requestIds }) => requestIds);
      if (own.length > 0) return own.some((id) => ids.has(id));
      const facts = told ?? attempts.at(-1);
      const starts = unnamed.get(keyOf(call)) ?? [];
      if (facts === undefined) return false;
      const [from, to] = [facts.at - TOLERANCE_MS, facts.at + facts.latency + TOLERANCE_MS];
      const index = starts.findIndex((start) => start >= from && start <= to);
      return index >= 0 && starts.splice(index, 1).length > 0;
    },
  };
}
