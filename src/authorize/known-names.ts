/**
 * Names whose path the request does not tell, and the whole ARNs that other calls of the recording do: those that the run
 * has made, those that an answer has shown, and those that a request which AWS has accepted spelled out.
 */
import type { ApiCall, Learned } from "../decode/api-call.ts";
import { parseArn } from "../iam/arn.ts";
import { inputArns } from "./input-arns.ts";
import { mergePermissions } from "./permission.ts";
import type { RequiredPermission } from "./required-permission.ts";

/** Permissions with the paths that are known. */
export type TellPaths = (permissions: readonly RequiredPermission[]) => readonly RequiredPermission[];

/** `arn:…:role` and `web`, which stands below any path. */
const BELOW_ANY_PATH = /^(.+)\/\*\/([^/*?]+)$/;

const isPathUnknown = ({ widened }: RequiredPermission): boolean => widened?.reason.endsWith("path-unknown") === true;

export function collectNames(calls: readonly ApiCall[], learned: readonly Learned[]): TellPaths {
  let known: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  return (permissions) => {
    if (!permissions.some(isPathUnknown)) return permissions;
    known ??= byName([...learned.flatMap(arnsLearned), ...calls.flatMap(arnsAccepted)]);
    return withPaths(permissions, known);
  };
}

function arnsLearned(fact: Learned): readonly string[] {
  if (fact.kind === "created") return [fact.resource];
  return fact.kind === "role" ? [fact.role, fact.of] : [];
}

const arnsAccepted = (call: ApiCall): readonly string[] =>
  call.outcome.kind === "succeeded" ? inputArns(call).map(({ arn }) => arn) : [];

function byName(arns: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const arn of arns) {
    if (parseArn(arn) === undefined) continue;
    const name = arn.slice(arn.lastIndexOf("/") + 1);
    found.set(name, (found.get(name) ?? new Set()).add(arn));
  }
  return found;
}

function withPaths(
  permissions: readonly RequiredPermission[],
  known: ReadonlyMap<string, ReadonlySet<string>>,
): readonly RequiredPermission[] {
  const told = new Map<string, readonly string[]>();
  for (const resource of permissions.filter(isPathUnknown).flatMap(({ resources }) => resources)) {
    const [, prefix = "", name = ""] = BELOW_ANY_PATH.exec(resource) ?? [];
    const arns = [...(known.get(name) ?? [])].filter((arn) => arn.startsWith(`${prefix}/`));
    if (arns.length > 0) told.set(resource, arns).set(`${prefix}/${name}`, arns);
  }
  return mergePermissions(permissions.flatMap((permission) => withToldPaths(permission, told)));
}

/** What is told, and what stays as it was; the name without a path is meant only where the same name was open. */
function withToldPaths(
  permission: RequiredPermission,
  told: ReadonlyMap<string, readonly string[]>,
): readonly RequiredPermission[] {
  const open = permission.resources.filter((resource) => !told.has(resource));
  const found = permission.resources.flatMap((resource) => told.get(resource) ?? []);
  const { widened: _, ...exact } = permission;
  return [
    ...(open.length === 0 ? [] : [{ ...permission, resources: open }]),
    ...(found.length === 0 ? [] : [{ ...exact, resources: found }]),
  ];
}
