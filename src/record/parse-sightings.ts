/** Times, attempts and call sites of a recording, version 1, into values: like `parse-line.ts`, never a guess. */
import type { JsonObject } from "../decode/api-call.ts";
import { whole } from "./parse-line.ts";
import type { CallSite, RecordedAttempt, RecordedCall } from "./recording.ts";

/** The times of a `call` or `count` line, ISO 8601. */
export function parseTimes(fields: JsonObject): Pick<RecordedCall, "firstSeenAt" | "lastSeenAt"> {
  const [firstSeenAt, lastSeenAt] = [instant(fields["firstSeenAt"]), instant(fields["lastSeenAt"])];
  return {
    ...(firstSeenAt === undefined ? {} : { firstSeenAt }),
    ...(lastSeenAt === undefined ? {} : { lastSeenAt }),
  };
}

/** An `attempt` line; `call` is the number of its call. */
export function parseAttempt(fields: JsonObject): RecordedAttempt | undefined {
  const call = whole(fields, "call");
  const at = instant(fields["at"]);
  if (call === undefined || at === undefined) return undefined;
  const [status, ms] = [whole(fields, "status"), whole(fields, "ms")];
  return { call, at, ...(status === undefined ? {} : { status }), ...(ms === undefined ? {} : { ms }) };
}

/** A `caller` line: the number of the call, the place, and its requests so far. */
export function parseCaller(fields: JsonObject): (CallSite & { readonly call: number }) | undefined {
  const call = whole(fields, "call");
  const { at, test } = fields;
  if (call === undefined || typeof at !== "string") return undefined;
  return { call, at, ...(typeof test === "string" ? { test } : {}), requests: whole(fields, "count") ?? 1 };
}

const instant = (value: JsonObject[string] | undefined): string | undefined =>
  typeof value === "string" && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? value : undefined;
