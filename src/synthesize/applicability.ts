/**
 * Which actions may apply to which resources, so that a statement may list both without granting anything by their
 * combination. In doubt an action applies: an unknown action, an ARN that fits no template, a wildcard that fits several.
 */
import type { ActionModel, AuthorizationIndex, AuthorizationModel } from "../data/authorization-index.ts";
import { parseAction } from "../iam/action.ts";
import {
  type ArnPattern,
  type ArnTemplate,
  coversArn,
  fitsTemplate,
  parseArnPattern,
  parseArnTemplate,
} from "../iam/arn-template.ts";

export interface Applicability {
  /** False only where AWS's tables show that the pair grants nothing. */
  mayApply(action: string, resource: string): boolean;
  /** Resources of one class are alike to every action of that prefix. */
  resourceClass(servicePrefix: string, resource: string): string;
}

/** The same, but an action that was seen on a resource of some class applies to that class, whatever the tables say. */
export function withEvidence(
  applicability: Applicability,
  seen: readonly { readonly action: string; readonly resource: string }[],
): Applicability {
  const pairOf = (action: string, resource: string): string =>
    `${action} ${applicability.resourceClass(parseAction(action)?.servicePrefix ?? "", resource)}`;
  const pairs = new Set(seen.map(({ action, resource }) => pairOf(action, resource)));
  return {
    ...applicability,
    mayApply: (action, resource) => pairs.has(pairOf(action, resource)) || applicability.mayApply(action, resource),
  };
}

interface TypedTemplate {
  readonly type: string;
  readonly template: ArnTemplate;
}

interface PrefixTables {
  readonly model: AuthorizationModel | undefined;
  readonly templates: readonly TypedTemplate[];
  readonly classes: Map<string, string>;
  readonly types: Map<string, readonly string[]>;
}

/** Class of resources that fit no template; `*` is a class of its own. */
const UNKNOWN_CLASS = "?";

/** Remembers what it has found out: made once for a synthesis. */
export function applicabilityOf(authorization: AuthorizationIndex): Applicability {
  const prefixes = new Map<string, PrefixTables>();
  const tablesOf = (servicePrefix: string): PrefixTables => {
    const key = servicePrefix.toLowerCase();
    const tables = prefixes.get(key) ?? prefixTables(authorization.load(key));
    prefixes.set(key, tables);
    return tables;
  };

  const resourceClass = (servicePrefix: string, resource: string): string => {
    const tables = tablesOf(servicePrefix);
    const known = tables.classes.get(resource);
    if (known !== undefined) return known;
    const types = typesOf(tables.templates, resource);
    const found = types.join("\n") || (resource === "*" ? "*" : UNKNOWN_CLASS);
    tables.classes.set(resource, found);
    tables.types.set(found, types);
    return found;
  };

  return {
    resourceClass,
    mayApply(action, resource) {
      const parsed = parseAction(action);
      if (parsed === undefined) return true;
      const tables = tablesOf(parsed.servicePrefix);
      const model = tables.model?.actions.get(parsed.name.toLowerCase());
      if (model === undefined) return true;
      const types = tables.types.get(resourceClass(parsed.servicePrefix, resource)) ?? [];
      return appliesToTypes(model, types, resource);
    },
  };
}

function prefixTables(model: AuthorizationModel | undefined): PrefixTables {
  const templates = [...(model?.resourceTypes.values() ?? [])].flatMap(({ name, arns }) =>
    arns.map((arn) => ({ type: name, template: parseArnTemplate(arn) })),
  );
  return { model, templates, classes: new Map(), types: new Map() };
}

/** Actions without resource types apply to `*` alone (Service Authorization Reference, "Resource types" column). */
function appliesToTypes(action: ActionModel, types: readonly string[], resource: string): boolean {
  if (action.resourceTypes.length === 0) return resource === "*";
  return types.length === 0 || action.resourceTypes.some(({ name }) => types.includes(name));
}

/** Sorted names of the types that the resource may be; empty where none fits. */
function typesOf(templates: readonly TypedTemplate[], resource: string): readonly string[] {
  const arn = parseArnPattern(resource);
  if (arn === undefined) return [];
  const candidates = templates.filter(({ template }) => fitsTemplate(template, arn));
  const fitting = candidates.filter((candidate) => !isBetterNamed(candidate, candidates, arn));
  return [...new Set(fitting.map(({ type }) => type))].sort();
}

/**
 * A bucket's template fits an object's ARN too if its name may hold a slash. It does not count where it fits only so, and a
 * template with more literal characters describes the whole of the pattern.
 */
function isBetterNamed({ template }: TypedTemplate, candidates: readonly TypedTemplate[], arn: ArnPattern): boolean {
  const hasBetter = candidates.some(
    (other) => other.template.literalLength > template.literalLength && coversArn(other.template, arn),
  );
  return hasBetter && !fitsTemplate(template, arn, "strict");
}
