/** A policy document as the renderers of infrastructure tools read it: lists everywhere, places told apart from literals. */
import { parseArn } from "../iam/arn.ts";
import type { PolicyDocument, Statement, StringOrList } from "../iam/policy-document.ts";
import type { IdentityPolicy } from "../synthesize/policy-set.ts";
import { type Home, type Names, type Place, placesIn, type Template, templateOf, variablesIn } from "./template.ts";
import type { TemplateVariable } from "./template-variable.ts";

export interface ConditionTemplate {
  /** The operator with its prefix and suffix: `ForAnyValue:StringEqualsIfExists`. */
  readonly operator: string;
  readonly key: string;
  readonly values: readonly Template[];
}

export interface StatementTemplate {
  readonly sid?: string;
  readonly effect: Statement["Effect"];
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly resources: readonly Template[];
  readonly notResources: readonly Template[];
  readonly conditions: readonly ConditionTemplate[];
}

/**
 * The account of the identity; the partition and the region where all ARNs of its documents agree on one. With two regions in
 * a policy neither can be the one that it is deployed to.
 */
export function homeOf({ identity, documents }: IdentityPolicy): Home {
  const arns = documents
    .flatMap(({ Statement }) => Statement)
    .flatMap(({ Resource, NotResource }) => [...listOf(Resource), ...listOf(NotResource)])
    .flatMap((resource) => parseArn(resource) ?? []);
  const partition = onlyOne(arns.map((arn) => arn.partition));
  const region = onlyOne(arns.map((arn) => arn.region));
  return {
    ...(identity.account === undefined ? {} : { account: identity.account }),
    ...(partition === undefined ? {} : { partition }),
    ...(region === undefined ? {} : { region }),
  };
}

/** What the homes of all policies have in common. */
export function sharedHome(policies: readonly IdentityPolicy[]): Home {
  const homes = policies.map(homeOf);
  const [first = {}] = homes;
  const shared = Object.entries(first).filter(([place, text]) =>
    homes.every((home) => Object.entries(home).some(([other, same]) => other === place && same === text)),
  );
  return Object.fromEntries(shared);
}

export function statementTemplates({ Statement }: PolicyDocument, names: Names): readonly StatementTemplate[] {
  const templates = (texts: StringOrList | undefined) => listOf(texts).map((text) => templateOf(text, names));
  return Statement.map(({ Sid, Effect, Action, NotAction, Resource, NotResource, Condition = {} }) => ({
    ...(Sid === undefined ? {} : { sid: Sid }),
    effect: Effect,
    actions: listOf(Action),
    notActions: listOf(NotAction),
    resources: templates(Resource),
    notResources: templates(NotResource),
    conditions: Object.entries(Condition).flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, values]) => ({ operator, key, values: templates(values) })),
    ),
  }));
}

/** Which places the statements name, in a fixed order. */
export function placesOf(statements: readonly StatementTemplate[]): readonly Place[] {
  const named = new Set(templatesIn(statements).flatMap(placesIn));
  return (["partition", "region", "account"] as const).filter((place) => named.has(place));
}

/** Which variables the statements name, sorted by name. */
export function variablesOf(statements: readonly StatementTemplate[]): readonly TemplateVariable[] {
  const named = new Set(templatesIn(statements).flatMap(variablesIn));
  return [...named].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Some text refers to a resource of the tool. */
export const referencesIn = (statements: readonly StatementTemplate[]): boolean =>
  templatesIn(statements).some((template) => template.some((part) => typeof part === "object" && "reference" in part));

const templatesIn = (statements: readonly StatementTemplate[]): readonly Template[] =>
  statements.flatMap(({ resources, notResources, conditions }) => [
    ...resources,
    ...notResources,
    ...conditions.flatMap(({ values }) => values),
  ]);

export const listOf = (value: StringOrList | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === "string" ? [value] : value;

/** The one text that all share but for empty ones and wildcards. */
function onlyOne(texts: readonly string[]): string | undefined {
  const [first, ...more] = new Set(texts.filter((text) => text !== "" && !/[*?]/.test(text)));
  return more.length === 0 ? first : undefined;
}
