/** What a reviewer should know of a call beside its permissions: that AWS asks for none, or that the operation is deprecated. */
import type { ApiCall } from "../decode/api-call.ts";
import { type AuthorizerContext, explainNoPermission } from "./authorizer.ts";

export interface Remark {
  readonly code: "deprecated-operation" | "needs-no-permission";
  /** One line, lower case; the same for all calls of an operation. */
  readonly message: string;
}

export function remarksOn(context: AuthorizerContext, call: ApiCall): readonly Remark[] {
  const name = `\`${call.sdkId} ${call.operation}\``;
  const reason = explainNoPermission(context, call);
  const entry = context.apis.withSdkId(call.sdkId);
  const operation = entry === undefined ? undefined : context.apis.load(entry.client).operations.get(call.operation);
  return [
    ...(operation?.deprecated === true
      ? [{ code: "deprecated-operation" as const, message: `AWS has deprecated ${name}` }]
      : []),
    ...(reason === undefined
      ? []
      : [{ code: "needs-no-permission" as const, message: `${name} needs no permission: ${reason}` }]),
  ];
}
