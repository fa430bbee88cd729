/** Reads one datagram of client-side monitoring. Whatever it holds, nothing here throws. */
import type { CsmAttempt, CsmCall, CsmEvent, CsmFlaw } from "./csm-event.ts";

type Fields = Readonly<Record<string, unknown>>;

/** SDKs drop what is longer than 8 KiB; somewhat more is still read. */
const LONGEST = 16 * 1024;

const OPENING_BRACE = 0x7b;

/** Names that are shown to people: nothing else may hide in them. */
const NAME = /^[\w .()-]{1,120}$/;
const HOSTNAME = /^[a-z0-9]([a-z0-9._-]{0,252}[a-z0-9])?$/;
const ACCESS_KEY = /^\w{4,128}$/;
const REGION = /^[a-z0-9-]{1,40}$/;

/** The event, or why there is none. */
export function readCsmDatagram(bytes: Buffer): CsmEvent | CsmFlaw {
  // What does not even begin like an event was meant for somebody else; a cut event begins like a whole one.
  if (bytes[0] !== OPENING_BRACE) return "foreign";
  if (bytes.length > LONGEST) return "oversized";
  const fields = parsed(bytes);
  return (fields === undefined ? undefined : eventOf(fields)) ?? "malformed";
}

function parsed(bytes: Buffer): Fields | undefined {
  try {
    const value: unknown = JSON.parse(bytes.toString("utf8"));
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function eventOf(fields: Fields): CsmEvent | undefined {
  const service = matching(fields["Service"], NAME);
  const operation = matching(fields["Api"], NAME);
  if (service === undefined || operation === undefined) return undefined;
  const facts = {
    clientId: text(fields["ClientId"])?.slice(0, 255) ?? "",
    service,
    operation,
    region: matching(fields["Region"], REGION) ?? "",
    at: number(fields["Timestamp"]) ?? 0,
  };
  if (fields["Type"] === "ApiCall") return callOf(facts, fields);
  return fields["Type"] === "ApiCallAttempt" ? attemptOf(facts, fields) : undefined;
}

type Facts = Pick<CsmEvent, "clientId" | "service" | "operation" | "region" | "at">;

function callOf(facts: Facts, fields: Fields): CsmCall {
  return {
    kind: "call",
    ...facts,
    latency: number(fields["Latency"]) ?? 0,
    attempts: number(fields["AttemptCount"]) ?? 1,
    ...ending(fields, "Final"),
  };
}

function attemptOf(facts: Facts, fields: Fields): CsmAttempt {
  const accessKeyId = matching(fields["AccessKey"], ACCESS_KEY);
  return {
    kind: "attempt",
    ...facts,
    latency: number(fields["AttemptLatency"]) ?? 0,
    hostname: matching(text(fields["Fqdn"])?.toLowerCase().replace(/:\d+$/, ""), HOSTNAME) ?? "",
    ...(accessKeyId === undefined ? {} : { accessKeyId }),
    requestIds: [fields["XAmznRequestId"], fields["XAmzRequestId"]].flatMap((id) => text(id) ?? []),
    ...ending(fields, ""),
  };
}

/** How it ended; a call has the names of an attempt with `Final` in front. */
function ending(fields: Fields, prefix: "Final" | ""): Pick<CsmEvent, "status" | "errorCode" | "errorMessage"> {
  const status = number(fields[`${prefix}HttpStatusCode`]);
  const errorCode = matching(fields[`${prefix}AwsException`], NAME);
  const errorMessage = text(fields[`${prefix}AwsExceptionMessage`]);
  return {
    ...(status === undefined || status < 100 ? {} : { status }),
    ...(errorCode === undefined ? {} : { errorCode }),
    ...(errorMessage === undefined ? {} : { errorMessage }),
  };
}

const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

function matching(value: unknown, form: RegExp): string | undefined {
  const given = text(value);
  return given !== undefined && form.test(given) ? given : undefined;
}

/** A whole number that is not negative; SDKs of some languages write numbers as texts. */
function number(value: unknown): number | undefined {
  const given = typeof value === "string" && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof given === "number" && Number.isSafeInteger(given) && given >= 0 ? given : undefined;
}
