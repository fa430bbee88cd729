/**
 * One line of a recording, version 1, from values: the inverse of `parse-line.ts`. Fields are picked one by one, so
 * that nothing that merely hangs on an object can reach the disk.
 */
import type { ApiCall, JsonObject, JsonValue, Learned, Outcome, Undecoded } from "../decode/api-call.ts";
import type { RecordedNotice, RecordedTunnel, RunHeader } from "./recording.ts";

/** One HTTP attempt; written with `--timeline` only. */
export interface Attempt {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly status?: number | undefined;
  readonly invocationId?: string | undefined;
  readonly ms?: number;
}

/** Where call `call` was made. */
export interface Caller {
  readonly call: number;
  readonly at: string;
  readonly test?: string;
}

const line = (fields: object): string => `${JSON.stringify(fields)}\n`;
const time = (at: number): string => new Date(at).toISOString();

/** The first line of every recording. */
export function headerLine(header: Omit<RunHeader, "iamgen" | "type">): string {
  const { startedAt, program, version, data } = header;
  return line({
    iamgen: 1,
    type: "run",
    startedAt,
    program,
    version,
    data: { api: data.api, authorization: data.authorization },
  });
}

/**
 * What makes a call distinct, but for its outcome: every field that a rule may read, whatever the order in which the
 * request carried them. Two calls are equal exactly if these texts are.
 */
export function callText(call: ApiCall): string {
  return JSON.stringify({
    sdkId: call.sdkId,
    operation: call.operation,
    signingName: call.signingName,
    protocol: call.protocol,
    partition: call.partition,
    region: call.region,
    account: call.account,
    identity: call.identity,
    auth: call.auth,
    hostname: call.hostname,
    input: sorted(call.input),
    members: call.members,
    inputTruncated: call.inputTruncated,
    source: call.source,
  });
}

/** A distinct call, seen for the first time at `firstSeenAt` (milliseconds since the epoch); `text` is its `callText`. */
export function callLine(n: number, text: string, { outcome, firstSeenAt }: FirstSeen): string {
  const fields = `${text.slice(1, -1)},"outcome":${outcomeText(outcome)},"firstSeenAt":"${time(firstSeenAt)}"`;
  return `{"type":"call","n":${n},${fields}}\n`;
}

export interface FirstSeen {
  readonly outcome: Outcome;
  readonly firstSeenAt: number;
}

/** Replaces the outcome of call `n`. */
export function outcomeLine(n: number, outcome: Outcome): string {
  return `{"type":"outcome","n":${n},"outcome":${outcomeText(outcome)}}\n`;
}

/** How often call `n` was made so far; the highest count stands. */
export function countLine(n: number, count: number, lastSeenAt: number): string {
  return line({ type: "count", n, count, lastSeenAt: time(lastSeenAt) });
}

/** One attempt at call `n`. */
export function attemptLine(n: number, { at, status, invocationId, ms }: Attempt): string {
  return line({ type: "attempt", call: n, at: time(at), status, invocationId, ms });
}

/** A request that is no known call; a line with a higher `count` replaces an equal one. */
export function undecodedLine(what: Undecoded, count: number): string {
  const { reason, authority, signingName, method, detail } = what;
  return line({ type: "undecoded", reason, authority, signingName, method, detail, ...repeated(count) });
}

/** A connection that passed blind. */
export function tunnelLine({ authority, why }: RecordedTunnel, count: number): string {
  return line({ type: "tunnel", authority, why, ...repeated(count) });
}

/** Anything else that a reader of the policy should know. */
export function noticeLine({ code, authority, detail }: RecordedNotice, count: number): string {
  return line({ type: "notice", code, authority, detail, ...repeated(count) });
}

/** A fact that an answer revealed. */
export function learnedLine(fact: Learned): string {
  switch (fact.kind) {
    case "identity":
      return line({ type: "identity", id: fact.id, account: fact.account, arn: fact.arn, from: fact.from });
    case "session":
      return line({ type: "learned", kind: fact.kind, id: fact.id, of: fact.of, account: fact.account });
    case "created":
      return line({ type: "learned", kind: fact.kind, resource: fact.resource, by: fact.by });
    case "role":
      return line({ type: "learned", kind: fact.kind, role: fact.role, of: fact.of });
  }
}

/** A line of the project that made call `call`; `count` is that of its requests so far. */
export function callerLine({ call, at, test }: Caller, count: number): string {
  return line({ type: "caller", call, at, test, ...repeated(count) });
}

/** The last line of a run that ended by itself. */
export function endLine(exitCode: number, at: number): string {
  return line({ type: "end", exitCode, endedAt: time(at) });
}

/** True where two outcomes would be written alike. */
export function sameOutcome(one: Outcome, other: Outcome): boolean {
  if (one.kind !== other.kind || one.httpStatus !== other.httpStatus || one.errorCode !== other.errorCode) return false;
  return (one.denial === other.denial && one.keys === other.keys) || outcomeText(one) === outcomeText(other);
}

/** The outcome as it stands in a line. */
export function outcomeText({ kind, httpStatus, errorCode, denial, deniedBy, keys }: Outcome): string {
  const named = keys === undefined ? {} : { keys: sorted(keys) };
  if (denial === undefined) return JSON.stringify({ kind, httpStatus, errorCode, ...named });
  const { action, resource, principal, policyType, isExplicit } = denial;
  return JSON.stringify({
    kind,
    httpStatus,
    errorCode,
    denial: { action, resource, principal, policyType, isExplicit },
    deniedBy,
    ...named,
  });
}

const repeated = (count: number): { count?: number } => (count > 1 ? { count } : {});

function sorted(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(sorted);
  return isObject(value) ? Object.fromEntries(sortedEntries(value)) : value;
}

function sortedEntries(value: JsonObject): [string, JsonValue][] {
  return Object.keys(value)
    .sort()
    .map((name) => [name, sorted(value[name] ?? null)]);
}

const isObject = (value: JsonValue): value is JsonObject => typeof value === "object" && value !== null;
