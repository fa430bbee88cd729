/** The evaluator against a second one that is as plain as can be: no index, no compiling, matching by trying every split. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Decision, type EvaluationRequest, evaluate } from "../../src/iam/evaluate.ts";
import type { PolicyDocument, Statement, StringOrList } from "../../src/iam/policy-document.ts";

function glob(pattern: string, value: string): boolean {
  const escaped = /^\$\{([*?$])\}/.exec(pattern)?.[1];
  if (pattern === "") return value === "";
  if (escaped !== undefined) return value[0] === escaped && glob(pattern.slice(4), value.slice(1));
  if (pattern[0] !== "*")
    return value !== "" && (pattern[0] === "?" || pattern[0] === value[0]) && glob(pattern.slice(1), value.slice(1));
  return glob(pattern.slice(1), value) || (value !== "" && glob(pattern, value.slice(1)));
}

const list = (element: StringOrList | undefined): readonly string[] => (element === undefined ? [] : [element].flat());
const plain = (text: string): string => text.replace(/\$\{([*?$])\}/g, "$1");

function keyHolds(operator: string, wanted: readonly string[], given: readonly string[] | undefined): boolean {
  if (operator === "Null") return wanted.includes(given === undefined ? "true" : "false");
  if (operator.endsWith("IfExists")) return given === undefined || keyHolds(operator.slice(0, -8), wanted, given);
  const match = (value: string): boolean => {
    if (operator.endsWith("StringLike")) return wanted.some((one) => glob(one, value));
    if (operator.endsWith("StringNotLike")) return !wanted.some((one) => glob(one, value));
    if (operator.endsWith("StringEquals")) return wanted.map(plain).includes(value);
    return !wanted.map(plain).includes(value);
  };
  if (operator.startsWith("ForAllValues:")) return (given ?? []).every(match);
  if (operator.startsWith("ForAnyValue:")) return (given ?? []).some(match);
  if (given === undefined) return operator.includes("Not");
  return given.every(match);
}

function applies(statement: Statement, { action, resource, context }: EvaluationRequest): boolean {
  const inActions = list(statement.Action ?? statement.NotAction).some((one) =>
    glob(one.toLowerCase(), action.toLowerCase()),
  );
  const inResources = list(statement.Resource ?? statement.NotResource).some((one) => glob(one, resource));
  return (
    inActions === (statement.Action !== undefined) &&
    inResources === (statement.Resource !== undefined) &&
    Object.entries(statement.Condition ?? {}).every(([operator, keys]) =>
      Object.entries(keys).every(([key, values]) => keyHolds(operator, list(values), context[key])),
    )
  );
}

function naiveDecision(documents: readonly PolicyDocument[], request: EvaluationRequest): Decision {
  const effects = documents
    .flatMap(({ Statement }) => Statement.filter((one) => applies(one, request)))
    .map(({ Effect }) => Effect);
  if (effects.includes("Deny")) return "denied";
  return effects.includes("Allow") ? "allowed" : "implicitly-denied";
}

const oneOrMore = (...values: string[]) =>
  fc.oneof(fc.constantFrom(...values), fc.array(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }));
const actions = oneOrMore(
  "*",
  "s3:*",
  "s3:Get*",
  "S3:getObject",
  "s3:GetObject",
  "s3:GetObjec?",
  "sqs:SendMessage",
  "*:*",
);
const resources = oneOrMore(
  "*",
  "arn:aws:s3:::b/*",
  "arn:aws:s3:::b/a",
  "arn:aws:s3:::b/A",
  "arn:aws:s3:::b/?",
  "arn:aws:s3:::b/${*}",
  "arn:aws:s3:::*/a",
);
const conditions = fc.dictionary(
  fc.constantFrom(
    "StringEquals",
    "StringNotEquals",
    "StringLike",
    "StringNotLike",
    "StringEqualsIfExists",
    "StringNotLikeIfExists",
    "ForAllValues:StringEquals",
    "ForAllValues:StringNotLike",
    "ForAnyValue:StringLike",
    "ForAnyValue:StringNotEquals",
  ),
  fc.dictionary(fc.constantFrom("k", "l"), oneOrMore("1", "2", "1*", "${*}", "??"), { minKeys: 1, maxKeys: 2 }),
  { maxKeys: 2 },
);
const nulls = fc.constantFrom({}, {}, { Null: { k: "true" } }, { Null: { k: "false", l: ["true", "false"] } });

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
      fc.tuple(conditions, nulls).map(([some, more]) => ({ Condition: { ...some, ...more } })),
    ),
  )
  .map(([Effect, action, resource, condition]) => ({ Effect, ...action, ...resource, ...condition }));

const request: fc.Arbitrary<EvaluationRequest> = fc.record({
  action: fc.constantFrom("s3:GetObject", "s3:PutObject", "S3:GETOBJECT", "sqs:SendMessage"),
  resource: fc.constantFrom("*", "arn:aws:s3:::b/a", "arn:aws:s3:::b/*", "arn:aws:s3:::b/A", "arn:aws:s3:::c/x/a"),
  context: fc.dictionary(
    fc.constantFrom("k", "l"),
    fc.array(fc.constantFrom("1", "2", "12", "*"), { minLength: 1, maxLength: 1 }),
  ),
});

test("decides as the plain evaluator does", () => {
  const documents = fc.array(
    fc.array(statement, { maxLength: 3 }).map((Statement): PolicyDocument => ({ Version: "2012-10-17", Statement })),
    { maxLength: 2 },
  );
  const seen = new Set<Decision>();
  fc.assert(
    fc.property(documents, request, (policies, asked) => {
      const decision = evaluate(policies, asked);
      seen.add(decision);
      expect(decision).toBe(naiveDecision(policies, asked));
    }),
    { numRuns: 5000 },
  );
  expect([...seen].sort()).toEqual(["allowed", "denied", "implicitly-denied"]);
});

test("for keys with several values the set operators decide as the plain evaluator does", () => {
  const operator = fc.constantFrom(
    "ForAllValues:StringEquals",
    "ForAllValues:StringNotEquals",
    "ForAnyValue:StringLike",
    "ForAnyValue:StringNotLike",
  );
  const given = fc.array(fc.constantFrom("1", "2", "12", "3"), { maxLength: 3 });
  fc.assert(
    fc.property(operator, oneOrMore("1", "2", "1*", "?"), given, (name, values, k) => {
      const Condition = { [name]: { k: values } };
      const policies: PolicyDocument[] = [
        { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*", Condition }] },
      ];
      const asked = { action: "x:Y", resource: "*", context: { k } };
      expect(evaluate(policies, asked)).toBe(naiveDecision(policies, asked));
    }),
    { numRuns: 2000 },
  );
});
