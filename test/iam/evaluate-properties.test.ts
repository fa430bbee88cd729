/** The evaluator against a second one that is as plain as can be, over policies and requests that nobody wrote. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Decision, type EvaluationRequest, evaluate } from "../../src/iam/evaluate.ts";
import { compilePrincipal } from "../../src/iam/evaluate-principal.ts";
import type { PolicyDocument, Statement } from "../../src/iam/policy-document.ts";
import { cases, PATIENCE } from "../support/long-run.ts";
import { naiveDecision, OPERATORS } from "../support/naive-evaluator.ts";

const oneOrMore = (values: readonly string[]) =>
  fc.oneof(fc.constantFrom(...values), fc.array(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }));

/** Values that mean something to an operator of the family; the request has them without patterns and variables. */
const VALUES: readonly {
  readonly family: RegExp;
  readonly policy: readonly string[];
  readonly request: readonly string[];
}[] = [
  {
    family: /^String/,
    policy: ["1", "12", "1*", "?2", "$" + "{*}", "a", "A", "$" + "{l}", "$" + "{m, 'a'}", "x$" + "{K}"],
    request: ["1", "12", "*", "a", "A", "x1", "2"],
  },
  {
    family: /^Arn/,
    policy: [
      "arn:aws:s3:::b",
      "arn:aws:s3:::*",
      "arn:*:s3:::b",
      "arn:aws:s3:::b:c",
      "arn:aws:*",
      "b",
      "arn:aws:s3:::$" + "{l}",
    ],
    request: ["arn:aws:s3:::b", "arn:aws:s3:::b:c", "arn:aws-cn:s3:::b", "b", "arn:aws:s3:::12"],
  },
  { family: /^Bool/, policy: ["true", "False"], request: ["true", "false", "TRUE"] },
  { family: /^Binary/, policy: ["QmluYXJ5", "AA=="], request: ["QmluYXJ5", "AA==", "AAA="] },
  { family: /^Numeric/, policy: ["1", "2", "-1.5", "1e1"], request: ["1", "1.0", "2", "-2", "10"] },
  {
    family: /^Date/,
    policy: ["2026-01-01T00:00:00Z", "1767225600", "2026-01-01", "2026-01-01T01:00:00+01:00"],
    request: ["2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z", "1767225599", "2025"],
  },
  {
    family: /Ip/,
    policy: ["10.0.0.0/8", "10.1.2.3", "10.1.2.0/23", "0.0.0.0/0", "2001:db8:0:0:0:0:0:0/32", "2001:db8:0:0:0:0:0:1"],
    request: ["10.1.2.3", "10.1.3.3", "11.0.0.1", "2001:db8:0:0:0:0:0:1", "2001:db9:0:0:0:0:0:1"],
  },
];

const valuesFor = (operator: string) => {
  const found = VALUES.find(({ family }) => family.test(operator));
  if (found === undefined) throw new Error(`no values for ${operator}`);
  return found;
};

const KEYS = ["k", "l", "m"] as const;
const key = fc.constantFrom("k", "l", "K", "absent");

/** One operator with qualifier and suffix, over one key. */
const conditionOf = (operator: string) =>
  fc
    .tuple(
      fc.constantFrom("", "", "ForAllValues:", "ForAnyValue:"),
      fc.constantFrom("", "", "IfExists"),
      key,
      oneOrMore(valuesFor(operator).policy),
    )
    .map(([qualifier, suffix, name, values]) => ({ [`${qualifier}${operator}${suffix}`]: { [name]: values } }));

const nullCondition = fc
  .tuple(key, fc.constantFrom("true", "false"))
  .map(([name, value]) => ({ Null: { [name]: value } }));

const contextOf = (operator: string) =>
  fc.dictionary(
    fc.constantFrom(...KEYS),
    fc.array(fc.constantFrom(...valuesFor(operator).request), { minLength: 1, maxLength: 3 }),
  );

const allow = (Condition: NonNullable<Statement["Condition"]>): PolicyDocument[] => [
  { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "x:Y", Resource: "*", Condition }] },
];

describe("conditions", () => {
  test.each(OPERATORS)(
    "%s decides as the plain evaluator does, with IfExists, set qualifiers, Null and variables",
    (operator) => {
      const conditions = fc.tuple(conditionOf(operator), fc.oneof(nullCondition, fc.constant({}), fc.constant({})));
      const decided = new Set<Decision>();
      fc.assert(
        fc.property(conditions, contextOf(operator), ([one, other], context) => {
          const [policies, request] = [allow({ ...one, ...other }), { action: "x:Y", resource: "r", context }];
          const decision = evaluate(policies, request);
          decided.add(decision);
          expect(decision).toBe(naiveDecision(policies, request));
        }),
        cases(200),
      );
      expect([...decided].sort()).toEqual(["allowed", "implicitly-denied"]);
    },
    PATIENCE,
  );
});

const actions = oneOrMore([
  "*",
  "s3:*",
  "s3:Get*",
  "S3:getObject",
  "s3:GetObject",
  "s3:GetObjec?",
  "sqs:SendMessage",
  "*:*",
]);
const resources = oneOrMore([
  "*",
  "arn:aws:s3:::b/*",
  "arn:aws:s3:::b/a",
  "arn:aws:s3:::b/A",
  "arn:aws:s3:::b/?",
  "arn:aws:s3:::b/$" + "{*}",
  "arn:aws:s3:::*/a",
  "arn:aws:s3:::b/$" + "{k}",
  "arn:aws:s3:::$" + "{l, 'b'}/a",
]);
const someConditions = fc
  .array(fc.oneof(fc.constantFrom("StringEquals", "StringNotLike", "StringLike").chain(conditionOf), nullCondition), {
    maxLength: 2,
  })
  .map((all) => Object.assign({}, ...all));

const statement: fc.Arbitrary<Statement> = fc
  .tuple(
    fc.constantFrom("Allow" as const, "Allow" as const, "Deny" as const),
    fc.oneof(
      actions.map((Action) => ({ Action })),
      actions.map((NotAction) => ({ NotAction })),
    ),
    fc.oneof(
      resources.map((Resource) => ({ Resource })),
      resources.map((NotResource) => ({ NotResource })),
    ),
    fc.oneof(
      fc.constant({}),
      someConditions.map((Condition) => ({ Condition })),
    ),
  )
  .map(([Effect, action, resource, condition]) => ({ Effect, ...action, ...resource, ...condition }));

const documents = (maxLength: number) =>
  fc.array(
    fc.array(statement, { maxLength: 3 }).map((Statement): PolicyDocument => ({ Version: "2012-10-17", Statement })),
    { maxLength },
  );

const request: fc.Arbitrary<EvaluationRequest> = fc.record({
  action: fc.constantFrom("s3:GetObject", "s3:PutObject", "S3:GETOBJECT", "sqs:SendMessage"),
  resource: fc.constantFrom(
    "*",
    "arn:aws:s3:::b/a",
    "arn:aws:s3:::b/*",
    "arn:aws:s3:::b/A",
    "arn:aws:s3:::c/x/a",
    "arn:aws:s3:::b/12",
  ),
  context: contextOf("String"),
});

test(
  "statements decide as the plain evaluator does",
  () => {
    const seen = new Set<Decision>();
    fc.assert(
      fc.property(documents(2), request, (policies, asked) => {
        const decision = evaluate(policies, asked);
        seen.add(decision);
        expect(decision).toBe(naiveDecision(policies, asked));
      }),
      cases(4000),
    );
    expect([...seen].sort()).toEqual(["allowed", "denied", "implicitly-denied"]);
  },
  PATIENCE,
);

test(
  "a boundary and session policies narrow what the identity's own allow",
  () => {
    const boundary = fc.option(documents(1), { nil: undefined });
    const session = fc.option(documents(2), { nil: undefined });
    const seen = new Set<string>();
    fc.assert(
      fc.property(documents(2), boundary, session, request, (identity, limit, passed, asked) => {
        const [permissionsBoundary] = limit ?? [];
        const layers = [identity, ...(permissionsBoundary ? [[permissionsBoundary]] : []), ...(passed ? [passed] : [])];
        const decisions = layers.map((layer) => naiveDecision(layer, asked));
        const expected = decisions.includes("denied")
          ? "denied"
          : decisions.every((decision) => decision === "allowed")
            ? "allowed"
            : "implicitly-denied";
        const { kind } = compilePrincipal({
          identity,
          ...(permissionsBoundary && { permissionsBoundary }),
          ...(passed && { session: passed }),
        })(asked);
        seen.add(kind);
        expect(kind).toBe(expected);
      }),
      cases(2000),
    );
    expect([...seen].sort()).toEqual(["allowed", "denied", "implicitly-denied"]);
  },
  PATIENCE,
);
