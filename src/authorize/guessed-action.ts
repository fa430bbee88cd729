/** The last resort for operations that neither a rule nor the reference knows: their own name, marked as not verified. */
import type { ActionModel, AuthorizationModel } from "../data/authorization-index.ts";
import type { CallQuestion } from "./call-question.ts";
import { defaultResources } from "./default-resources.ts";
import { stemOf } from "./member-names.ts";
import { permissionsOn } from "./permission.ts";
import type { ResolvedResource } from "./policy-text.ts";
import type { RequiredPermission } from "./required-permission.ts";

export function guessedPermissions(question: CallQuestion): readonly RequiredPermission[] {
  const { view, servicePrefix, authorization } = question;
  return permissionsOn(
    {
      action: `${servicePrefix}:${view.call.operation}`,
      because: "no table lists this operation, so its own name is taken for the action",
      verified: false,
    },
    guessedResources(question),
    authorization,
  );
}

/** Resource types that the operation is named after are filled as usual; without one it is `*`. */
function guessedResources({ view, model, rules }: CallQuestion): readonly ResolvedResource[] {
  const action = model === undefined ? undefined : pretendedAction(view.call.operation, model);
  if (model === undefined || action === undefined || action.resourceTypes.length === 0) {
    return [{ arn: "*", widened: { reason: "action-unknown", detail: "no table tells its resource types" } }];
  }
  return defaultResources({ action, model, view, ...(rules === undefined ? {} : { rules }) });
}

function pretendedAction(operation: string, model: AuthorizationModel): ActionModel {
  const noun = stemOf(operation);
  const types = [...model.resourceTypes.keys()].filter((type) => stemOf(type) !== "" && noun.endsWith(stemOf(type)));
  const longest = Math.max(...types.map((type) => stemOf(type).length));
  const resourceTypes = types
    .filter((type) => stemOf(type).length === longest)
    .map((name) => ({ name, required: false, conditionKeys: [] }));
  return { name: operation, accessLevel: "Write", resourceTypes, conditionKeys: [], dependentActions: [] };
}
