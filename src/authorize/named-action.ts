/** The default: the operation is authorised as the action of the same name. */
import type { ActionModel } from "../data/authorization-index.ts";
import type { CallQuestion } from "./call-question.ts";
import { defaultResources } from "./default-resources.ts";
import { permissionsOn } from "./permission.ts";
import type { RequiredPermission } from "./required-permission.ts";

export function namedPermissions(question: CallQuestion, action: ActionModel): readonly RequiredPermission[] {
  const { view, model, servicePrefix, rules, authorization } = question;
  if (model === undefined) return [];
  const resources = defaultResources({ action, model, view, ...(rules === undefined ? {} : { rules }) });
  return permissionsOn(
    {
      action: `${servicePrefix}:${action.name}`,
      because: "the operation is authorized as the action of the same name",
      verified: true,
    },
    resources,
    authorization,
  );
}
