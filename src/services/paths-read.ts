/** Which values of the input the rules of an operation read: decoding keeps these and no others (no secret reaches a recording). */
import type { AuthorizedAction, RuleSet, ServiceRules } from "./define-service.ts";
import type { RuleCondition } from "./rule-condition.ts";
import type { ResourceRule } from "./rule-resource.ts";
import { type Fill, isMatching, type MemberPath, type RuleValue } from "./rule-value.ts";

/**
 * Every member path whose value a rule for `operation` reads, sorted. A path that is only asked for its presence is left
 * out where it is a top-level member, because the names of those are always kept.
 */
export function pathsRead(rules: ServiceRules, operation: string): readonly MemberPath[] {
  const paths = [rules, ...(rules.variants ?? [])].flatMap((set) => ofRuleSet(set, operation));
  const conditions = (rules.variants ?? []).flatMap(({ when }) => ofCondition(when));
  return [...new Set([...paths, ...conditions])].sort();
}

function ofRuleSet({ operations, otherwise, resources }: RuleSet, operation: string): readonly MemberPath[] {
  const rule = operations?.[operation] ?? otherwise;
  const fills = Object.values(resources ?? {}).flatMap(({ filledBy }) => filledBy);
  return [...(rule?.authorizedActions ?? []).flatMap(ofAction), ...fills.flatMap(ofFill)];
}

function ofAction({ resource, when, conditions }: AuthorizedAction): readonly MemberPath[] {
  return [
    ...(resource === undefined ? [] : ofResource(resource)),
    ...(when === undefined ? [] : ofCondition(when)),
    ...Object.values(conditions ?? {}).flatMap((keys) => Object.values(keys).flatMap(ofValue)),
  ];
}

function ofResource(rule: ResourceRule): readonly MemberPath[] {
  switch (rule.kind) {
    case "typed":
    case "template":
      return (rule.fills ?? []).flatMap(ofFill);
    case "arn":
      return ofValue(rule.value);
    case "either":
    case "all":
      return rule.of.flatMap(ofResource);
    default:
      return [];
  }
}

function ofFill(fill: Fill): readonly MemberPath[] {
  if (isMatching(fill)) return [...ofValue(fill.of), ...ofFill(fill.also)];
  return Object.values(fill).flatMap(ofValue);
}

function ofValue(value: RuleValue): readonly MemberPath[] {
  if (typeof value === "string") return [];
  switch (value.kind) {
    case "member":
      return [value.path];
    case "captured":
    case "lower-case":
      return ofValue(value.of);
    case "joined":
      return value.parts.flatMap(ofValue);
    case "first-of":
      return value.values.flatMap(ofValue);
    default:
      return [];
  }
}

function ofCondition(condition: RuleCondition): readonly MemberPath[] {
  switch (condition.kind) {
    case "present":
      return /[.[{]/.test(condition.path) ? [condition.path] : [];
    case "equals":
    case "matches":
      return [condition.path];
    case "not":
      return ofCondition(condition.condition);
    case "all":
    case "any":
      return condition.of.flatMap(ofCondition);
    default:
      return [];
  }
}
