/**
 * How far conditions narrow a policy (`--conditions`). `safe` keeps those that an identical run meets whatever the place it
 * runs in; `tight` binds the policy to the region and the encryption of this run as well.
 */
import type { ConditionBlock } from "../iam/condition.ts";
import type { ObservedPermission } from "./observed-permission.ts";

export type ConditionLevel = "none" | "safe" | "tight";

/** The same permissions under the conditions of that level. */
export function atLevel(observed: readonly ObservedPermission[], level: ConditionLevel): readonly ObservedPermission[] {
  if (level === "safe") return observed;
  return observed.flatMap((one) => (level === "none" ? [withConditions(one, {})] : tightened(one)));
}

const withConditions = (one: ObservedPermission, conditions: ConditionBlock): ObservedPermission => ({
  ...one,
  permission: { ...one.permission, conditions },
});

/** Each resource for itself, because an ARN that names a region needs no condition for it. */
function tightened(one: ObservedPermission): readonly ObservedPermission[] {
  return one.permission.resources.map((resource) => {
    const single = { ...one, permission: { ...one.permission, resources: [resource] } };
    return withConditions(single, tightConditions(one, resource));
  });
}

/**
 * Both keys are in every request that the program sends (IAM User Guide, "AWS global condition context keys"); of one that
 * a service sends on its behalf the network context may be withheld.
 */
function tightConditions({ permission, region = "" }: ObservedPermission, resource: string): ConditionBlock {
  const { conditions, origin } = permission;
  const namesRegion = /^arn:[^:]*:[^:]*:[^:*?]+:/.test(resource);
  const secured = { Bool: { ...conditions["Bool"], "aws:SecureTransport": ["true"] } };
  const inRegion = { StringEquals: { ...conditions["StringEquals"], "aws:RequestedRegion": [region] } };
  return {
    ...conditions,
    ...(origin === "forward-access" ? {} : secured),
    ...(region === "" || namesRegion ? {} : inRegion),
  };
}
