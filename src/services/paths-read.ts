/** Which values of the input the rules of an operation read: decoding keeps these and no others (no secret reaches a recording). */
import { CALL_HINTS } from "./call-hints.ts";
import { keyConditionsOf, keySettingOperations, keySettingsOf } from "./data-keys.ts";
import { type AuthorizedAction, ofOperation, type RuleSet, type ServiceRules } from "./define-service.ts";
import type { RuleCondition } from "./rule-condition.ts";
import type { ResourceRule } from "./rule-resource.ts";
import { type Fill, isFillWhen, isMatching, type MemberPath, type RuleValue } from "./rule-value.ts";

/** A text of which only the part that the pattern matches may be kept. */
export interface Excerpt {
  readonly path: MemberPath;
  readonly pattern: RegExp;
}

/**
 * Every member path whose value a rule for `operation` reads, sorted. A path that is only asked for its presence is left
 * out where it is a top-level member, because the names of those are always kept; so are paths of excerpts.
 */
export function pathsRead(rules: ServiceRules, operation: string): readonly MemberPath[] {
  return [...new Set(readings(rules, operation).filter((reading) => typeof reading === "string"))].sort();
}

/** The texts of which the rules for `operation` read a part, each path once. */
export function excerptsRead(rules: ServiceRules, operation: string): readonly Excerpt[] {
  const excerpts = readings(rules, operation).filter((reading) => typeof reading !== "string");
  return [...new Map(excerpts.map((found) => [found.path, found])).values()];
}

/** The operations of which something else may be read than of all the others. */
export function operationsNamed(rules: ServiceRules): readonly string[] {
  const ofSets = [rules, ...(rules.variants ?? [])].flatMap(({ operations = {}, makes = {} }) => [
    ...Object.keys(operations),
    ...Object.keys(makes),
  ]);
  const hints = CALL_HINTS.filter(({ sdkId }) => sdkId === rules.sdkId).flatMap(({ operations }) => operations);
  return [...new Set([...ofSets, ...hints, ...keySettingOperations(rules.sdkId)])].sort();
}

type Reading = MemberPath | Excerpt;

function readings(rules: ServiceRules, operation: string): readonly Reading[] {
  const variants = rules.variants ?? [];
  const sets = [rules, ...variants].flatMap((set) => ofRuleSet(set, operation));
  const keyConditions = keyConditionsOf(rules.sdkId);
  const conditions = [...variants.map(({ when }) => when), ...keyConditions, ...hintConditions(rules.sdkId, operation)];
  const keysSet = keySettingsOf(rules.sdkId, operation).flatMap(({ key, when }) => [
    ...ofValue(key),
    ...(when === undefined ? [] : ofCondition(when)),
  ]);
  return [...sets, ...conditions.flatMap(ofCondition), ...keysSet];
}

const hintConditions = (sdkId: string, operation: string): readonly RuleCondition[] =>
  CALL_HINTS.filter((hint) => hint.sdkId === sdkId && hint.operations.includes(operation)).flatMap(({ when }) =>
    when === undefined ? [] : [when],
  );

function ofRuleSet(
  { operations, otherwise, besides, makes, resources }: RuleSet,
  operation: string,
): readonly Reading[] {
  const rule = ofOperation(operations, operation) ?? otherwise;
  const actions = [rule, ...(besides ?? [])].flatMap((each) => each?.authorizedActions ?? []);
  const fills = Object.values(resources ?? {}).flatMap(({ filledBy }) => filledBy);
  const made = ofOperation(makes, operation);
  return [...actions.flatMap(ofAction), ...fills.flatMap(ofFill), ...(made === undefined ? [] : ofResource(made))];
}

function ofAction({ resource, when, conditions }: AuthorizedAction): readonly Reading[] {
  return [
    ...(resource === undefined ? [] : ofResource(resource)),
    ...(when === undefined ? [] : ofCondition(when)),
    ...Object.values(conditions ?? {}).flatMap((keys) => Object.values(keys).flatMap(ofValue)),
  ];
}

function ofResource(rule: ResourceRule): readonly Reading[] {
  switch (rule.kind) {
    case "typed":
    case "template":
      return (rule.fills ?? []).flatMap(ofFill);
    case "arn":
      return ofValue(rule.value);
    case "new":
      return ofValue(rule.type);
    case "either":
    case "all":
      return rule.of.flatMap(ofResource);
    default:
      return [];
  }
}

function ofFill(fill: Fill): readonly Reading[] {
  if (isFillWhen(fill)) return [...ofCondition(fill.condition), ...ofFill(fill.fill)];
  return isMatching(fill)
    ? [...ofValue(fill.of), ...ofFill(fill.also)]
    : Object.values(fill).flatMap((value) => ofValue(value));
}

function ofValue(value: RuleValue): readonly Reading[] {
  if (typeof value === "string") return [];
  switch (value.kind) {
    case "member":
      return [value.path];
    case "excerpt":
      return [{ path: value.path, pattern: value.pattern }];
    case "captured":
    case "lower-case":
      return ofValue(value.of);
    case "joined":
      return value.parts.flatMap(ofValue);
    case "first-of":
    case "each-of":
      return value.values.flatMap(ofValue);
    default:
      return [];
  }
}

function ofCondition(condition: RuleCondition): readonly Reading[] {
  switch (condition.kind) {
    case "present":
      return /[.[{]/.test(condition.path) ? [condition.path] : [];
    case "equals":
      return [condition.path];
    case "matches":
      return ofValue(condition.of);
    case "not":
      return ofCondition(condition.condition);
    case "all":
    case "any":
      return condition.of.flatMap(ofCondition);
    default:
      return [];
  }
}
