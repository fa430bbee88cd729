/** What a reviewer should know of a call beside its permissions: that AWS asks for none, that it may need more, where it went. */
import type { ApiCall } from "../decode/api-call.ts";
import { isStandInAccount } from "../iam/stand-in-account.ts";
import { type AuthorizerContext, explainNoPermission } from "./authorizer.ts";
import { hintsOf } from "./call-hints.ts";
import { unknownKeyUses } from "./data-keys.ts";
import type { RequiredPermission } from "./required-permission.ts";
import { serviceLinkedRoleHints } from "./service-linked-role.ts";

export interface Remark {
  readonly code:
    | "csm-no-parameters"
    | "deprecated-operation"
    | "may-need-more"
    | "needs-no-permission"
    | "stand-in-account";
  /** One line, lower case; the same for all calls of an operation. */
  readonly message: string;
}

export interface AuthorizedCall {
  /** Account and region completed. */
  readonly call: ApiCall;
  readonly permissions: readonly RequiredPermission[];
}

/** In a fixed order; empty for an ordinary call. */
export function remarksOn(context: AuthorizerContext, authorized: AuthorizedCall): readonly Remark[] {
  const { call } = authorized;
  const name = `\`${call.sdkId} ${call.operation}\``;
  const reason = explainNoPermission(context, call);
  const entry = context.apis.withSdkId(call.sdkId);
  const operation = entry === undefined ? undefined : context.apis.load(entry.client).operations.get(call.operation);
  const hints = [...hintsOf(call), ...serviceLinkedRoleHints(authorized.permissions, context.authorization)];
  const remarks: Remark[] = hints.map(({ action, because }) => ({
    code: "may-need-more",
    message: `${name} may need ${action === undefined ? "more" : `\`${action}\``}: ${because}`,
  }));
  for (const { actions, because } of unknownKeyUses(call, authorized.permissions)) {
    remarks.push({ code: "may-need-more", message: `${name} may need ${quoted(actions)}: ${because}` });
  }
  if (operation?.deprecated === true) {
    remarks.unshift({ code: "deprecated-operation", message: `AWS has deprecated ${name}` });
  }
  if (reason !== undefined) {
    remarks.push({ code: "needs-no-permission", message: `${name} needs no permission: ${reason}` });
  }
  return [...monitoredRemark(name, authorized), ...remarks, ...standInRemark(name, authorized)];
}

const quoted = (actions: readonly string[]): string => actions.map((action) => `\`${action}\``).join(" and ");

/** What a request says beside its operation may ask for more actions: roles passed, tags, versions, keys. */
function monitoredRemark(name: string, { call, permissions }: AuthorizedCall): readonly Remark[] {
  if (call.source !== "csm" || permissions.length === 0) return [];
  const told =
    "client-side monitoring told it without parameters: resources are wide, and actions that those ask for missing";
  return [{ code: "csm-no-parameters", message: `${name}: ${told}` }];
}

function standInRemark(name: string, { call, permissions }: AuthorizedCall): readonly Remark[] {
  const code = "stand-in-account";
  if (call.account !== undefined && isStandInAccount(call.account) && permissions.length > 0) {
    return [{ code, message: `the account ${call.account} is a stand-in's: no policy for it fits a real one` }];
  }
  if (!permissions.some(({ isMovedFromStandIn }) => isMovedFromStandIn)) return [];
  return [{ code, message: `${name} names an account of a stand-in; the policy has the caller's own` }];
}
