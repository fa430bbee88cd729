/** Condition blocks of required permissions: canonical form, which of two restricts less, and requests that satisfy one. */
import type { ConditionBlock } from "../iam/condition.ts";
import type { RequestContext } from "../iam/policy-variables.ts";
import { covers, parsePattern } from "../iam/wildcard.ts";
import { compareText, sortedTexts } from "./order.ts";

/** Positive operators without qualifier: their values are ORed, so that more values restrict less. */
const ALTERNATIVES = new Set(["StringEquals", "StringLike", "ArnEquals", "ArnLike"]);
const PATTERNS = new Set(["StringLike", "ArnEquals", "ArnLike"]);

/** Adding a value to such an operator allows the requests of that value besides, and nothing else. */
export function takesAlternatives(operator: string): boolean {
  return ALTERNATIVES.has(operator);
}

/** Operators, keys and values sorted; keys without values and operators without keys left out. */
export function canonicalConditions(conditions: ConditionBlock): ConditionBlock {
  const operators = Object.entries(conditions).sort(([a], [b]) => compareText(a, b));
  return Object.fromEntries(
    operators
      .map(([operator, keys]) => [operator, canonicalKeys(keys)] as const)
      .filter(([, keys]) => Object.keys(keys).length > 0),
  );
}

function canonicalKeys(keys: Readonly<Record<string, readonly string[]>>): Record<string, readonly string[]> {
  const entries = Object.entries(keys).map(([key, values]) => [key, sortedTexts(values)] as const);
  return Object.fromEntries(entries.filter(([, values]) => values.length > 0).sort(([a], [b]) => compareText(a, b)));
}

/** Equal for equal canonical blocks; empty for no condition. */
export function conditionKey(canonical: ConditionBlock): string {
  return Object.keys(canonical).length === 0 ? "" : JSON.stringify(canonical);
}

/** A block with more combinations of values stays whole. */
const MOST_COMBINATIONS = 64;

/** The same taken apart: one block for each combination of alternative values. Any request satisfies one of them, or none. */
export function singleAlternatives(conditions: ConditionBlock): readonly ConditionBlock[] {
  const fields = Object.entries(conditions).flatMap(([operator, keys]) =>
    Object.entries(keys)
      .filter(([, values]) => takesAlternatives(operator) && values.length > 1)
      .map(([key, values]) => ({ operator, key, values })),
  );
  const combinations = fields.reduce((product, { values }) => product * values.length, 1);
  if (combinations > MOST_COMBINATIONS) return [conditions];
  return fields.reduce<readonly ConditionBlock[]>(
    (blocks, { operator, key, values }) =>
      blocks.flatMap((block) =>
        values.map((value) => ({ ...block, [operator]: { ...block[operator], [key]: [value] } })),
      ),
    [conditions],
  );
}

/** Every request that satisfies `narrow` surely satisfies `wide`. Judged by form: false where it is not plain. */
export function isImpliedBy(wide: ConditionBlock, narrow: ConditionBlock): boolean {
  return Object.entries(wide).every(([operator, keys]) =>
    Object.entries(keys).every(([key, values]) => {
      const given = narrowerValues(narrow, operator, key);
      if (given === undefined) return false;
      if (!takesAlternatives(operator)) return sameTexts(values, given);
      return given.every((value) => values.some((other) => other === value || isPatternOver(operator, other, value)));
    }),
  );
}

/** Values of the same operator; exact strings count as patterns that match themselves. */
function narrowerValues(narrow: ConditionBlock, operator: string, key: string): readonly string[] | undefined {
  const exact = operator === "StringLike" ? narrow["StringEquals"]?.[key]?.map(asLiteralPattern) : undefined;
  return narrow[operator]?.[key] ?? exact;
}

/** In `StringEquals` a star is a star already. */
const asLiteralPattern = (value: string): string => requestValue(value).replace(/[*?$]/g, "${$&}");

const sameTexts = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((text) => other.includes(text));

function isPatternOver(operator: string, wide: string, narrow: string): boolean {
  return PATTERNS.has(operator) && covers(parsePattern(wide), parsePattern(narrow));
}

const UNCONDITIONAL: readonly RequestContext[] = [{}];

const SET_OPERATOR = /^ForAllValues:/i;

/** The value that a request would hold: escapes undone; a wildcard stays, as a character that the pattern covers. */
const requestValue = (value: string): string => value.replace(/\$\{([*?$])\}/g, "$1");

/**
 * Requests as the observed one, as far as conditions go: one for each alternative value of a key. Negated operators and
 * `Null` need no entry: the former hold for absent keys, the latter stands beside an operator that gives the key.
 */
export function satisfyingContexts(conditions: ConditionBlock): readonly RequestContext[] {
  if (Object.keys(conditions).length === 0) return UNCONDITIONAL;
  const given = Object.entries(conditions)
    .filter(([operator]) => operator !== "Null" && !/Not/.test(operator))
    .flatMap(([operator, keys]) => Object.entries(keys).map(([key, values]) => ({ operator, key, values })));
  const alternatives = given.map(({ operator, values }) => (SET_OPERATOR.test(operator) ? 1 : values.length));
  return Array.from({ length: Math.max(1, ...alternatives) }, (_, index) => {
    const entries = given.map(({ operator, key, values }): [string, readonly string[]] => {
      const plain = values.map(requestValue);
      return [key, SET_OPERATOR.test(operator) ? plain : plain.slice(Math.min(index, plain.length - 1)).slice(0, 1)];
    });
    return Object.fromEntries(entries);
  });
}
