/** Builds required permissions, and merges equal ones. */
import type { AuthorizationIndex } from "../data/authorization-index.ts";
import type { ResolvedResource } from "./policy-text.ts";
import type { RequiredPermission, Widening } from "./required-permission.ts";

type Draft = Pick<RequiredPermission, "action" | "because" | "verified"> &
  Partial<Pick<RequiredPermission, "conditions" | "origin" | "see">>;

/** One object for all: a long recording has many permissions. */
const UNCONDITIONAL: RequiredPermission["conditions"] = {};

/** One permission for the resources that are exact, and one for each reason why others are not. */
export function permissionsOn(
  draft: Draft,
  resources: readonly ResolvedResource[],
  authorization: AuthorizationIndex,
): readonly RequiredPermission[] {
  const byReason = new Map<string, { readonly widened?: Widening; readonly arns: Set<string> }>();
  const { name, accessLevel } = actionOf(draft.action, authorization);
  for (const { arn, widened } of resources) {
    const key = widened === undefined ? "" : `${widened.reason} ${widened.detail}`;
    const known = byReason.get(key) ?? { arns: new Set(), ...(widened === undefined ? {} : { widened }) };
    known.arns.add(arn);
    byReason.set(key, known);
  }
  return [...byReason.values()].map(({ arns, widened }) => ({
    conditions: UNCONDITIONAL,
    origin: "direct",
    ...draft,
    action: name,
    ...(accessLevel === undefined ? {} : { accessLevel }),
    resources: [...arns],
    ...(widened === undefined ? {} : { widened }),
  }));
}

/** The action in AWS's spelling. */
function actionOf(action: string, authorization: AuthorizationIndex): { name: string; accessLevel?: string } {
  const [prefix = "", name = ""] = action.split(":");
  const model = authorization.load(prefix)?.actions.get(name.toLowerCase());
  return model === undefined ? { name: action } : { name: `${prefix}:${model.name}`, accessLevel: model.accessLevel };
}

/** Joins permissions that differ in their resources only; the first one's place and reason stay. `*` makes other resources idle. */
export function mergePermissions(permissions: readonly RequiredPermission[]): readonly RequiredPermission[] {
  const merged = new Map<string, { readonly first: RequiredPermission; readonly resources: Set<string> }>();
  for (const permission of permissions) {
    const { action, conditions, origin, widened } = permission;
    const key = JSON.stringify([action, conditions, origin, widened]);
    const known = merged.get(key) ?? { first: permission, resources: new Set() };
    for (const resource of permission.resources) known.resources.add(resource);
    merged.set(key, known);
  }
  return [...merged.values()].map(({ first, resources }) => ({
    ...first,
    resources: resources.has("*") ? ["*"] : [...resources].sort(),
  }));
}
