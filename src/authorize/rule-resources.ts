/** Evaluates the resource rules of a service record (`services/rule-resource.ts`) for one call. */

import type { AuthorizationIndex } from "../data/authorization-index.ts";
import { parseArn } from "../iam/arn.ts";
import type { RuleSet } from "../services/define-service.ts";
import type { ResourceRule } from "../services/rule-resource.ts";
import type { Fill } from "../services/rule-value.ts";
import { type CallView, textsAt } from "./call-view.ts";
import { defaultResources, fillType } from "./default-resources.ts";
import { evaluateValue, factOfCall } from "./evaluate-value.ts";
import { asGiven, joinTexts, literal, type PolicyText, type ResolvedResource, wildcard } from "./policy-text.ts";
import { arnTemplate, fillArn } from "./resource-arn.ts";
import { fillByRule, fillTemplate } from "./typed-resource.ts";

export interface ResourceContext {
  readonly authorization: AuthorizationIndex;
  readonly rules?: RuleSet;
  readonly view: CallView;
  /** `prefix:Action` that the resources are for. */
  readonly action: string;
  /** Other rules follow: a resource that the request leaves open does not count. */
  readonly isOneOfSeveral?: true;
}

/** What the rule names; without a rule the default. Empty where the request does not fill the rule. */
export function resourcesOf(rule: ResourceRule | undefined, context: ResourceContext): readonly ResolvedResource[] {
  if (rule === undefined) return byDefault(context);
  switch (rule.kind) {
    case "typed":
      return ofType(rule, context);
    case "new":
      return evaluateValue(rule.type, context.view).flatMap(({ text }) =>
        anyOfType(text, "id-assigned-by-aws", context),
      );
    case "arn":
      return evaluateValue(rule.value, context.view).filter(isArn).map(asResource);
    case "template":
      return firstTemplate(rule.template, rule.fills, context);
    case "request-path":
      return ofRequestPath(rule, context);
    case "every":
      return [{ arn: "*" }];
    case "untold":
      return [{ arn: "*", widened: { reason: rule.reason, detail: rule.detail } }];
    case "either":
      return firstOf(rule.of, context);
    case "all":
      return rule.of.flatMap((part) => resourcesOf(part, context));
  }
}

/** Where the request does not fill the rule: any resource of a type that the action always needs, else `*`; a widening either way. */
export function untoldResources(
  rule: ResourceRule | undefined,
  context: ResourceContext,
): readonly [ResolvedResource, ...ResolvedResource[]] {
  const [prefix = "", name = ""] = context.action.split(":");
  const action = context.authorization.load(prefix)?.actions.get(name.toLowerCase());
  const needed = action?.resourceTypes.filter(({ required }) => required).map((type) => type.name);
  const isNeeded = rule?.kind === "typed" && needed?.includes(rule.type) === true;
  const [first, ...others] = isNeeded ? anyOfType(rule.type, "no-resource-in-input", context) : [];
  return first === undefined ? [UNTOLD] : [first, ...others];
}

const UNTOLD: ResolvedResource = {
  arn: "*",
  widened: { reason: "no-resource-in-input", detail: "the request does not name the resource" },
};

const isArn = ({ text, isPattern }: PolicyText): boolean =>
  isPattern ? text.startsWith("arn:") : parseArn(text) !== undefined;

/** An ARN of the input, or one that a rule has put together in policy syntax. */
function asResource({ text, isPattern, widened }: PolicyText): ResolvedResource {
  return isPattern ? { arn: text, ...(widened === undefined ? {} : { widened }) } : asGiven(text);
}

function firstOf(rules: readonly ResourceRule[], context: ResourceContext): readonly ResolvedResource[] {
  for (const rule of rules) {
    const found = resourcesOf(rule, { ...context, isOneOfSeveral: true });
    if (found.length > 0) return found;
  }
  const last = rules.at(-1);
  return last === undefined ? [] : resourcesOf(last, context);
}

function firstTemplate(text: string, fills: readonly Fill[], context: ResourceContext): readonly ResolvedResource[] {
  for (const fill of fills) {
    const found = fillTemplate(arnTemplate(text), fill, context);
    if (found.length > 0) return found;
  }
  return [];
}

const prefixOf = (action: string): string => action.slice(0, action.indexOf(":"));

function byDefault(context: ResourceContext): readonly ResolvedResource[] {
  const model = context.authorization.load(prefixOf(context.action));
  const action = model?.actions.get(context.action.slice(prefixOf(context.action).length + 1).toLowerCase());
  if (model === undefined || action === undefined) {
    return [{ arn: "*", widened: { reason: "action-unknown", detail: `no table lists ${context.action}` } }];
  }
  return defaultResources({ ...context, action, model });
}

function ofType(
  rule: { readonly type: string; readonly fills?: readonly Fill[] },
  context: ResourceContext,
): readonly ResolvedResource[] {
  const model = context.authorization.load(prefixOf(context.action));
  const type = model?.resourceTypes.get(rule.type);
  if (model === undefined || type === undefined) return [];
  if (rule.fills !== undefined) return fillByRule({ type, model, view: context.view }, rule.fills);
  const action = model.actions.get(context.action.slice(prefixOf(context.action).length + 1).toLowerCase());
  if (action === undefined) return [];
  const fill = fillType(rule.type, { ...context, model, action });
  return fill === undefined || (fill.by === "open" && context.isOneOfSeveral) ? [] : fill.resources;
}

/** Every variable is open; a type that the reference does not know has no ARN. */
function anyOfType(
  name: string,
  reason: string,
  { authorization, action, view }: ResourceContext,
): readonly ResolvedResource[] {
  const type = authorization.load(prefixOf(action))?.resourceTypes.get(name);
  return (type?.arns ?? []).map((text) => {
    const template = arnTemplate(text);
    const assigned = template.variables.map((variable): [string, PolicyText] => [
      variable,
      wildcard("*", reason, `${variable} of ${name}`),
    ]);
    return fillArn(template, new Map([...factsOfCall(view), ...assigned]));
  });
}

/** Labels stand in the path as the client sent them, percent-encoded; one that was not kept is told. */
function ofRequestPath(
  rule: { readonly template: string; readonly without?: RegExp },
  { view }: ResourceContext,
): readonly ResolvedResource[] {
  const path = rule.without === undefined ? view.operation?.path : view.operation?.path.replace(rule.without, "");
  if (path === undefined) return [];
  const parts = path.split(/(\{[^}]+\})/).map((part) => pathPart(part, view));
  return [fillArn(arnTemplate(rule.template), new Map([...factsOfCall(view), ["Path", joinTexts(parts)]]))];
}

const factsOfCall = (view: CallView): readonly [string, PolicyText][] => [
  ["Partition", factOfCall("partition", view)],
  ["Region", factOfCall("region", view)],
  ["Account", factOfCall("account", view)],
];

function pathPart(part: string, view: CallView): PolicyText {
  const label = /^\{([^}+]+)\+?\}$/.exec(part)?.[1];
  if (label === undefined) return literal(part);
  const member = view.operation?.members.find(({ location, wireName }) => location === "uri" && wireName === label);
  const text = textsAt(view, member?.name ?? label)[0];
  return text === undefined
    ? wildcard("*", "no-resource-in-input", `${label} of the path`)
    : literal(encodeURIComponent(text));
}
