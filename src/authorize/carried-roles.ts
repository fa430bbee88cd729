/**
 * Roles inside of what a request names (`services/role-carriers.ts`): exact where other calls of the recording, or their
 * answers, tell all of them; open where one is not told.
 */
import type { ApiCall, JsonValue, Learned } from "../decode/api-call.ts";
import { parseArn } from "../iam/arn.ts";
import { ROLE_CARRIERS, type RoleCarrier } from "../services/role-carriers.ts";
import type { AuthorizedCall } from "./known-keys.ts";
import type { RequiredPermission } from "./required-permission.ts";

/** The permissions of a call with the roles that are known; a role that is known not to be there is not passed. */
export type TellRoles = (authorized: AuthorizedCall) => readonly RequiredPermission[];

/** Roles by account, type and name of what carries them; `undefined`: some are not known. */
type Carried = Map<string, Set<string> | undefined>;

/** `calls`: with paths told. Reads the calls that fill carriers in their order, because one carrier may stand in another. */
export function collectRoles(calls: readonly AuthorizedCall[], learned: readonly Learned[]): TellRoles {
  const carried: Carried = new Map();
  for (const fact of learned) if (fact.kind === "role") put(carried, keyOfArn(fact.of), [fact.role]);
  for (const carrier of ROLE_CARRIERS) for (const authorized of calls) fill(carried, carrier, authorized);
  return (authorized) => tellRoles(authorized, carried);
}

const keyOf = (account: string, type: string, name: string): string => `${account} ${type} ${name}`;

const lastOf = (text: string): string => text.slice(text.lastIndexOf("/") + 1);

function keyOfArn(arn: string): string {
  const { account = "", resource = "" } = parseArn(arn) ?? {};
  return keyOf(account, resource.slice(0, resource.indexOf("/")), lastOf(arn));
}

function put(carried: Carried, key: string, roles: readonly string[] | undefined): void {
  const known = carried.has(key) ? carried.get(key) : new Set<string>();
  if (roles === undefined || known === undefined) carried.set(key, undefined);
  else carried.set(key, new Set([...known, ...roles.filter((role) => role !== "")]));
}

/** What the call passes is inside from now on. */
function fill(carried: Carried, carrier: RoleCarrier, authorized: AuthorizedCall): void {
  const { call } = authorized;
  const fills = carrier.filledBy.some(({ sdkId, operation }) => sdkId === call.sdkId && operation === call.operation);
  if (!fills || call.outcome.kind !== "succeeded") return;
  const passed = tellRoles(authorized, carried).filter(({ origin }) => origin === "pass-role");
  const isOpen = passed.some(({ widened }) => widened !== undefined);
  for (const key of keysNamed(call, carrier)) {
    put(carried, key, isOpen ? undefined : passed.flatMap(({ resources }) => resources));
  }
}

function tellRoles({ call, permissions }: AuthorizedCall, carried: Carried): readonly RequiredPermission[] {
  const carriers = ROLE_CARRIERS.filter(({ reason }) => permissions.some(({ widened }) => widened?.reason === reason));
  return carriers.reduce((told, carrier) => told.flatMap(exactly(carrier, call, carried)), permissions);
}

function exactly({ reason, type, ...carrier }: RoleCarrier, call: ApiCall, carried: Carried) {
  const keys = keysNamed(call, { reason, type, ...carrier });
  const found = keys.map((key) => carried.get(newest(key, carried)));
  const known = found.filter((roles) => roles !== undefined);
  const roles = [...new Set(known.flatMap((some) => [...some]))].sort();
  const isKnown = keys.length > 0 && known.length === keys.length;
  return (permission: RequiredPermission): readonly RequiredPermission[] => {
    if (!isKnown || permission.widened?.reason !== reason) return [permission];
    const { widened: _, ...exact } = permission;
    const because = `${permission.because}; other calls of the recording tell which`;
    return roles.length === 0 ? [] : [{ ...exact, resources: roles, because }];
  };
}

/** Of something that has revisions and is named without one, the latest is meant. */
function newest(key: string, carried: Carried): string {
  if (carried.has(key)) return key;
  const revisions = [...carried.keys()].filter((known) => known.startsWith(`${key}:`));
  const revision = (known: string): number => Number(known.slice(key.length + 1));
  return revisions.sort((a, b) => revision(b) - revision(a))[0] ?? key;
}

/** Everything of this type that the input names. */
function keysNamed({ input, account = "" }: ApiCall, { type, namedAt }: RoleCarrier): readonly string[] {
  const texts = textsWithPaths(input).filter(({ path }) => namedAt.test(path));
  return texts.map(({ text }) => keyOf(parseArn(text)?.account ?? account, type, lastOf(text)));
}

interface TextAt {
  /** Without marks of lists. */
  readonly path: string;
  readonly text: string;
}

/** Nothing that is named stands deeper; hostile input may nest without end. */
const MAX_DEPTH = 12;

function textsWithPaths(value: JsonValue, path = "", depth = 0): readonly TextAt[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (typeof value !== "object" || value === null || depth > MAX_DEPTH) return [];
  if (Array.isArray(value)) return value.flatMap((item: JsonValue) => textsWithPaths(item, path, depth + 1));
  return Object.entries(value).flatMap(([name, item]) =>
    textsWithPaths(item, path === "" ? name : `${path}.${name}`, depth + 1),
  );
}
