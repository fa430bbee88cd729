/**
 * Condition operators as a table: how one value of the request is held against one value of the policy (IAM JSON policy
 * reference, "Condition operators"). A new operator is a new row; `evaluate-condition.ts` knows none by name but `Null`.
 */
import { isInRange } from "./ip-range.ts";
import { covers, literalPattern, parsePattern } from "./wildcard.ts";

export interface ConditionOperator {
  /** `policyValue` has its variables replaced already; `${*}` and its like are still escaped. */
  readonly test: (policyValue: string, requestValue: string) => boolean;
  /** Satisfied when no value matches, and when the key is absent. */
  readonly isNegated: boolean;
  /** Policy variables are replaced in its values. */
  readonly takesVariables: boolean;
}

/** The value without its escapes; `*` and `?` mean themselves. */
const unescaped = (value: string): string => value.replace(/\$\{([*?$])\}/g, "$1");

const stringEquals = (policy: string, request: string): boolean => unescaped(policy) === request;

const stringEqualsIgnoreCase = (policy: string, request: string): boolean =>
  unescaped(policy).toLowerCase() === request.toLowerCase();

const stringLike = (policy: string, request: string): boolean => covers(parsePattern(policy), literalPattern(request));

/** First five colons part six fields; each is matched alone, so that `*` stays inside its field. */
function arnLike(policy: string, request: string): boolean {
  const wanted = arnFields(policy);
  const given = arnFields(request);
  return (
    wanted.length === 6 &&
    given.length === 6 &&
    wanted.every((field, index) => covers(parsePattern(field), literalPattern(given[index] ?? "")))
  );
}

function arnFields(text: string): string[] {
  const fields = text.split(":");
  return fields.length <= 6 ? fields : [...fields.slice(0, 5), fields.slice(5).join(":")];
}

const TRUTH = /^(?:true|false)$/i;

const bool = (policy: string, request: string): boolean =>
  TRUTH.test(request) && policy.toLowerCase() === request.toLowerCase();

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Byte for byte in base64, which writes the same bytes in one way only. */
const binaryEquals = (policy: string, request: string): boolean => BASE64.test(policy) && policy === request;

const ipAddress = (policy: string, request: string): boolean => isInRange(request, policy);

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

function numeric(compare: (request: number, policy: number) => boolean) {
  return (policy: string, request: string): boolean =>
    DECIMAL.test(policy) && DECIMAL.test(request) && compare(Number(request), Number(policy));
}

/** W3C's profile of ISO 8601, which AWS names: a time of day comes with its zone. */
const ISO_DATE = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?)?)?$/;

/** Four digits are a year, any other number epoch seconds. In milliseconds; NaN compares false with everything. */
function instant(text: string): number {
  if (ISO_DATE.test(text)) return Date.parse(text);
  return DECIMAL.test(text) ? Number(text) * 1000 : Number.NaN;
}

function date(compare: (request: number, policy: number) => boolean) {
  return (policy: string, request: string): boolean => compare(instant(request), instant(policy));
}

const equal = (request: number, policy: number): boolean => request === policy;
const less = (request: number, policy: number): boolean => request < policy;
const lessOrEqual = (request: number, policy: number): boolean => request <= policy;
const greater = (request: number, policy: number): boolean => request > policy;
const greaterOrEqual = (request: number, policy: number): boolean => request >= policy;

const numericEquals = numeric(equal);
const dateEquals = date(equal);

type Test = ConditionOperator["test"];
const text = (test: Test): ConditionOperator => ({ test, isNegated: false, takesVariables: true });
const notText = (test: Test): ConditionOperator => ({ test, isNegated: true, takesVariables: true });
const value = (test: Test): ConditionOperator => ({ test, isNegated: false, takesVariables: false });
const notValue = (test: Test): ConditionOperator => ({ test, isNegated: true, takesVariables: false });

const OPERATORS: ReadonlyMap<string, ConditionOperator> = new Map([
  ["stringequals", text(stringEquals)],
  ["stringnotequals", notText(stringEquals)],
  ["stringequalsignorecase", text(stringEqualsIgnoreCase)],
  ["stringnotequalsignorecase", notText(stringEqualsIgnoreCase)],
  ["stringlike", text(stringLike)],
  ["stringnotlike", notText(stringLike)],
  ["arnequals", text(arnLike)],
  ["arnlike", text(arnLike)],
  ["arnnotequals", notText(arnLike)],
  ["arnnotlike", notText(arnLike)],
  ["bool", text(bool)],
  ["numericequals", value(numericEquals)],
  ["numericnotequals", notValue(numericEquals)],
  ["numericlessthan", value(numeric(less))],
  ["numericlessthanequals", value(numeric(lessOrEqual))],
  ["numericgreaterthan", value(numeric(greater))],
  ["numericgreaterthanequals", value(numeric(greaterOrEqual))],
  ["dateequals", value(dateEquals)],
  ["datenotequals", notValue(dateEquals)],
  ["datelessthan", value(date(less))],
  ["datelessthanequals", value(date(lessOrEqual))],
  ["dategreaterthan", value(date(greater))],
  ["dategreaterthanequals", value(date(greaterOrEqual))],
  ["binaryequals", value(binaryEquals)],
  ["ipaddress", value(ipAddress)],
  ["notipaddress", notValue(ipAddress)],
]);

/** By bare name, without `IfExists` and set qualifier; undefined where the evaluator does not know it. */
export function conditionOperator(name: string): ConditionOperator | undefined {
  return OPERATORS.get(name.toLowerCase());
}
