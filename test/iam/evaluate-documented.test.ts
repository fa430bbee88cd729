/** What AWS's documentation says of each condition operator and of wildcards, row by row, through the whole evaluator. */
import { describe, expect, test } from "vitest";
import { evaluate } from "../../src/iam/evaluate.ts";
import type { Statement, StringOrList } from "../../src/iam/policy-document.ts";

const isAllowed = (
  statement: Partial<Statement>,
  request: { action?: string; resource?: string; context?: Record<string, string[]> },
) =>
  evaluate([{ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*", ...statement }] }], {
    action: "s3:GetObject",
    resource: "arn:aws:s3:::b/k",
    context: {},
    ...request,
  }) === "allowed";

const holds = (operator: string, wanted: StringOrList, given?: string[]) =>
  isAllowed(
    { Condition: { [operator]: { "x:Key": wanted } } },
    { context: given === undefined ? {} : { "x:Key": given } },
  );

const ROLE = "arn:aws:iam::111122223333:role/dev/a";

/** Operator, value in the policy, a value that matches it, one that does not. Of a negated one, what it negates. */
const OPERATORS: readonly (readonly [
  name: string,
  policy: string,
  match: string,
  other: string,
  isNegated?: boolean,
])[] = [
  ["StringEquals", "queenscookie", "queenscookie", "QueensCookie"],
  ["StringNotEquals", "queenscookie", "queenscookie", "QueensCookie", true],
  ["StringEqualsIgnoreCase", "QueensCookie", "queenscookie", "queens"],
  ["StringNotEqualsIgnoreCase", "QueensCookie", "queenscookie", "queens", true],
  ["StringLike", "home/${*}/*", "home/*/a/b", "home/x/a"],
  ["StringLike", "us-????-1", "us-east-1", "us-northeast-1"],
  ["StringNotLike", "*/a", "x/a", "x/b", true],
  ["NumericEquals", "10", "10.0", "11"],
  ["NumericNotEquals", "10", "10", "11", true],
  ["NumericLessThan", "10", "9.5", "10"],
  ["NumericLessThanEquals", "10", "10", "10.5"],
  ["NumericGreaterThan", "10", "11", "10"],
  ["NumericGreaterThanEquals", "-1", "-1", "-2"],
  ["DateEquals", "2020-04-01T00:00:00Z", "1585699200", "2020-04-01T00:00:01Z"],
  ["DateNotEquals", "2020-04-01T00:00:00Z", "2020-04-01T02:00:00+02:00", "2020-04-02T00:00:00Z", true],
  ["DateLessThan", "2020-06-30T23:59:59Z", "2020-06-30T23:59:58Z", "2020-06-30T23:59:59Z"],
  ["DateLessThanEquals", "2020-06-30T23:59:59Z", "2020-06-30T23:59:59Z", "2020-07-01T00:00:00Z"],
  ["DateGreaterThan", "2020-04-01T00:00:00Z", "2020-04-01T00:00:01Z", "2020-04-01T00:00:00Z"],
  ["DateGreaterThanEquals", "2020-04-01T00:00:00Z", "2020-04-01T00:00:00Z", "2020-03-31T23:59:59Z"],
  ["Bool", "true", "True", "false"],
  ["BinaryEquals", "QmluYXJ5VmFsdWVJbkJhc2U2NA==", "QmluYXJ5VmFsdWVJbkJhc2U2NA==", "QmluYXJ5"],
  ["IpAddress", "203.0.113.0/24", "203.0.113.255", "203.0.114.0"],
  ["IpAddress", "2001:DB8:1234:5678::/64", "2001:db8:1234:5678::1", "2001:db8:1234:5679::1"],
  ["NotIpAddress", "203.0.113.0/24", "203.0.113.7", "198.51.100.7", true],
  ["ArnEquals", ROLE, ROLE, "arn:aws:iam::111122223333:role/a"],
  ["ArnLike", "arn:aws:iam::*:role/dev/*", ROLE, "arn:aws:sts::111122223333:role/dev/a"],
  ["ArnNotEquals", "arn:aws:iam::*:role/*", ROLE, "arn:aws:iam::111122223333:user/a", true],
  ["ArnNotLike", "arn:aws:iam::*:role/*", ROLE, "arn:aws:iam::111122223333:user/a", true],
];

const cases = OPERATORS.map(([name, policy, match, other, isNegated = false]) => ({
  name,
  policy,
  match,
  other,
  isNegated,
}));

describe.each(cases)("$name of $policy, given $match or $other", ({ name, policy, match, other, isNegated }) => {
  const [fits, fails] = isNegated ? [other, match] : [match, other];

  test.each<[string, boolean, string, StringOrList, string[] | undefined]>([
    ["a value that satisfies", true, name, policy, [fits]],
    ["a value that does not", false, name, policy, [fails]],
    ["an absent key satisfies negated operators only", isNegated, name, policy, undefined],
    ["IfExists: a value that satisfies", true, `${name}IfExists`, policy, [fits]],
    ["IfExists: a value that does not", false, `${name}IfExists`, policy, [fails]],
    ["IfExists: an absent key", true, `${name}IfExists`, policy, undefined],
    ["the operator's case has no meaning", true, name.toUpperCase(), policy, [fits]],
    ["ForAllValues: all satisfy", true, `ForAllValues:${name}`, policy, [fits, fits]],
    ["ForAllValues: one does not", false, `ForAllValues:${name}`, policy, [fits, fails]],
    ["ForAllValues: an absent key", true, `ForAllValues:${name}`, policy, undefined],
    ["ForAnyValue: one satisfies", true, `ForAnyValue:${name}`, policy, [fails, fits]],
    ["ForAnyValue: none does", false, `ForAnyValue:${name}`, policy, [fails]],
    ["ForAnyValue: an absent key", false, `ForAnyValue:${name}`, policy, undefined],
    ["no value in the policy satisfies negated operators only", isNegated, name, [], [fits]],
  ])("%s: %s", (_, expected, operator, wanted, given) => {
    expect(holds(operator, wanted, given)).toBe(expected);
  });

  test("several values of the policy are ORed, under negation NORed", () => {
    expect(holds(name, [policy, policy], [fits])).toBe(true);
    expect(holds(name, [policy, policy], [fails])).toBe(false);
  });
});

test.each([
  ["true", undefined, true],
  ["true", ["v"], false],
  ["false", undefined, false],
  ["false", ["v"], true],
  ["false", [], false],
  ["true", [], true],
] as const)("Null %s, given %j: %s", (wanted, given, expected) => {
  expect(holds("Null", wanted, given === undefined ? undefined : [...given])).toBe(expected);
});

const BUCKET = "arn:aws:s3:::amzn-s3-demo-bucket";
const ACCOUNT = "eu-west-1:111122223333";

test.each([
  [`${BUCKET}/*/test/*`, `${BUCKET}/1/test/object.jpg`, true],
  [`${BUCKET}/*/test/*`, `${BUCKET}/1/2/test/3/object.jpg`, true],
  [`${BUCKET}/*/test/*`, `${BUCKET}/1/2/3/test/4/object.jpg`, true],
  [`${BUCKET}/*/test/*`, `${BUCKET}/1/test/2/test/3/object.jpg`, true],
  [`${BUCKET}/*/test/*`, `${BUCKET}/1-test/object.jpg`, false],
  [`${BUCKET}/*/test/*`, `${BUCKET}/test/object.jpg`, false],
  [`${BUCKET}/*/test/*`, `${BUCKET}/1/2/test.jpg`, false],
  [`${BUCKET}/??/test/???`, `${BUCKET}/12/test/xyz`, true],
  [`${BUCKET}/??/test/???`, `${BUCKET}/1/test/xyz`, false],
  [`${BUCKET}/??/test/???`, `${BUCKET}/12/test/wxyz`, false],
  [`${BUCKET}/*`, BUCKET, false],
  [`${BUCKET}*`, `${BUCKET}-of-others/k`, true],
  [`${BUCKET}/*`, `${BUCKET}/`, true],
  [BUCKET, BUCKET.toUpperCase(), false],
  [`arn:aws:sqs:${ACCOUNT}:Queue`, `arn:aws:sqs:${ACCOUNT}:queue`, false],
  [`arn:aws:logs:${ACCOUNT}:log-group:a*`, `arn:aws:logs:${ACCOUNT}:log-group:abc:log-stream:x`, true],
  ["arn:aws:sqs:*:*:jobs", `arn:aws:sqs:${ACCOUNT}:jobs`, true],
  ["arn:aws:sqs", `arn:aws:sqs:${ACCOUNT}:jobs`, true],
  ["arn:aws:sqs:us-east-1", `arn:aws:sqs:${ACCOUNT}:jobs`, false],
  ["arn:aws:sqs", "arn:aws:sns:eu-west-1:111122223333:jobs", false],
  [`${BUCKET}/a\${*}b`, `${BUCKET}/a*b`, true],
  [`${BUCKET}/a\${*}b`, `${BUCKET}/axb`, false],
  [`${BUCKET}/a\${?}`, `${BUCKET}/a?`, true],
  [`${BUCKET}/a\${?}`, `${BUCKET}/ab`, false],
  [`${BUCKET}/\${$}{aws:username}`, `${BUCKET}/\${aws:username}`, true],
  ["*", "*", true],
  ["*", `${BUCKET}/k`, true],
])("Resource %s for %s: %s", (resource, given, expected) => {
  expect(isAllowed({ Resource: resource }, { resource: given })).toBe(expected);
});

test.each([
  ["*", "s3:GetObject", true],
  ["*:*", "s3:GetObject", true],
  ["s3:*", "s3:GetObject", true],
  ["S3:getobject", "s3:GetObject", true],
  ["iam:ListAccessKeys", "IAM:listaccesskeys", true],
  ["iam:*AccessKey*", "iam:CreateAccessKey", true],
  ["iam:*AccessKey*", "iam:GetAccessKeyLastUsed", true],
  ["iam:*AccessKey*", "iam:ListUsers", false],
  ["s3:Get*", "s3:GetObjectAcl", true],
  ["s3:Get*", "s3:PutObject", false],
  ["s3:GetObject?", "s3:GetObject", false],
  ["s3:*", "s3express:CreateSession", false],
  ["s3:GetObject", "s3:GetObjectVersion", false],
])("Action %s for %s: %s", (action, given, expected) => {
  expect(isAllowed({ Action: action }, { action: given })).toBe(expected);
});

const HOME = `${BUCKET}/home/\${aws:username}/*`;

test.each<[string, Record<string, string[]>, string, boolean]>([
  [HOME, { "aws:username": ["ann"] }, `${BUCKET}/home/ann/k`, true],
  [HOME, { "aws:UserName": ["ann"] }, `${BUCKET}/home/ann/k`, true],
  [HOME, { "aws:username": ["ann"] }, `${BUCKET}/home/bob/k`, false],
  [HOME, { "aws:username": ["*"] }, `${BUCKET}/home/bob/k`, false],
  [HOME, { "aws:username": ["ann", "bob"] }, `${BUCKET}/home/ann/k`, false],
  [HOME, {}, `${BUCKET}/home//k`, false],
  [`${BUCKET}/\${aws:PrincipalTag/team, 'company-wide'}/*`, {}, `${BUCKET}/company-wide/k`, true],
  [
    `${BUCKET}/\${aws:PrincipalTag/team, 'company-wide'}/*`,
    { "aws:PrincipalTag/team": ["red"] },
    `${BUCKET}/red/k`,
    true,
  ],
  [
    `${BUCKET}/\${aws:PrincipalTag/team, 'company-wide'}/*`,
    { "aws:PrincipalTag/team": ["red"] },
    `${BUCKET}/company-wide/k`,
    false,
  ],
])("Resource %s with %j for %s: %s", (resource, context, given, expected) => {
  expect(isAllowed({ Resource: resource }, { resource: given, context })).toBe(expected);
});

test.each([
  ["StringEquals", "${aws:username}", true],
  ["StringLike", "${aws:username}*", true],
  ["StringEquals", "${aws:userid}", false],
  ["StringNotEquals", "${aws:userid}", true],
  ["StringEquals", "${aws:userid, 'ann'}", true],
])("%s with the value %s: %s", (operator, value, expected) => {
  const context = { "aws:username": ["ann"], "x:Key": ["ann"] };
  expect(isAllowed({ Condition: { [operator]: { "x:Key": value } } }, { context })).toBe(expected);
});
