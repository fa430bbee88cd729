/** Writes what IAM knows of one prefix; the inverse of `action-notation.ts`. Condition keys are pooled, most of them recur. */
import type { WrittenAuthorization, WrittenResourceType } from "../action-notation.ts";
import type { ActionModel, AuthorizationModel, ResourceTypeModel } from "../authorization-index.ts";

function poolOf({ actions, resourceTypes }: AuthorizationModel): readonly string[] {
  const keys = [...actions.values()].flatMap((action) => [
    ...action.conditionKeys,
    ...action.resourceTypes.flatMap(({ conditionKeys }) => conditionKeys),
  ]);
  return [...new Set([...keys, ...[...resourceTypes.values()].flatMap(({ conditionKeys }) => conditionKeys)])].sort();
}

/** The value of `generated/authorization/<prefix>.json`. */
export function writeAuthorization(model: AuthorizationModel): WrittenAuthorization {
  const pool = poolOf(model);
  const numbers = (keys: readonly string[]): string => keys.map((key) => pool.indexOf(key)).join(" ");
  const writeAction = ({ accessLevel, resourceTypes, conditionKeys, dependentActions }: ActionModel): string => {
    const types = resourceTypes.map((type) => {
      const keys = type.conditionKeys.length === 0 ? "" : `=${numbers(type.conditionKeys)}`;
      return `${type.name}${type.required ? "!" : ""}${keys}`;
    });
    return `${accessLevel}|${types.join(";")}|${numbers(conditionKeys)}|${dependentActions.join(" ")}`.replace(
      /\|+$/,
      "",
    );
  };
  const writeType = ({ arns, conditionKeys }: ResourceTypeModel): WrittenResourceType =>
    conditionKeys.length === 0 ? [arns] : [arns, numbers(conditionKeys)];
  return {
    conditionKeys: pool,
    resourceTypes: Object.fromEntries([...model.resourceTypes.values()].map((type) => [type.name, writeType(type)])),
    actions: Object.fromEntries([...model.actions.values()].map((action) => [action.name, writeAction(action)])),
  };
}
