/**
 * One line of a recording, version 1, into values: the inverse of `recording-line.ts`. The file may have been edited,
 * cut or written by another program, so every field is checked; a line that does not fit is `undefined`, never a guess.
 */
import type {
  ApiCall,
  Denial,
  JsonObject,
  JsonValue,
  Learned,
  Outcome,
  Undecoded,
  UndecodedReason,
} from "../decode/api-call.ts";
import type { RecordedNotice, RecordedTunnel, RunHeader } from "./recording.ts";

/** Closed unions of `decode/` as they stand in a file; the compiler holds each table complete. */
type Names<Name extends string> = { readonly [name in Name]: true };

const OUTCOME_KINDS: Names<Outcome["kind"]> = { succeeded: true, denied: true, failed: true, none: true };

const POLICY_TYPES: Names<NonNullable<Denial["policyType"]>> = {
  "identity-based": true,
  "resource-based": true,
  "permissions-boundary": true,
  session: true,
  "service-control": true,
  "resource-control": true,
  "vpc-endpoint": true,
  "role-trust": true,
};

const SOURCES: Names<ApiCall["source"]> = { proxy: true, csm: true };

const PROTOCOLS: Names<ApiCall["protocol"]> = {
  json: true,
  query: true,
  ec2: true,
  "rest-json": true,
  "rest-xml": true,
  "rpc-v2-cbor": true,
};

const AUTHS: Names<ApiCall["auth"]> = {
  sigv4: true,
  "sigv4-query": true,
  sigv4a: true,
  "sigv4a-query": true,
  sigv2: true,
  "sigv2-query": true,
  bearer: true,
  none: true,
};

const REASONS: Names<UndecodedReason> = {
  unsigned: true,
  "unknown-endpoint": true,
  "unknown-operation": true,
  "ambiguous-operation": true,
  "body-unreadable": true,
  "malformed-request": true,
  internal: true,
};

/** The JSON object that a line holds, if it holds one. */
export function parseFields(line: string): JsonObject | undefined {
  try {
    const value: JsonValue = JSON.parse(line);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A `run` line of version 1. */
export function parseHeader(fields: JsonObject): RunHeader | undefined {
  const startedAt = text(fields, "startedAt");
  const program = text(fields, "program");
  const version = text(fields, "version");
  if (startedAt === undefined || program === undefined || version === undefined) return undefined;
  const data = fields["data"];
  const sources = data !== undefined && isObject(data) ? data : {};
  const api = text(sources, "api") ?? "";
  return {
    iamgen: 1,
    type: "run",
    startedAt,
    program,
    version,
    data: { api, authorization: text(sources, "authorization") ?? "" },
  };
}

/** A `call` line without its number. */
export function parseCall(fields: JsonObject): ApiCall | undefined {
  const outcome = parseOutcome(fields);
  const protocol = named(PROTOCOLS, fields["protocol"]);
  const auth = named(AUTHS, fields["auth"]);
  const source = named(SOURCES, fields["source"]);
  const names = texts(fields, ["sdkId", "operation", "signingName", "partition", "region", "identity", "hostname"]);
  const input = fields["input"];
  const members = fields["members"];
  if (!outcome || !protocol || !auth || !source || !names) return undefined;
  if (input === undefined || !isObject(input) || !Array.isArray(members)) return undefined;
  const account = text(fields, "account");
  return {
    kind: "call",
    ...names,
    protocol,
    auth,
    source,
    input,
    members: members.filter((name) => typeof name === "string"),
    outcome,
    ...(account === undefined ? {} : { account }),
    ...(fields["inputTruncated"] === true ? { inputTruncated: true } : {}),
  };
}

/** The `outcome` of a `call` or `outcome` line. */
export function parseOutcome(fields: JsonObject): Outcome | undefined {
  const outcome = fields["outcome"];
  if (outcome === undefined || !isObject(outcome)) return undefined;
  const kind = named(OUTCOME_KINDS, outcome["kind"]);
  if (kind === undefined) return undefined;
  const httpStatus = whole(outcome, "httpStatus");
  const denial = parseDenial(outcome["denial"]);
  const keys = parseKeys(outcome["keys"]);
  return {
    kind,
    ...(httpStatus === undefined ? {} : { httpStatus }),
    ...optional(outcome, ["errorCode"]),
    ...(denial === undefined ? {} : { denial }),
    ...(outcome["deniedBy"] === "iamgen" ? { deniedBy: "iamgen" } : {}),
    ...(keys === undefined ? {} : { keys }),
  };
}

/** Undefined where nothing in it is a name and a text. */
function parseKeys(value: JsonValue | undefined): Outcome["keys"] {
  if (value === undefined || !isObject(value)) return undefined;
  const entries = Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function parseDenial(value: JsonValue | undefined): Denial | undefined {
  if (value === undefined || !isObject(value)) return undefined;
  const action = text(value, "action");
  if (action === undefined || !/^[a-z0-9-]+:[A-Za-z0-9]+$/.test(action)) return undefined;
  const policyType = named(POLICY_TYPES, value["policyType"]);
  return {
    action,
    ...optional(value, ["resource", "principal"]),
    ...(policyType === undefined ? {} : { policyType }),
    ...(value["isExplicit"] === true ? { isExplicit: true } : {}),
  };
}

/** An `undecoded` line. */
export function parseUndecoded(fields: JsonObject): Undecoded | undefined {
  const reason = named(REASONS, fields["reason"]);
  const authority = text(fields, "authority");
  if (reason === undefined || authority === undefined) return undefined;
  return { kind: "undecoded", reason, authority, ...optional(fields, ["signingName", "method", "detail"]) };
}

/** A `tunnel` line. */
export function parseTunnel(fields: JsonObject): RecordedTunnel | undefined {
  return texts(fields, ["authority", "why"]);
}

/** A `notice` line. */
export function parseNotice(fields: JsonObject): RecordedNotice | undefined {
  const code = text(fields, "code");
  return code === undefined ? undefined : { code, ...optional(fields, ["authority", "detail"]) };
}

/** An `identity` or `learned` line. */
export function parseLearned(fields: JsonObject): Learned | undefined {
  switch (fields["type"] === "identity" ? "identity" : fields["kind"]) {
    case "identity":
      return tagged("identity", texts(fields, ["id", "account", "arn", "from"]));
    case "session":
      return session(fields);
    case "created":
      return tagged("created", texts(fields, ["resource", "by"]));
    case "role":
      return tagged("role", texts(fields, ["role", "of"]));
    default:
      return undefined;
  }
}

function session(fields: JsonObject): Learned | undefined {
  const ids = texts(fields, ["id", "of"]);
  return ids && { kind: "session", ...ids, ...optional(fields, ["account"]) };
}

/** A non-negative whole number. */
export function whole(fields: JsonObject, name: string): number | undefined {
  const value = fields[name];
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

function named<Name extends string>(names: Names<Name>, value: JsonValue | undefined): Name | undefined {
  return typeof value === "string" && isName(names, value) ? value : undefined;
}

const isName = <Name extends string>(names: Names<Name>, text: string): text is Name => Object.hasOwn(names, text);

function text(fields: JsonObject, name: string): string | undefined {
  const value = fields[name];
  return typeof value === "string" ? value : undefined;
}

/** All of these fields, or nothing. */
function texts<Name extends string>(fields: JsonObject, names: readonly Name[]): Record<Name, string> | undefined {
  const found = optional(fields, names);
  return hasAll(found, names) ? found : undefined;
}

/** Those of these fields that are there. */
function optional<Name extends string>(fields: JsonObject, names: readonly Name[]): Partial<Record<Name, string>> {
  const found: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = text(fields, name);
    if (value !== undefined) found[name] = value;
  }
  return found;
}

function hasAll<Name extends string>(
  found: Partial<Record<Name, string>>,
  names: readonly Name[],
): found is Record<Name, string> {
  return names.every((name) => name in found);
}

function tagged<Kind extends string, Rest extends object>(
  kind: Kind,
  rest: Rest | undefined,
): ({ readonly kind: Kind } & Rest) | undefined {
  return rest === undefined ? undefined : { kind, ...rest };
}

const isObject = (value: JsonValue): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
