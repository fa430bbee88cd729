/**
 * What cannot be said where policy variables are spelled `&{aws:username}`, as in Terraform's `aws_iam_policy_document`: that
 * spelling has no escape, so that the `&{` of a name would begin a variable. `?` is the nearest that means what was seen.
 * See https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document.
 */
import type { ConditionBlock } from "./condition.ts";
import type { Statement } from "./policy-document.ts";
import { oneOrList, valuesOf } from "./statement.ts";

/** A pattern with `?` for each `&` that would begin a variable: one character wider each, and never narrower. */
export const sayablePattern = (pattern: string): string => pattern.replaceAll("&{", "?{");

/** The same conditions; values that cannot be said are matched by a pattern, so that their operator becomes one that takes it. */
export function sayableConditions(conditions: ConditionBlock): ConditionBlock {
  if (!JSON.stringify(conditions).includes("&{")) return conditions;
  const made: { [operator: string]: { [key: string]: readonly string[] } } = {};
  for (const [operator, keys] of Object.entries(conditions)) {
    for (const [key, values] of Object.entries(keys)) {
      const [word, texts] = values.some((value) => value.includes("&{"))
        ? patterns(operator, values)
        : [operator, values];
      made[word] = { ...made[word], [key]: texts };
    }
  }
  return made;
}

/** `StringEquals` takes `*` and `?` for themselves, `StringLike` does not; the operators of ARNs take patterns anyway. */
function patterns(operator: string, values: readonly string[]): readonly [operator: string, values: readonly string[]] {
  const like = operator.replace(/(?<=^|:)StringEquals(?=$|IfExists$)/, "StringLike");
  const escaped = like === operator ? values : values.map((value) => value.replace(/(?<!\$\{)[*?]/g, "${$&}"));
  return [like, [...new Set(escaped.map(sayablePattern))]];
}

/** Without a change where all can be said; else resources are sorted, as of several one may be left. */
export function sayableStatement(statement: Statement): Statement {
  if (!JSON.stringify(statement).includes("&{")) return statement;
  const { Resource, NotResource, Condition, ...rest } = statement;
  const resources = [...new Set(valuesOf(Resource).map(sayablePattern))].sort();
  const lists = Object.entries(Condition ?? {}).map(([operator, keys]) => [
    operator,
    Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, valuesOf(values)])),
  ]);
  const written = Object.entries(sayableConditions(Object.fromEntries(lists))).map(([operator, keys]) => [
    operator,
    Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, oneOrList(values)])),
  ]);
  return {
    ...rest,
    ...(Resource === undefined ? {} : { Resource: oneOrList(resources) }),
    ...(NotResource === undefined ? {} : { NotResource }),
    ...(Condition === undefined ? {} : { Condition: Object.fromEntries(written) }),
  };
}
