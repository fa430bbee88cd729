/**
 * The proof of a policy (judged by `iam/evaluate.ts`, never by how the policy was made): sufficient, because each required
 * permission is allowed under a request like the observed one; minimal, because each element is needed by one of them.
 */
import { compilePolicies, matchingStatements, type StatementMatch } from "../iam/evaluate.ts";
import type { PolicyDocument, Statement } from "../iam/policy-document.ts";
import { type RequestContext, substituteVariables, variableKeys } from "../iam/policy-variables.ts";
import { valuesOf } from "../iam/statement.ts";
import { satisfyingContexts } from "./condition-block.ts";
import { neededElements } from "./needed-elements.ts";
import type { Proof } from "./policy-set.ts";
import type { Requirement } from "./requirement.ts";

/** One request that must be allowed, and the statements that allow it. */
export interface Trial {
  readonly requirement: Requirement;
  readonly context: RequestContext;
  readonly allowedBy: readonly StatementMatch[];
}

export interface ProvedPolicy {
  readonly proof: Proof;
  readonly trials: readonly Trial[];
}

/** Failures are listed up to this number: a broken policy of thousands of entries has one cause, not thousands. */
const MOST_FAILURES = 20;

/**
 * Resources with wildcards must be allowed as a whole. An element is an action, a resource, or one of several values of a
 * condition key; dropping a condition as a whole is no shortening, since it would allow more.
 */
export function prove(documents: readonly PolicyDocument[], requirements: readonly Requirement[]): ProvedPolicy {
  const policies = compilePolicies(documents);
  const trials = requirements.flatMap((requirement) =>
    satisfyingContexts(requirement.conditions).map((conditions): Trial => {
      const { action } = requirement;
      const named = observedValues(requirement.resource);
      const context = named === undefined ? conditions : { ...conditions, ...named };
      const resource = substituteVariables(requirement.resource, context) ?? requirement.resource;
      const matches = matchingStatements(policies, { action, resource, resourceIsPattern: true, context });
      const isDenied = matches.some(({ effect }) => effect === "Deny");
      return { requirement, context, allowedBy: isDenied ? [] : matches };
    }),
  );
  const denied = new Set(
    trials.filter(({ allowedBy }) => allowedBy.length === 0).map(({ requirement }) => requirement),
  );
  const unneeded = unneededElements(documents, trials);
  const failures = [...[...denied].map(({ action, resource }) => `${action} on ${resource}`), ...unneeded];
  const proof = {
    sufficient: denied.size === 0,
    minimal: unneeded.length === 0,
    permissions: requirements.length,
    unverified: requirements.filter(({ isVerified }) => !isVerified).length,
    failures: failures.slice(0, MOST_FAILURES),
  };
  return { proof, trials };
}

/** A resource with policy variables is asked for by a caller who has some value of each. */
const observedValues = (resource: string): RequestContext | undefined =>
  resource.includes("${") ? namedValues(resource) : undefined;

const namedValues = (resource: string): RequestContext =>
  Object.fromEntries(variableKeys(resource).map((key) => [key, ["observed"]]));

function unneededElements(documents: readonly PolicyDocument[], trials: readonly Trial[]): string[] {
  const needed = neededElements(documents, trials);
  return documents.flatMap(({ Statement }, document) =>
    Statement.flatMap((statement, position) =>
      elementsOf(statement)
        .filter((element) => !needed.has(`${document} ${position} ${element.path}`))
        .map((element) => `${element.text} in ${statement.Sid ?? `Statement[${position}]`} is not needed`),
    ),
  );
}

export interface PolicyElement {
  /** `Action 0`, `Resource 2`, `StringEquals aws:TagKeys team`. */
  readonly path: string;
  /** For people: the value, with its key if that has several. */
  readonly text: string;
  readonly value: string;
}

/** What can be taken away from a statement without its allowing more. */
export function elementsOf(statement: Statement): readonly PolicyElement[] {
  const entries = (name: "Action" | "Resource") =>
    valuesOf(statement[name]).map((text, index) => ({ path: `${name} ${index}`, text, value: text }));
  const conditionValues = Object.entries(statement.Condition ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys)
      .filter(([, values]) => valuesOf(values).length > 1)
      .flatMap(([key, values]) =>
        valuesOf(values).map((value) => ({ path: `${operator} ${key} ${value}`, text: `${key} = ${value}`, value })),
      ),
  );
  return [...entries("Action"), ...entries("Resource"), ...conditionValues];
}
