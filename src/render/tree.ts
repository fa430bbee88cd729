/**
 * Nested values as configuration files and programs hold them. A format first says what its file contains, then one writer
 * of its language puts that down; what is not plain text (a tag, a reference, an interpolation) is an expression.
 */
import type { ConditionTemplate, StatementTemplate } from "./policy-template.ts";
import type { Template } from "./template.ts";

/** Source of the output's own language, written as it stands. */
export class Expression {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

export type Tree = string | number | Expression | readonly Tree[] | { readonly [key: string]: Tree };

export type Scalar = string | number | Expression;

/** How a tool writes a text of a policy. */
export type TextOf = (template: Template) => Tree;

/** In IAM's own spelling, as `json` has it: single values bare, several as a list. */
export function documentTree(statements: readonly StatementTemplate[], textOf: TextOf): Tree {
  return { Version: "2012-10-17", Statement: statementTrees(statements, textOf) };
}

export function statementTrees(statements: readonly StatementTemplate[], textOf: TextOf): readonly Tree[] {
  const texts = (templates: readonly Template[]) => bare(templates.map(textOf));
  return statements.map(({ sid, effect, actions, notActions, resources, notResources, conditions }) => ({
    ...(sid === undefined ? {} : { Sid: sid }),
    Effect: effect,
    ...(actions.length === 0 ? {} : { Action: bare(actions) }),
    ...(notActions.length === 0 ? {} : { NotAction: bare(notActions) }),
    ...(resources.length === 0 ? {} : { Resource: texts(resources) }),
    ...(notResources.length === 0 ? {} : { NotResource: texts(notResources) }),
    ...(conditions.length === 0 ? {} : { Condition: conditionTree(conditions, textOf) }),
  }));
}

/** Operator -> key -> values. */
export function conditionTree(conditions: readonly ConditionTemplate[], textOf: TextOf): Tree {
  const operators = [...new Set(conditions.map(({ operator }) => operator))];
  return Object.fromEntries(
    operators.map((operator) => {
      const keys = conditions.filter((condition) => condition.operator === operator);
      return [operator, Object.fromEntries(keys.map(({ key, values }) => [key, bare(values.map(textOf))]))];
    }),
  );
}

export const isScalar = (tree: Tree): tree is Scalar => typeof tree !== "object" || tree instanceof Expression;

export const isList = (tree: Tree): tree is readonly Tree[] => Array.isArray(tree);

function bare(trees: readonly Tree[]): Tree {
  const [only] = trees;
  return trees.length === 1 && only !== undefined ? only : trees;
}
