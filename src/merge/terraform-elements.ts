/** What `aws_iam_policy_document` calls the elements of a statement, and how it writes their conditions: its arguments, and those of modules. */
import type { ReadValue } from "./read-statement.ts";
import type { HclNode } from "./terraform-tree.ts";
import { type HclReading, readHclValue } from "./terraform-value.ts";

const ELEMENTS: ReadonlyMap<string, string> = new Map([
  ["sid", "Sid"],
  ["effect", "Effect"],
  ["actions", "Action"],
  ["not_actions", "NotAction"],
  ["resources", "Resource"],
  ["not_resources", "NotResource"],
  ["principals", "Principal"],
  ["not_principals", "NotPrincipal"],
]);

/** The element that an argument writes; undefined for an argument that writes none. */
export const elementOf = (argument: string): string | undefined => ELEMENTS.get(argument);

/** One condition as it is written: the expressions of its `test`, `variable` and `values`. */
export type WrittenCondition = (argument: "test" | "variable" | "values") => HclNode | undefined;

/** Conditions of one operator are one entry; a computed operator or key makes the statement computed. */
export function conditionValue(conditions: readonly WrittenCondition[], reading: HclReading): ReadValue {
  const operators = new Map<string, Map<string, ReadValue>>();
  for (const condition of conditions) {
    const [test, variable, values] = (["test", "variable", "values"] as const).map((argument) => {
      const expression = condition(argument);
      return expression && readHclValue(expression, reading);
    });
    const isPlain = test && variable && values && "text" in test && "text" in variable;
    if (!isPlain || test.isComputed || variable.isComputed) return { text: "*", isComputed: true };
    const keys = operators.get(test.text) ?? new Map<string, ReadValue>();
    operators.set(test.text, keys.set(variable.text, values));
  }
  return { entries: new Map([...operators].map(([operator, entries]) => [operator, { entries }])) };
}
