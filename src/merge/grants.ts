/** What statements allow, judged by the evaluator: never by how they are written. */
import { actionKey } from "../iam/action.ts";
import { parseArn } from "../iam/arn.ts";
import { type CompiledPolicies, compilePolicies, matchingStatements } from "../iam/evaluate.ts";
import { UnknownOperatorError } from "../iam/evaluate-condition.ts";
import type { Statement } from "../iam/policy-document.ts";
import { type RequestContext, substituteVariables, variableKeys } from "../iam/policy-variables.ts";
import { valuesOf } from "../iam/statement.ts";
import { covers, parsePattern } from "../iam/wildcard.ts";
import type { FoundStatement } from "./policy-file.ts";

type Condition = NonNullable<Statement["Condition"]>;

/** One action on one resource each, under one value of each condition key. NotAction and NotResource cannot be taken apart. */
export function grantsOf({ Effect, Action, Resource, Condition }: Statement): readonly Statement[] {
  const conditions = Condition === undefined ? [{}] : alternativesOf(Condition).map((one) => ({ Condition: one }));
  return valuesOf(Action).flatMap((action) =>
    valuesOf(Resource).flatMap((resource) =>
      conditions.map((condition) => ({ Effect, Action: action, Resource: resource, ...condition })),
    ),
  );
}

/** False only where AWS's tables show that the pair grants nothing: `synthesize/applicability.ts`. */
export type MayApply = (action: string, resource: string) => boolean;

/**
 * Without the pairs that mean nothing: a statement may list the actions of objects and those of buckets together. One in which
 * nothing means anything is taken at its word, for the tables may be wrong.
 */
export function meaningfulGrants(statement: Statement, mayApply: MayApply): readonly Statement[] {
  const grants = grantsOf(statement);
  const meaningful = grants.filter(({ Action, Resource }) =>
    mayApply(valuesOf(Action)[0] ?? "", valuesOf(Resource)[0] ?? ""),
  );
  return meaningful.length > 0 ? meaningful : grants;
}

/** Their values are ORed, so that each of them is a grant of its own. */
const ALTERNATIVES = new Set(["StringEquals", "StringLike", "ArnEquals", "ArnLike"]);
const MOST_COMBINATIONS = 64;

function alternativesOf(condition: Condition): readonly Condition[] {
  const fields = Object.entries(condition)
    .filter(([operator]) => ALTERNATIVES.has(operator))
    .flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, values]) => ({ operator, key, values: valuesOf(values) })),
    )
    .filter(({ values }) => values.length > 1);
  if (fields.reduce((product, { values }) => product * values.length, 1) > MOST_COMBINATIONS) return [condition];
  return fields.reduce<readonly Condition[]>(
    (blocks, { operator, key, values }) =>
      blocks.flatMap((block) =>
        values.map((value) => ({ ...block, [operator]: { ...block[operator], [key]: value } })),
      ),
    [condition],
  );
}

export interface Judge {
  /** All that the grant allows is allowed. */
  allows(grant: Statement): boolean;
  /** Some of what the grant allows is denied. */
  denies(grant: Statement): boolean;
}

/** Statements in which a part is computed count as if they were not there; so do those with an unknown operator. */
export function judgeOf(found: readonly FoundStatement[]): Judge {
  const policies = compiled(found.filter(({ isComputed }) => !isComputed).map(({ statement }) => statement));
  const effectsOf = (grant: Statement): readonly Statement["Effect"][] => {
    const [action = ""] = valuesOf(grant.Action);
    const [text = "*"] = valuesOf(grant.Resource);
    const context = contextOf(grant, text);
    const resource = substituteVariables(text, context) ?? text;
    return matchingStatements(policies, { action, resource, resourceIsPattern: true, context }).map(
      ({ effect }) => effect,
    );
  };
  return {
    allows: (grant) => effectsOf(grant).includes("Allow"),
    denies: (grant) => effectsOf(grant).includes("Deny"),
  };
}

/** A computed statement as the most that it may mean: a text that begins with what is computed may be any ARN with that end. */
export function atMost({ statement, ...found }: FoundStatement): FoundStatement {
  const { Resource } = statement;
  const widest = (text: string): string => (/^\*./.test(text) ? `arn:*:*:*:*:${text}` : text);
  const resource = typeof Resource === "string" ? widest(Resource) : Resource?.map(widest);
  const widened = resource === undefined ? statement : { ...statement, Resource: resource };
  return { ...found, isComputed: false, statement: found.isComputed ? widened : statement };
}

function compiled(statements: readonly Statement[]): CompiledPolicies {
  const known = statements.filter((statement) => {
    try {
      compilePolicies([{ Version: "2012-10-17", Statement: [statement] }]);
      return true;
    } catch (error) {
      if (error instanceof UnknownOperatorError) return false;
      throw error;
    }
  });
  return compilePolicies([{ Version: "2012-10-17", Statement: known }]);
}

/**
 * Condition keys of a statement of which the grant tells nothing: what such a statement does was judged as if the request
 * lacked them, and may be otherwise.
 */
export function openKeys(statement: Statement, grant: Statement): readonly string[] {
  const told = Object.keys(contextOf(grant, valuesOf(grant.Resource)[0] ?? "*")).map((key) => key.toLowerCase());
  const keys = Object.values(statement.Condition ?? {}).flatMap((one) => Object.keys(one));
  return [...new Set(keys)].filter((key) => !told.includes(key.toLowerCase()));
}

/** In nearly all requests: over TLS, and to the region that the ARN names. */
function usualContext(resource: string): RequestContext {
  const region = parseArn(resource)?.region ?? "";
  const isKnown = region !== "" && !/[*?]/.test(region);
  return { "aws:SecureTransport": ["true"], ...(isKnown ? { "aws:RequestedRegion": [region] } : {}) };
}

/** A request as the grant's conditions ask for it. Negated operators hold for absent keys. */
function contextOf({ Condition }: Statement, resource: string): RequestContext {
  const given = Object.entries(Condition ?? {})
    .filter(([operator]) => operator !== "Null" && !/Not/.test(operator))
    .flatMap(([, keys]) => Object.entries(keys));
  const entries = given.map(([key, values]): [string, readonly string[]] => [key, valuesOf(values).map(requestValue)]);
  const variables = variableKeys(resource).map((key): [string, readonly string[]] => [key, ["observed"]]);
  return { ...usualContext(resource), ...Object.fromEntries([...variables, ...entries]) };
}

/** The value that a request would hold: escapes undone. */
const requestValue = (value: string): string => value.replace(/\$\{([*?$])\}/g, "$1");

/** `wide` is at least as wide as `narrow` in action and resource, under the same conditions or none. */
export function isGrantedWithin(wide: Statement, narrow: Statement): boolean {
  const isWithin = (pattern: string, subject: string): boolean => covers(parsePattern(pattern), parsePattern(subject));
  const [wideAction = "", action = ""] = [...valuesOf(wide.Action), ...valuesOf(narrow.Action)];
  const [wideResource = "", resource = ""] = [...valuesOf(wide.Resource), ...valuesOf(narrow.Resource)];
  return (
    isWithin(actionKey(wideAction), actionKey(action)) &&
    isWithin(wideResource, resource) &&
    (wide.Condition === undefined || isWithinConditions(wide.Condition, narrow.Condition))
  );
}

/** Each value that the narrow one asks for is among those of the wide one. */
function isWithinConditions(wide: Condition, narrow: Condition = {}): boolean {
  return Object.entries(wide).every(([operator, keys]) =>
    Object.entries(keys).every(([key, values]) => {
      const asked = valuesOf(narrow[operator]?.[key]);
      return asked.length > 0 && asked.every((value) => valuesOf(values).includes(value));
    }),
  );
}
