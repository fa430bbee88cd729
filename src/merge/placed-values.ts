/**
 * Condition values of which a file fills in a part (`s3.${AWS::Region}.amazonaws.com`) are read as patterns, and observed
 * values as they were. For comparing, an observed value takes the form that the file has for it.
 */
import type { Statement, StringOrList } from "../iam/policy-document.ts";
import { matchesPattern } from "../iam/wildcard.ts";
import type { FoundStatement } from "./policy-file.ts";

/** The needed statements in the words of the file. */
export function inWordsOf(found: readonly FoundStatement[], needed: readonly Statement[]): readonly Statement[] {
  const placed = found.flatMap((one) => one.placed ?? []);
  if (placed.length === 0) return needed;
  const worded = (operator: string, key: string, value: string): string =>
    placed.find(
      (one) =>
        one.operator === operator && one.key.toLowerCase() === key.toLowerCase() && matchesPattern(one.value, value),
    )?.value ?? value;
  return needed.map((statement) => {
    if (statement.Condition === undefined) return statement;
    const operators = Object.entries(statement.Condition).map(([operator, keys]) => {
      const entries = Object.entries(keys).map(([key, values]): [string, StringOrList] => [
        key,
        typeof values === "string"
          ? worded(operator, key, values)
          : values.map((value) => worded(operator, key, value)),
      ]);
      return [operator, Object.fromEntries(entries)] as const;
    });
    return { ...statement, Condition: Object.fromEntries(operators) };
  });
}
