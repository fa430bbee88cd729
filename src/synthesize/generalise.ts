/**
 * Observed resources as the next run will need them: what AWS names anew in every run becomes a pattern, as narrow as its
 * form allows; what only looks so is offered in a finding. `--exact` keeps everything as observed.
 */
import type { AuthorizationIndex } from "../data/authorization-index.ts";
import { parseAction } from "../iam/action.ts";
import { buildArn, parseArn } from "../iam/arn.ts";
import { covers, hasWildcard, type Pattern, parsePattern } from "../iam/wildcard.ts";
import {
  assignedNames,
  type CreatedFact,
  type CreatedName,
  createdNames,
  SEPARATOR,
  withoutAccount,
} from "./created-names.ts";
import { ephemeralPattern } from "./ephemeral-part.ts";
import { FINDING_KINDS } from "./finding-codes.ts";
import { generatedResources, type PatternOf } from "./generated-resources.ts";
import type { ObservedPermission } from "./observed-permission.ts";
import { compareText, groupBy, sortedNumbers, sortedTexts } from "./order.ts";
import type { Finding } from "./policy-set.ts";
import { type VaryingName, varyingNames } from "./varying-names.ts";

export interface GeneraliseOptions {
  readonly authorization: AuthorizationIndex;
  readonly created?: readonly CreatedFact[];
  /** Nothing but what `generalise` asks for is generalised, and nothing offered. */
  readonly exact?: boolean;
  /** Resources that the user wants granted as a whole; each must cover something to have an effect. */
  readonly generalise?: readonly string[];
}

export interface Generalised {
  readonly observed: readonly ObservedPermission[];
  readonly findings: readonly Finding[];
}

/** Reason of a widening that this stage makes; its finding has the same code. */
const GENERALISED = "generalised";

interface Generalisation {
  readonly resource: string;
  readonly why: string;
}

/** The same permissions, each resource generalised at most once: by the user's pattern, as created, as ephemeral. */
export function generalise(observed: readonly ObservedPermission[], options: GeneraliseOptions): Generalised {
  const patternOf = generatedResources(options.authorization);
  const varying = options.exact ? [] : varyingNames(observed, patternOf);
  const assigned = assignedNames(options.created ?? [], assignedPatterns(observed));
  const rules = rulesOf(options, { varying: varyingRule(varying), assigned: assignedRule(assigned) });
  const result = observed.map((one) => generalisePermission(one, rules));
  const findings = [
    ...unusedPatterns(observed, options.generalise ?? []),
    ...(options.exact ? [] : [...offers(result, patternOf), ...varyingOffers(result, varying)]),
  ];
  return { observed: result, findings };
}

type Rule = (action: string, resource: string) => Generalisation | undefined;

function rulesOf(
  { authorization, created = [], exact = false, generalise: patterns = [] }: GeneraliseOptions,
  { varying, assigned }: { readonly varying: Rule; readonly assigned: Rule },
): Rule {
  const wanted = patterns.map(parsePattern);
  const names = createdNames(created);
  const ephemeral = ephemeralRule(authorization);
  const known = new Map<string, Generalisation | undefined>();
  return (action, resource) => {
    const key = `${action}\n${resource}`;
    if (!known.has(key)) {
      const asked = askedFor(wanted, resource);
      const found =
        asked ??
        (exact
          ? undefined
          : (asCreated(names, resource) ??
            assigned(action, resource) ??
            ephemeral(action, resource) ??
            varying(action, resource)));
      known.set(key, found);
    }
    return known.get(key);
  };
}

/** Resources that some request leaves to AWS in part. */
const assignedPatterns = (observed: readonly ObservedPermission[]): readonly string[] =>
  sortedTexts(
    observed.flatMap(({ permission: { resources, widened } }) =>
      widened?.reason.endsWith(ASSIGNED) === true ? resources.filter(hasWildcard) : [],
    ),
  );

/** End of the reasons of widenings for what AWS chooses when it makes something. */
const ASSIGNED = "-assigned-by-aws";

function assignedRule(names: ReadonlyMap<string, CreatedName>): Rule {
  return (_, resource) => {
    const arn = names.size === 0 || hasWildcard(resource) ? undefined : parseArn(resource);
    const found = arn && names.get(withoutAccount(arn));
    if (arn === undefined || found === undefined) return undefined;
    const why = `\`${arn.resource}\` was made by ${found.by}, and AWS ends the next one's name otherwise`;
    return { resource: buildArn({ ...arn, resource: found.pattern }), why };
  };
}

function varyingRule(varying: readonly VaryingName[]): Rule {
  const patterns = new Map(
    varying.flatMap(({ pattern, resources, isPlain }) => (isPlain ? resources : []).map((one) => [one, pattern])),
  );
  return (_, resource) => {
    const pattern = patterns.get(resource);
    return pattern === undefined
      ? undefined
      : { resource: pattern, why: "each of the recordings has another name in this place" };
  };
}

function askedFor(wanted: readonly Pattern[], resource: string): Generalisation | undefined {
  const subject = parsePattern(resource);
  const pattern = wanted.find((one) => covers(one, subject));
  return pattern && { resource: pattern.text, why: "`--generalise` asks for it" };
}

function asCreated(names: ReadonlyMap<string, CreatedName>, resource: string): Generalisation | undefined {
  const arn = parseArn(resource);
  if (names.size === 0 || arn === undefined) return undefined;
  const made = new Set<string>();
  const segments = arn.resource.split(SEPARATOR).map((segment) => {
    const found = names.get(segment);
    if (found === undefined) return segment;
    made.add(`\`${segment}\` was made by ${found.by}, and the next run makes another`);
    return found.pattern;
  });
  if (made.size === 0) return undefined;
  return { resource: buildArn({ ...arn, resource: segments.join("") }), why: sortedTexts(made).join("; ") };
}

function ephemeralRule(authorization: AuthorizationIndex): Rule {
  const readers = new Map<string, ReturnType<typeof ephemeralPattern>>();
  return (action, resource) => {
    const prefix = parseAction(action)?.servicePrefix.toLowerCase() ?? "";
    const model = authorization.load(prefix);
    if (model === undefined || hasWildcard(resource)) return undefined;
    const read = readers.get(prefix) ?? ephemeralPattern(model);
    readers.set(prefix, read);
    const pattern = read(resource);
    return pattern === undefined ? undefined : { resource: pattern, why: "AWS gives it a new id in every run" };
  };
}

function generalisePermission(one: ObservedPermission, rule: Rule): ObservedPermission {
  const { permission } = one;
  const found = permission.resources.map((resource) => rule(permission.action, resource));
  if (found.every((generalisation) => generalisation === undefined)) return one;
  const resources = sortedTexts(permission.resources.map((resource, index) => found[index]?.resource ?? resource));
  const detail = sortedTexts(found.flatMap((generalisation) => generalisation?.why ?? [])).join("; ");
  // What is wider already keeps its own reason, which weighs more.
  const widened = permission.widened ?? { reason: GENERALISED, detail };
  return { ...one, permission: { ...permission, resources, widened } };
}

/** Resources that look generated and are granted as they are: a finding each pattern, with the option that grants it. */
function offers(observed: readonly ObservedPermission[], patternOf: PatternOf): Finding[] {
  const offered = observed.flatMap(({ permission: { action, resources }, call }) =>
    resources.flatMap((resource) => {
      const found = patternOf(action, resource);
      return found === undefined ? [] : [{ ...found, resource, call }];
    }),
  );
  return [...groupBy(offered, ({ pattern }) => pattern)]
    .sort(([a], [b]) => compareText(a, b))
    .map(([pattern, same]) => {
      const resources = sortedTexts(same.map(({ resource }) => resource));
      const seems = resources.length === 1 ? "seems" : `and ${resources.length - 1} more seem`;
      return finding("looks-generated", {
        message: `\`${resources[0]}\` ${seems} to hold ${same[0]?.looksLike.join(" and ")}: if the next run makes another, add \`--generalise '${pattern}'\``,
        calls: same.map(({ call }) => call),
      });
    });
}

/** Names that the runs have in place of each other, where more than that speaks against it or too little for it. */
function varyingOffers(observed: readonly ObservedPermission[], varying: readonly VaryingName[]): Finding[] {
  const offered = varying.filter(({ isPlain }) => !isPlain);
  if (offered.length === 0) return [];
  const calls = new Map<string, number[]>();
  for (const { permission, call } of observed) {
    for (const resource of permission.resources) calls.set(resource, [...(calls.get(resource) ?? []), call]);
  }
  return offered.flatMap(({ pattern, resources }) => {
    const granted = resources.filter((resource) => calls.has(resource));
    if (granted.length === 0) return [];
    const names = resources.length === 2 ? "" : ` and ${resources.length - 2} more`;
    const message = `\`${resources[0]}\`, \`${resources[1]}\`${names} stand in the same place of different recordings: if each run makes another, add \`--generalise '${pattern}'\``;
    return [finding("varies", { message, calls: granted.flatMap((resource) => calls.get(resource) ?? []) })];
  });
}

function unusedPatterns(observed: readonly ObservedPermission[], patterns: readonly string[]): Finding[] {
  const subjects = sortedTexts(observed.flatMap(({ permission }) => permission.resources)).map(parsePattern);
  return patterns
    .filter((pattern) => !subjects.some((subject) => covers(parsePattern(pattern), subject)))
    .map((pattern) =>
      finding("generalise-unused", {
        message: `no call needs anything within \`--generalise '${pattern}'\``,
        calls: [],
      }),
    );
}

function finding(
  code: "looks-generated" | "generalise-unused" | "varies",
  { message, calls }: Pick<Finding, "message" | "calls">,
): Finding {
  return { code, severity: FINDING_KINDS[code].severity, message, calls: sortedNumbers(calls) };
}
