/** Is a Condition element satisfied by a request? (IAM JSON policy reference, "Condition", "Conditions with multiple keys or values".) */
import { type ConditionOperator, conditionOperator } from "./condition-operators.ts";
import type { Statement } from "./policy-document.ts";
import { contextValues, hasVariables, type RequestContext, substituteVariables } from "./policy-variables.ts";
import { valuesOf } from "./statement.ts";

/** A condition operator that the evaluator does not know: no verdict is better than a wrong one. */
export class UnknownOperatorError extends Error {
  readonly operator: string;

  constructor(operator: string) {
    super(`unknown condition operator \`${operator}\``);
    this.operator = operator;
  }
}

export type CompiledCondition = (context: RequestContext) => boolean;

const NAME = /^(?:(ForAllValues|ForAnyValue):)?(.*?)(IfExists)?$/i;

interface Test {
  readonly operator: ConditionOperator;
  readonly key: string;
  readonly policyValues: readonly string[];
  readonly quantifier: string | undefined;
  readonly ifExists: boolean;
}

/**
 * Operators and keys are ANDed, values of one key ORed (NORed for negated operators).
 * @throws UnknownOperatorError at once, before any request is judged.
 */
export function compileCondition(condition: Statement["Condition"]): CompiledCondition {
  const tests = Object.entries(condition ?? {}).flatMap(([name, keys]) =>
    Object.entries(keys).map(([key, values]) => compileTest(name, key, valuesOf(values))),
  );
  return (context) => tests.every((test) => test(context));
}

function compileTest(name: string, key: string, policyValues: readonly string[]): CompiledCondition {
  const [, qualifier, bareName = "", ifExists] = NAME.exec(name) ?? [];
  if (bareName.toLowerCase() === "null" && qualifier === undefined && ifExists === undefined) {
    return (context) => policyValues.includes(String(contextValues(context, key).length === 0));
  }
  const operator = conditionOperator(bareName);
  if (operator === undefined) throw new UnknownOperatorError(name);
  const test = { operator, key, policyValues, quantifier: qualifier?.toLowerCase(), ifExists: ifExists !== undefined };
  return (context) => isSatisfied(test, context);
}

function isSatisfied(test: Test, context: RequestContext): boolean {
  const values = contextValues(context, test.key);
  const isAbsent = values.length === 0;
  if (isAbsent && test.ifExists) return true;
  if (test.quantifier === "forallvalues") return values.every((value) => satisfies(test, value, context));
  if (test.quantifier === "foranyvalue") return values.some((value) => satisfies(test, value, context));
  if (isAbsent) return test.operator.isNegated;
  // Several values under an operator made for one are not documented: a positive test needs one match, a negated one none.
  return test.operator.isNegated
    ? values.every((value) => satisfies(test, value, context))
    : values.some((value) => satisfies(test, value, context));
}

function satisfies(test: Test, requestValue: string, context: RequestContext): boolean {
  const isMatched = test.policyValues.some((policyValue) => {
    if (!test.operator.takesVariables || !hasVariables(policyValue)) {
      return test.operator.test(policyValue, requestValue);
    }
    const substituted = substituteVariables(policyValue, context);
    return substituted !== undefined && test.operator.test(substituted, requestValue);
  });
  return isMatched !== test.operator.isNegated;
}
