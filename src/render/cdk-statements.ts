/** A policy document as the properties of CDK's `PolicyStatement`, which TypeScript and Python name alike but for their case. */
import type { StatementTemplate } from "./policy-template.ts";
import { conditionTree, Expression, type TextOf, type Tree } from "./tree.ts";

/** Name and value; names in camel case. */
export function statementProperties(
  statement: StatementTemplate,
  textOf: TextOf,
): readonly (readonly [string, Tree])[] {
  const { sid, effect, actions, notActions, resources, notResources, conditions } = statement;
  const properties: readonly (readonly [string, Tree | undefined])[] = [
    ["sid", sid],
    ["effect", new Expression(`iam.Effect.${effect.toUpperCase()}`)],
    ["actions", orNothing(actions)],
    ["notActions", orNothing(notActions)],
    ["resources", orNothing(resources.map(textOf))],
    ["notResources", orNothing(notResources.map(textOf))],
    ["conditions", conditions.length === 0 ? undefined : conditionTree(conditions, textOf)],
  ];
  return properties.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}

/** Pseudo parameters as the constants of `Aws`. */
export const AWS_CONSTANTS = {
  account: "Aws.ACCOUNT_ID",
  partition: "Aws.PARTITION",
  region: "Aws.REGION",
} as const;

/** Of a template's resource or its attribute; `getAtt` and `toText` as the language names these methods. */
export function cdkReference(expression: string, getAtt: string, toText: string): string {
  const [id, attribute] = expression.split(".").map((part) => JSON.stringify(part));
  return attribute === undefined ? `Fn.ref(${id})` : `Fn.${getAtt}(${id}, ${attribute}).${toText}()`;
}

const orNothing = (list: readonly Tree[]): Tree | undefined => (list.length === 0 ? undefined : list);
