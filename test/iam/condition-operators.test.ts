import { expect, test } from "vitest";
import { conditionOperator } from "../../src/iam/condition-operators.ts";

const ROLE = "arn:aws:iam::111122223333:role/app";

test.each([
  ["StringEquals", "a", "a", true],
  ["StringEquals", "a", "A", false],
  ["StringEquals", "a*", "ab", false],
  ["StringEquals", "a*", "a*", true],
  ["StringEquals", "a${*}", "a*", true],
  ["StringEqualsIgnoreCase", "Ab", "aB", true],
  ["StringEqualsIgnoreCase", "ab", "abc", false],
  ["StringLike", "a*", "a", true],
  ["StringLike", "a*", "A", false],
  ["StringLike", "a?c", "a/c", true],
  ["StringLike", "a:*", "a:b:c", true],
  ["StringLike", "a${?}", "ab", false],
  ["StringLike", "a${?}", "a?", true],
  ["ArnLike", ROLE, ROLE, true],
  ["ArnEquals", "arn:aws:iam::111122223333:role/*", ROLE, true],
  ["ArnLike", "arn:aws:iam::*:role/app", ROLE, true],
  ["ArnLike", "arn:aws:iam::*", ROLE, false],
  ["ArnLike", "arn:*:role/app", ROLE, false],
  ["ArnLike", "arn:aws:sqs:*:q", "arn:aws:sqs:eu-west-1:1:q", false],
  ["ArnLike", "arn:aws:logs:*:*:log-group:a*", "arn:aws:logs:us-east-1:1:log-group:a:log-stream:b", true],
  ["ArnLike", "*", ROLE, false],
  ["ArnEquals", ROLE, "app", false],
  ["Bool", "true", "true", true],
  ["Bool", "true", "True", true],
  ["Bool", "true", "false", false],
  ["NumericEquals", "10", "10.0", true],
  ["NumericEquals", "10", "ten", false],
  ["NumericEquals", "", "", false],
  ["NumericLessThan", "10", "9", true],
  ["NumericLessThan", "10", "10", false],
  ["NumericLessThanEquals", "10", "10", true],
  ["NumericGreaterThan", "10", "11", true],
  ["NumericGreaterThan", "10", "9", false],
  ["NumericGreaterThanEquals", "10", "1e1", true],
  ["DateEquals", "2026-01-01T00:00:00Z", "2026-01-01T01:00:00+01:00", true],
  ["DateEquals", "2026-01-01T00:00:00Z", "1767225600", true],
  ["DateLessThan", "2026-01-01T00:00:00Z", "2025-12-31T23:59:59Z", true],
  ["DateLessThanEquals", "2026-01-01T00:00:00Z", "2026-01-01T00:00:01Z", false],
  ["DateGreaterThan", "2026-01-01T00:00:00Z", "not a date", false],
  ["DateGreaterThanEquals", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z", true],
  ["BinaryEquals", "QmluYXJ5", "QmluYXJ5", true],
  ["stringlike", "a*", "ab", true],
])("%s %j takes %j: %s", (name, policyValue, requestValue, expected) => {
  expect(conditionOperator(name)?.test(policyValue, requestValue)).toBe(expected);
});

test.each([
  ["StringNotEquals", "StringEquals"],
  ["StringNotEqualsIgnoreCase", "StringEqualsIgnoreCase"],
  ["StringNotLike", "StringLike"],
  ["ArnNotEquals", "ArnEquals"],
  ["ArnNotLike", "ArnLike"],
  ["NumericNotEquals", "NumericEquals"],
  ["DateNotEquals", "DateEquals"],
])("%s is %s negated", (negated, positive) => {
  expect(conditionOperator(negated)?.isNegated).toBe(true);
  expect(conditionOperator(positive)?.isNegated).toBe(false);
  expect(conditionOperator(negated)?.test).toEqual(conditionOperator(positive)?.test ?? "missing");
});

test("an operator that is not in the table is undefined", () => {
  expect(conditionOperator("IpAddress")).toBeUndefined();
});
