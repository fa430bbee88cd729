/** The default: the operation is authorised as the action of the same name. */
import type { ActionModel } from "../data/authorization-index.ts";
import type { CallQuestion } from "./call-question.ts";
import { defaultResources } from "./default-resources.ts";
import { permissionsOn } from "./permission.ts";
import type { RequiredPermission } from "./required-permission.ts";

/** Lists every action of every prefix, with its resource types. */
const SERVICE_AUTHORIZATION_REFERENCE =
  "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html";

export function namedPermissions(question: CallQuestion, action: ActionModel): readonly RequiredPermission[] {
  const { view, model, servicePrefix, rules, authorization } = question;
  if (model === undefined) return [];
  const resources = defaultResources({ action, model, view, ...(rules === undefined ? {} : { rules }) });
  return permissionsOn(
    {
      action: `${servicePrefix}:${action.name}`,
      because: "the operation is authorized as the action of the same name",
      see: SERVICE_AUTHORIZATION_REFERENCE,
      verified: true,
    },
    resources,
    authorization,
  );
}
