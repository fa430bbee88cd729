/** Writes what IAM knows of one prefix; the inverse of `action-notation.ts`. Condition keys are pooled, most of them recur. */
import type { ActionModel, AuthorizationModel } from "../authorization-index.ts";

function poolOf({ actions, resourceTypes }: AuthorizationModel): readonly string[] {
  const keys = [...actions.values()].flatMap((action) => [
    ...action.conditionKeys,
    ...action.resourceTypes.flatMap(({ conditionKeys }) => conditionKeys),
  ]);
  return [...new Set([...keys, ...[...resourceTypes.values()].flatMap(({ conditionKeys }) => conditionKeys)])].sort();
}

/** The value of `generated/authorization/<prefix>.json`. */
export function writeAuthorization(model: AuthorizationModel): object {
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
  return {
    conditionKeys: pool,
    resourceTypes: Object.fromEntries(
      [...model.resourceTypes.values()].map(({ name, arns, conditionKeys }) => [
        name,
        conditionKeys.length === 0 ? [arns] : [arns, numbers(conditionKeys)],
      ]),
    ),
    actions: Object.fromEntries([...model.actions.values()].map((action) => [action.name, writeAction(action)])),
  };
}
