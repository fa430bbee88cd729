/** A recording is explained as a whole: what one call reveals about a resource counts for all others, whatever their order. */
import type { ApiCall } from "../decode/api-call.ts";
import type { Authorize } from "./authorizer.ts";
import { collectKeys } from "./known-keys.ts";
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

/** Permissions of every call, in the order of the calls. */
export function authorizeCalls<Call>(
  authorize: Authorize,
  calls: readonly PlacedCall<Call>[],
): readonly CallWithPermissions<Call>[] {
  const first = calls.map(({ call, placed }) => ({ call, placed, permissions: authorize(placed) }));
  const alone = first.map(({ placed, permissions }) => ({ call: placed, permissions }));
  const keys = collectKeys(alone);
  const tell = collectToldResources(alone);
  return first.map(({ call, placed, permissions }) => ({
    call,
    placed,
    permissions: tell({ call: placed, permissions: keys.isEmpty ? permissions : authorize(placed, keys) }),
  }));
}
