/**
 * Reads the one-line notation of an action in `generated/authorization/*.json`; `generate/write-authorization.ts` is its
 * inverse: `Write|bucket!=0 1;object|0 2|iam:PassRole` is access level, resource types (`!` required, `=` their condition
 * keys), condition keys, dependent actions. Condition keys are numbers of the file's pool.
 */
import type { ActionModel, ActionResourceType, ResourceTypeModel } from "./authorization-index.ts";

/** As in the generated file: ARN templates, then the numbers of the condition keys. */
export type WrittenResourceType = readonly [arns: readonly string[], conditionKeys?: string];

/** A file of `generated/authorization/`. */
export interface WrittenAuthorization {
  /** The pool. */
  readonly conditionKeys: readonly string[];
  readonly resourceTypes: Readonly<Record<string, WrittenResourceType>>;
  /** By name, as AWS spells it. */
  readonly actions: Readonly<Record<string, string>>;
}

function readKeys(numbers: string, pool: readonly string[]): readonly string[] {
  return numbers === "" ? [] : numbers.split(" ").flatMap((number) => pool[Number(number)] ?? []);
}

function readActionResourceType(text: string, pool: readonly string[]): ActionResourceType {
  const [type = "", numbers = ""] = text.split("=");
  const required = type.endsWith("!");
  return { name: required ? type.slice(0, -1) : type, required, conditionKeys: readKeys(numbers, pool) };
}

/** The action that a line of a generated file describes. */
export function readAction(name: string, line: string, pool: readonly string[]): ActionModel {
  const [level = "", types = "", keys = "", dependent = ""] = line.split("|");
  return {
    name,
    accessLevel: level as ActionModel["accessLevel"],
    resourceTypes: types === "" ? [] : types.split(";").map((type) => readActionResourceType(type, pool)),
    conditionKeys: readKeys(keys, pool),
    dependentActions: dependent === "" ? [] : dependent.split(" "),
  };
}

/** The resource type that an entry of a generated file describes. */
export function readResourceType(
  name: string,
  [arns, numbers = ""]: WrittenResourceType,
  pool: readonly string[],
): ResourceTypeModel {
  return { name, arns, conditionKeys: readKeys(numbers, pool) };
}
