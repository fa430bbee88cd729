/**
 * Resources that a stand-in invented (a queue URL that moto answered) in the account of the caller, where that is known:
 * a stand-in's account is never preferred to a real one.
 */
import type { ConditionBlock } from "../iam/condition.ts";
import { inRealAccount, isStandInAccount } from "../iam/stand-in-account.ts";
import type { RequiredPermission } from "./required-permission.ts";

/** `account`: the caller's; where it is unknown or a stand-in's itself, everything stays. */
export function inCallersAccount(
  permissions: readonly RequiredPermission[],
  account: string | undefined,
): readonly RequiredPermission[] {
  if (account === undefined || isStandInAccount(account)) return permissions;
  return permissions.map((permission) => moved(permission, account));
}

function moved(permission: RequiredPermission, account: string): RequiredPermission {
  const values = Object.values(permission.conditions).flatMap((keys) => Object.values(keys).flat());
  if (![...permission.resources, ...values].some(isInStandIn)) return permission;
  return {
    ...permission,
    resources: permission.resources.map((resource) => inRealAccount(resource, account)),
    conditions: inAccount(permission.conditions, account),
    isMovedFromStandIn: true,
  };
}

const isInStandIn = (text: string): boolean => inRealAccount(text, "") !== text;

function inAccount(conditions: ConditionBlock, account: string): ConditionBlock {
  const inOperator = (keys: ConditionBlock[string]) =>
    Object.fromEntries(
      Object.entries(keys).map(([key, values]) => [key, values.map((value) => inRealAccount(value, account))]),
    );
  return Object.fromEntries(Object.entries(conditions).map(([operator, keys]) => [operator, inOperator(keys)]));
}
