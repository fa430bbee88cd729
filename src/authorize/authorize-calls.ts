/** A recording is explained as a whole: what one call reveals about a resource counts for all others, whatever their order. */
import type { ApiCall, Learned } from "../decode/api-call.ts";
import type { Authorize } from "./authorizer.ts";
import { collectRoles } from "./carried-roles.ts";
import { collectKeys } from "./known-keys.ts";
import { collectNames } from "./known-names.ts";
import type { RequiredPermission } from "./required-permission.ts";
import { collectToldResources } from "./told-resources.ts";

export interface PlacedCall<Call> {
  /** As recorded. */
  readonly call: Call;
  /** As authorization reads it: account and region completed. */
  readonly placed: ApiCall;
}

export interface CallWithPermissions<Call> extends PlacedCall<Call> {
  readonly permissions: readonly RequiredPermission[];
}

/** Permissions of every call, in the order of the calls. `learned`: what answers told beside the outcome of their calls. */
export function authorizeCalls<Call>(
  authorize: Authorize,
  calls: readonly PlacedCall<Call>[],
  learned: readonly Learned[] = [],
): readonly CallWithPermissions<Call>[] {
  const first = calls.map(({ call, placed }) => ({ call, placed, permissions: authorize(placed) }));
  const alone = first.map(({ placed, permissions }) => ({ call: placed, permissions }));
  const keys = collectKeys(alone);
  const tellResources = collectToldResources(alone);
  const tellPaths = collectNames(
    calls.map(({ placed }) => placed),
    learned,
  );
  const tellRoles = collectRoles(
    alone.map(({ call, permissions }) => ({ call, permissions: tellPaths(permissions) })),
    learned,
  );
  return first.map(({ call, placed, permissions }) => {
    const known = keys.isEmpty ? permissions : authorize(placed, keys);
    const told = tellPaths(tellResources({ call: placed, permissions: known }));
    return { call, placed, permissions: tellRoles({ call: placed, permissions: told }) };
  });
}
