/**
 * The decision for a request of which only some condition keys are known, and perhaps not the exact resource. What cannot be
 * known counts in favour of the request: an Allow's test of such a key as met, a Deny's as not met. So a denial is certain.
 */
import { type CompiledPolicies, compilePolicies, type EvaluationRequest, matchingStatements } from "./evaluate.ts";
import type { PolicyDocument, Statement } from "./policy-document.ts";
import { openVariables, variableKeys } from "./policy-variables.ts";
import { oneOrList, valuesOf } from "./statement.ts";

export interface DoubtfulRequest extends EvaluationRequest {
  /** The request is for something within `resource`, no more is known. */
  readonly isWidened: boolean;
}

export interface FavourableDecision {
  readonly kind: "allowed" | "denied" | "implicitly-denied";
  /** Condition keys and variables of what allows the request that could not be tested; empty: the decision is certain. */
  readonly untested: readonly string[];
}

interface Opened {
  /** Allow statements, which must cover the resource. */
  readonly allows: CompiledPolicies;
  /** The same, met by anything within the resource. */
  readonly mayAllow: CompiledPolicies;
  /** Deny statements that need no key that is unknown, and must cover the resource. */
  readonly denies: CompiledPolicies;
}

/**
 * Reads documents once, for many requests; keys of a request's context are the known ones.
 * @throws UnknownOperatorError where a condition uses an operator that the evaluator does not know.
 */
export function decideInFavour(documents: readonly PolicyDocument[]): (request: DoubtfulRequest) => FavourableDecision {
  const statements = documents.flatMap(({ Statement }) => Statement);
  compilePolicies(documents);
  const byKeys = new Map<string, Opened>();
  return (request) => {
    const keys = Object.keys(request.context)
      .map((key) => key.toLowerCase())
      .sort();
    const name = keys.join(" ");
    const known = byKeys.get(name) ?? open(statements, new Set(keys));
    byKeys.set(name, known);
    const asked = { ...request, resourceIsPattern: true };
    if (matchingStatements(known.denies, asked).length > 0) return { kind: "denied", untested: [] };
    const covering = matchingStatements(known.allows, asked);
    const allowing = covering.length > 0 || !request.isWidened ? covering : matchingStatements(known.mayAllow, asked);
    if (allowing.length === 0) return { kind: "implicitly-denied", untested: [] };
    const allows = statements.filter(isAllow);
    const doubts = allowing.map(({ statement }) => unknownKeys(allows[statement], new Set(keys)));
    return { kind: "allowed", untested: doubts.some((doubt) => doubt.length === 0) ? [] : (doubts[0] ?? []) };
  };
}

const isAllow = ({ Effect }: Statement): boolean => Effect === "Allow";

function open(statements: readonly Statement[], known: ReadonlySet<string>): Opened {
  const isKnown = (key: string): boolean => known.has(key.toLowerCase());
  const allows = statements.filter(isAllow).map((statement) => opened(statement, isKnown));
  const denies = statements.filter((statement) => !isAllow(statement) && unknownKeys(statement, known).length === 0);
  const as = (Effect: Statement["Effect"], list: readonly Statement[]): CompiledPolicies =>
    compilePolicies([{ Version: "2012-10-17", Statement: list.map((statement) => ({ ...statement, Effect })) }]);
  // The evaluator wants an Allow to cover a pattern, and a Deny to meet it anywhere.
  return { allows: as("Allow", allows), mayAllow: as("Deny", allows), denies: as("Allow", denies) };
}

/** Every key that the statement reads and the request does not give. */
function unknownKeys(statement: Statement | undefined, known: ReadonlySet<string>): readonly string[] {
  const conditions = Object.values(statement?.Condition ?? {}).flatMap((keys) => Object.entries(keys));
  const texts = [...valuesOf(statement?.Resource), ...valuesOf(statement?.NotResource)];
  const read = [
    ...conditions.map(([key]) => key),
    ...[...texts, ...conditions.flatMap(([, values]) => valuesOf(values))].flatMap(variableKeys),
  ];
  return [...new Set(read.filter((key) => !known.has(key.toLowerCase())))].sort();
}

/** An Allow without the tests of unknown keys, unknown variables standing for anything. */
function opened(statement: Statement, isKnown: (key: string) => boolean): Statement {
  const { Condition, NotResource, Resource, ...rest } = statement;
  const isTested = (key: string, values: readonly string[]): boolean =>
    isKnown(key) && values.flatMap(variableKeys).every(isKnown);
  const operators = Object.entries(Condition ?? {}).map(([operator, keys]) => {
    const kept = Object.entries(keys).filter(([key, values]) => isTested(key, valuesOf(values)));
    return [operator, Object.fromEntries(kept)] as const;
  });
  const excluded = valuesOf(NotResource).filter((text) => variableKeys(text).every(isKnown));
  return {
    ...rest,
    ...(Resource === undefined
      ? {}
      : { Resource: oneOrList(valuesOf(Resource).map((text) => openVariables(text, isKnown))) }),
    ...(NotResource === undefined ? {} : excluded.length > 0 ? { NotResource: excluded } : { Resource: "*" }),
    Condition: Object.fromEntries(operators),
  };
}
