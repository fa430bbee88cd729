/** Whether a call may make a service-linked role: the reference lists that as a dependent action of the call's own. */
import type { AuthorizationIndex } from "../data/authorization-index.ts";
import { SERVICE_LINKED_ROLE } from "../services/service-linked-role.ts";
import type { CallHint } from "./call-hints.ts";
import type { RequiredPermission } from "./required-permission.ts";

/** Never part of a policy: once the role is there, nothing more is needed. None where a rule asks for the action. */
export function serviceLinkedRoleHints(
  permissions: readonly RequiredPermission[],
  authorization: AuthorizationIndex,
): readonly CallHint[] {
  const { action, because } = SERVICE_LINKED_ROLE;
  if (permissions.some((needed) => needed.action === action)) return [];
  const mayMakeOne = permissions.some((needed) => {
    const [prefix = "", name = ""] = needed.action.split(":");
    const model = needed.origin === "direct" ? authorization.load(prefix)?.actions.get(name.toLowerCase()) : undefined;
    return model?.dependentActions.includes(action) === true;
  });
  return mayMakeOne ? [{ code: "service-linked-role", action, because }] : [];
}
