/** Permissions of an operation that a service record has a rule for. */
import { parseArn } from "../iam/arn.ts";
import type { ConditionBlock } from "../iam/condition.ts";
import {
  type AuthorizedAction,
  actionNames,
  type OperationRule,
  type RuleConditions,
} from "../services/define-service.ts";
import type { RuleValue } from "../services/rule-value.ts";
import type { CallQuestion } from "./call-question.ts";
import { type CallView, valuesAt } from "./call-view.ts";
import { holds } from "./evaluate-condition.ts";
import { evaluateValue } from "./evaluate-value.ts";
import { permissionsOn } from "./permission.ts";
import { inPolicySyntax, isSpelled, type PolicyText, type ResolvedResource } from "./policy-text.ts";
import type { RequiredPermission } from "./required-permission.ts";
import { resourcesOf, untoldResources } from "./rule-resources.ts";

/**
 * The actions whose conditions the request meets. Where it meets none although AWS always checks something (an input
 * that was cut, or never seen), all that may be meant are taken, widened.
 */
export function ruledPermissions(question: CallQuestion, rule: OperationRule): readonly RequiredPermission[] {
  const met = permissionsOfActions(question, rule);
  if (met.some(({ origin }) => origin === "direct")) return met;
  const possible = rule.authorizedActions.filter(({ origin }) => origin === undefined);
  return [...met, ...possible.flatMap((authorized) => untoldPermissions(authorized, { question, rule }))];
}

/** What the API's operations need beside their own actions; nothing where the request does not ask for it. */
export function permissionsBesides(question: CallQuestion): readonly RequiredPermission[] {
  return (question.rules?.besides ?? []).flatMap((rule) => permissionsOfActions(question, rule));
}

type Rule = Pick<OperationRule, "authorizedActions" | "because" | "unconfirmed"> & Partial<Pick<OperationRule, "see">>;

/** Those of the rule's actions whose conditions the request meets; none where it meets none. */
export const permissionsOfActions = (question: CallQuestion, rule: Rule): readonly RequiredPermission[] =>
  rule.authorizedActions.flatMap((authorized) => onEachElement(authorized, { question, rule }));

interface RuleContext {
  readonly question: CallQuestion;
  readonly rule: Rule;
}

function onEachElement(authorized: AuthorizedAction, context: RuleContext): readonly RequiredPermission[] {
  const { view } = context.question;
  const { forEach } = authorized;
  if (forEach === undefined) return permissionsFor(authorized, view, context);
  return valuesAt(view, forEach).flatMap((value) =>
    permissionsFor(authorized, { ...view, element: { path: forEach, value } }, context),
  );
}

function permissionsFor(
  authorized: AuthorizedAction,
  view: CallView,
  context: RuleContext,
): readonly RequiredPermission[] {
  if (authorized.when !== undefined && !holds(authorized.when, view)) return [];
  const { authorization, rules } = context.question;
  return namesOf(authorized, view).flatMap((action) => {
    const asked = { authorization, view, action, ...(rules === undefined ? {} : { rules }) };
    const resources = resourcesOf(authorized.resource, asked);
    const known = resources.length > 0 ? resources : untoldResources(authorized.resource, asked);
    return build(authorized, { action, view, context, resources: known });
  });
}

const UNSEEN: ResolvedResource = {
  arn: "*",
  widened: { reason: "input-unknown", detail: "the part of the input that decides was not seen" },
};

const untoldPermissions = (authorized: AuthorizedAction, context: RuleContext): readonly RequiredPermission[] =>
  namesOf(authorized, context.question.view).flatMap((action) =>
    build({ ...authorized, conditions: {} }, { action, view: context.question.view, context, resources: [UNSEEN] }),
  );

interface Built {
  readonly action: string;
  readonly view: CallView;
  readonly context: RuleContext;
  readonly resources: readonly ResolvedResource[];
}

function build(
  authorized: AuthorizedAction,
  { action, view, context, resources }: Built,
): readonly RequiredPermission[] {
  const { rule, question } = context;
  return permissionsOn(
    {
      action,
      because: authorized.because ?? rule.because,
      ...(rule.see === undefined ? {} : { see: rule.see }),
      verified: rule.unconfirmed !== true,
      origin: authorized.origin ?? "direct",
      conditions: conditionsOf(authorized.conditions ?? {}, view),
    },
    resources,
    question.authorization,
  );
}

function namesOf(authorized: AuthorizedAction, { operation }: CallView): readonly string[] {
  const { action } = authorized;
  const isMethod = typeof action === "object" && "kind" in action;
  return isMethod ? [`${action.servicePrefix}:${operation?.method ?? "*"}`] : actionNames(authorized);
}

/** A key whose value the request does not fix, or no policy can hold, is left out: the statement is wider then, but right. */
function conditionsOf(conditions: RuleConditions, view: CallView): ConditionBlock {
  const entries = Object.entries(conditions).map(([operator, keys]): [string, ConditionBlock[string]] => [
    operator,
    Object.fromEntries(
      Object.entries(keys)
        .map(([key, value]): [string, readonly string[]] => [key, conditionValues(value, operator, view)])
        .filter(([, values]) => values.length > 0),
    ),
  ]);
  return Object.fromEntries(entries.filter(([, keys]) => Object.keys(keys).length > 0));
}

/** None where one of them is not what the operator compares: a condition on the others would refuse the request. */
function conditionValues(value: RuleValue, operator: string, view: CallView): readonly string[] {
  const found = evaluateValue(value, view);
  const isComparable = found.every((text) => isSpelled(text) && (!/Arn/.test(operator) || isArn(text)));
  return isComparable ? [...new Set(found.map((text) => inPolicySyntax(text).text))].sort() : [];
}

const isArn = ({ text, isPattern }: PolicyText): boolean => isPattern || parseArn(text) !== undefined;
