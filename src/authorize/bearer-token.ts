/** Calls made with an API key: the caller needs to be allowed to use one, where the reference has an action for it. */
import { BEARER_TOKEN } from "../services/bearer-token.ts";
import type { CallQuestion } from "./call-question.ts";
import { permissionsOn } from "./permission.ts";
import type { RequiredPermission } from "./required-permission.ts";

export function bearerTokenPermissions(question: CallQuestion): readonly RequiredPermission[] {
  const { view, servicePrefix, model, authorization } = question;
  if (view.call.auth !== "bearer" || model?.actions.has(BEARER_TOKEN.actionName.toLowerCase()) !== true) return [];
  return permissionsOn(
    {
      action: `${servicePrefix}:${BEARER_TOKEN.actionName}`,
      because: BEARER_TOKEN.because,
      see: BEARER_TOKEN.see,
      origin: "dependent",
      verified: true,
    },
    [{ arn: "*" }],
    authorization,
  );
}
