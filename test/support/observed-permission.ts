/** Observed permissions with defaults, so that a test names only what it is about. */
import type { RequiredPermission } from "../../src/authorize/required-permission.ts";
import type { ObservedPermission } from "../../src/synthesize/observed-permission.ts";

type Overrides = Partial<Omit<ObservedPermission, "permission">> & Partial<RequiredPermission>;

export function observed(
  action: string,
  resource: string | readonly string[],
  overrides: Overrides = {},
): ObservedPermission {
  const { call = 1, identity = "id-1", account, region, runs, outcome = "succeeded", ...permission } = overrides;
  return {
    call,
    identity,
    outcome,
    ...(account === undefined ? {} : { account }),
    ...(region === undefined ? {} : { region }),
    ...(runs === undefined ? {} : { runs }),
    permission: {
      action,
      resources: typeof resource === "string" ? [resource] : resource,
      conditions: {},
      origin: "direct",
      because: "the call needs it",
      verified: true,
      ...permission,
    },
  };
}
