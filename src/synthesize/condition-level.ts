/**
 * How far conditions narrow a policy (`--conditions`). `safe` keeps those that an identical run meets whatever the place it
 * runs in; `tight` binds the policy to the region, the endpoint and the encryption of this run, and to what its requests
 * hold: tags, prefixes, encryption contexts, external ids.
 */
import type { ConditionBlock } from "../iam/condition.ts";
import { generatedText } from "./generated-text.ts";
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
  const { conditions, origin, observedConditions = {} } = permission;
  const namesRegion = /^arn:[^:]*:[^:]*:[^:*?]+:/.test(resource);
  return [
    conditions,
    lasting(observedConditions[resource] ?? {}),
    origin === "forward-access" ? {} : { Bool: { "aws:SecureTransport": ["true"] } },
    region === "" || namesRegion ? {} : { StringEquals: { "aws:RequestedRegion": [region] } },
  ].reduce(bothOf);
}

/** The keys of two blocks; where both name a key under the same operator, the first knows it better. */
function bothOf(one: ConditionBlock, other: ConditionBlock): ConditionBlock {
  const added = Object.entries(other).map(([operator, keys]) => [operator, { ...keys, ...one[operator] }]);
  return { ...one, ...Object.fromEntries(added) };
}

/** Without keys whose value looks like one of this run alone: the next run would be refused. */
function lasting(conditions: ConditionBlock): ConditionBlock {
  const keyed = Object.entries(conditions).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => ({ operator, key, values })),
  );
  const passing = new Set(
    keyed.filter(({ values }) => values.some((value) => generatedText(value) !== undefined)).map(({ key }) => key),
  );
  return keyed
    .filter(({ key }) => !passing.has(key))
    .map(({ operator, key, values }) => ({ [operator]: { [key]: values } }))
    .reduce<ConditionBlock>(bothOf, {});
}
