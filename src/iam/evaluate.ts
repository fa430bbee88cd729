/**
 * AWS's decision for one request under identity policies: explicit Deny, else Allow, else implicit denial (IAM User Guide,
 * "Policy evaluation logic"). Boundaries, session policies and resource policies are not part of it.
 */
import { actionKey } from "./action.ts";
import { type CompiledCondition, compileCondition } from "./evaluate-condition.ts";
import { literalsOf, type PatternList, patternList } from "./pattern-list.ts";
import type { PolicyDocument, Statement } from "./policy-document.ts";
import type { RequestContext } from "./policy-variables.ts";
import { valuesOf } from "./statement.ts";
import { literalPattern, type Pattern, parsePattern } from "./wildcard.ts";

export interface EvaluationRequest {
  /** `prefix:Name`, any case. */
  readonly action: string;
  /** An ARN as it is, or `*` for actions without resource types. */
  readonly resource: string;
  /** True: `resource` is written as in a policy (escapes, wildcards): allowed if all of it is, denied if any of it is. */
  readonly resourceIsPattern?: boolean;
  readonly context: RequestContext;
}

export type Decision = "allowed" | "denied" | "implicitly-denied";

/** A statement that applies to a request, and which of its entries make it apply (none for NotAction and NotResource). */
export interface StatementMatch {
  readonly document: number;
  readonly statement: number;
  readonly effect: Statement["Effect"];
  readonly actions: readonly number[];
  readonly resources: readonly number[];
}

interface CompiledStatement {
  readonly document: number;
  readonly statement: number;
  readonly effect: Statement["Effect"];
  readonly action: PatternList;
  readonly isNotAction: boolean;
  readonly resource: PatternList;
  readonly isNotResource: boolean;
  readonly condition: CompiledCondition;
}

export interface CompiledPolicies {
  /** All statements that may apply to an action (`actionKey`) on a resource, in document order. */
  readonly candidates: (action: string, resource: Pattern) => readonly CompiledStatement[];
}

const NO_CONTEXT: RequestContext = {};

/** The prefix takes no wildcard, but for `*` and `*:*`, which mean every action. */
function readAction(text: string): Pattern {
  return parsePattern(actionKey(text === "*:*" ? "*" : text));
}

/** AWS completes an ARN of fewer than six fields with `*` (AWS reference, "ARNs", incomplete ARNs). */
function readResource(text: string): Pattern {
  const missing = text === "*" ? 0 : 6 - text.split(":").length;
  return parsePattern(missing > 0 ? `${text}${":*".repeat(missing)}` : text);
}

/**
 * Reads documents once, for many requests.
 * @throws UnknownOperatorError where a condition uses an operator that the evaluator does not know.
 */
export function compilePolicies(documents: readonly PolicyDocument[]): CompiledPolicies {
  const byResource = new Map<string, CompiledStatement[]>();
  const byAction = new Map<string, CompiledStatement[]>();
  const forAnyAction: CompiledStatement[] = [];
  for (const [document, { Statement }] of documents.entries()) {
    for (const [position, statement] of Statement.entries()) {
      const compiled = compileStatement(statement, document, position);
      const resources = exactResources(statement);
      const actions = compiled.isNotAction ? undefined : literalsOf(valuesOf(statement.Action), readAction);
      if (resources !== undefined) for (const resource of resources) entry(byResource, resource).push(compiled);
      else if (actions === undefined) forAnyAction.push(compiled);
      else for (const action of new Set(actions)) entry(byAction, action).push(compiled);
    }
  }
  const inOrder = (a: CompiledStatement, b: CompiledStatement) => a.document - b.document || a.statement - b.statement;
  return {
    candidates: (action, { literal }) => {
      const ofResource = literal === undefined ? [] : (byResource.get(literal) ?? []);
      return [...ofResource, ...(byAction.get(action) ?? []), ...forAnyAction].sort(inOrder);
    },
  };
}

/** What an Allow statement names without any wildcard: only requests for exactly these meet it. */
function exactResources({ Effect, NotResource, Resource }: Statement): ReadonlySet<string> | undefined {
  if (Effect === "Deny" || NotResource !== undefined) return undefined;
  const literals = literalsOf(valuesOf(Resource), readResource);
  return literals === undefined ? undefined : new Set(literals);
}

function entry<Value>(map: Map<string, Value[]>, key: string): Value[] {
  const found = map.get(key) ?? [];
  map.set(key, found);
  return found;
}

function compileStatement(statement: Statement, document: number, position: number): CompiledStatement {
  const isNotAction = statement.NotAction !== undefined;
  const isNotResource = statement.NotResource !== undefined;
  // A pattern is allowed only as a whole, and denied as soon as a part of it is.
  const relation = (statement.Effect === "Allow") === isNotResource ? "overlaps" : "covers";
  return {
    document,
    statement: position,
    effect: statement.Effect,
    action: patternList(valuesOf(isNotAction ? statement.NotAction : statement.Action), { read: readAction }),
    isNotAction,
    resource: patternList(valuesOf(isNotResource ? statement.NotResource : statement.Resource), {
      read: readResource,
      relation,
    }),
    isNotResource,
    condition: compileCondition(statement.Condition),
  };
}

/** All statements that apply to the request, in document order: the reasons for a decision. */
export function matchingStatements(policies: CompiledPolicies, request: EvaluationRequest): readonly StatementMatch[] {
  const key = actionKey(request.action);
  const action = literalPattern(key);
  const resource = request.resourceIsPattern ? parsePattern(request.resource) : literalPattern(request.resource);
  return policies.candidates(key, resource).flatMap((compiled): StatementMatch[] => {
    const actions = compiled.action.matches(action, NO_CONTEXT);
    if (actions.length > 0 === compiled.isNotAction) return [];
    const resources = compiled.resource.matches(resource, request.context);
    if (resources.length > 0 === compiled.isNotResource) return [];
    if (!compiled.condition(request.context)) return [];
    const { document, statement, effect } = compiled;
    return [{ document, statement, effect, actions, resources }];
  });
}

/**
 * The decision for one request.
 * @throws UnknownOperatorError where a condition uses an operator that the evaluator does not know: it is never guessed.
 */
export function evaluate(documents: readonly PolicyDocument[], request: EvaluationRequest): Decision {
  const matches = matchingStatements(compilePolicies(documents), request);
  if (matches.some(({ effect }) => effect === "Deny")) return "denied";
  return matches.length > 0 ? "allowed" : "implicitly-denied";
}
