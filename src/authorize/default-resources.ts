/**
 * The resources of an action where no rule names them: its resource types in the reference, each filled from the input.
 * Required types are all taken, optional ones where the input tells them; what nothing tells is widened, never dropped.
 */
import type { ActionModel, ActionResourceType, AuthorizationModel } from "../data/authorization-index.ts";
import { parseArn } from "../iam/arn.ts";
import type { RuleSet } from "../services/define-service.ts";
import type { CallView } from "./call-view.ts";
import { formOf, inputArns } from "./input-arns.ts";
import { namingMembers } from "./match-members.ts";
import { isReference, NAME_FIT, nounOf, speaksOfType, stemOf } from "./member-names.ts";
import { asGiven, type ResolvedResource } from "./policy-text.ts";
import type { TypeFill } from "./type-question.ts";
import { resolveType } from "./typed-resource.ts";

export interface ActionQuestion {
  readonly action: ActionModel;
  readonly model: AuthorizationModel;
  readonly view: CallView;
  readonly rules?: RuleSet;
  /** The resource is made by the call, though the operation is not named after it. */
  readonly isMade?: boolean;
}

/** Operations that make what they are named after. */
export const CREATING =
  /^(?:BatchCreate|Create|Run|Import|Register|Allocate|Request|Copy|Restore|Start|Generate|Provision|Purchase|Clone|Issue|Publish|Upload)/;

interface FilledType {
  readonly type: ActionResourceType;
  readonly fill: TypeFill;
}

/** Never empty; `*` alone for an action that has no resource types. */
export function defaultResources(question: ActionQuestion): readonly ResolvedResource[] {
  const { resourceTypes } = question.action;
  if (resourceTypes.length === 0) return [{ arn: "*" }];
  const filled = resourceTypes.flatMap((type): FilledType[] => {
    const fill = fillType(type.name, question);
    return fill === undefined ? [] : [{ type, fill }];
  });
  const required = filled.filter(({ type }) => type.required);
  const told = toldOptionalTypes(filled, required.length > 0);
  if (required.length > 0) {
    const isOpen = told.length === 0 && required.every(({ fill }) => fill.by === "open" && !fill.isCreated);
    const given = isOpen && !CREATING.test(question.view.call.operation) ? foreignArn(question) : undefined;
    return given ?? [...withoutAlternatives(required, question), ...told].flatMap(({ fill }) => fill.resources);
  }
  if (told.length > 0) return told.flatMap(({ fill }) => fill.resources);
  const given = foreignArn(question);
  if (given === undefined && leavesOut(filled, question)) return [{ arn: "*" }];
  return given ?? openAlternatives(filled);
}

/** One type of the action; undefined where the reference does not describe it. */
export function fillType(name: string, question: ActionQuestion): TypeFill | undefined {
  const { action, model, view, rules, isMade } = question;
  const type = model.resourceTypes.get(name);
  if (type === undefined) return undefined;
  const noun = nounOf(view.call.operation);
  const required = action.resourceTypes.filter((candidate) => candidate.required);
  const isNamed = noun !== "" && (noun.endsWith(stemOf(name)) || stemOf(name).endsWith(noun));
  const isOnly = action.resourceTypes.length === 1 || (required.length === 1 && required[0]?.name === name);
  const rule = rules?.resources?.[name];
  const fills = rule?.filledBy;
  return resolveType({
    type: rule?.template === undefined ? type : { ...type, arns: [rule.template] },
    model,
    view,
    ...(fills === undefined ? {} : { fills }),
    isCreated: isMade ?? (CREATING.test(view.call.operation) && isNamed),
    takesBareNames: isNamed || isOnly,
  });
}

/**
 * Actions on any of several kinds of resources (tags, policies) list all as required. Where the input holds one ARN and
 * its form is that of one type, the types that nothing else tells are not meant.
 */
function withoutAlternatives(required: readonly FilledType[], { view }: ActionQuestion): readonly FilledType[] {
  const isTold = required.some(({ fill }) => fill.by === "arn");
  const arns = inputArns(view.call);
  const isOnlyOne = arns.length === 1 && namingMembers(view).length === 0;
  const isGeneric = arns.some(({ member, isTopLevel }) => isTopLevel && ["", "resource"].includes(stemOf(member)));
  if (!isTold || !(isOnlyOne || isGeneric)) return required;
  return required.filter(({ fill }) => fill.isCreated || (fill.by !== "open" && !(isGeneric && isPartOfAnother(fill))));
}

/** Filled by nothing but parts of an ARN that is another type's: a table, where the request names its stream. */
const isPartOfAnother = ({ by, fit }: TypeFill): boolean => by === "name" && fit === Number.POSITIVE_INFINITY;

/** ARNs and rules decide; else all types whose variables are named exactly; else the one that fits best. */
function toldOptionalTypes(filled: readonly FilledType[], hasRequired: boolean): readonly FilledType[] {
  const told = filled.filter(({ type, fill }) => !type.required && fill.by !== "open");
  const certain = told.filter(({ fill }) => fill.by === "arn" || fill.by === "rule");
  const exact = told.filter(({ fill }) => fill.by === "name" && fill.fit === NAME_FIT.exact);
  if (certain.length > 0 || exact.length > 0 || hasRequired) return [...certain, ...exact];
  const best = Math.max(...told.map(({ fill }) => fill.fit));
  return told.filter(({ fill }) => fill.fit === best).slice(0, 1);
}

/** `ResourceArn` and the like name the resource even where its form is none that the reference lists for the action: AWS checks what it is given. */
function foreignArn({ model, view }: ActionQuestion): readonly ResolvedResource[] | undefined {
  const namespaces = new Set(
    [...model.resourceTypes.values()].flatMap(({ arns }) => arns.map((arn) => arn.split(":")[2])),
  );
  const generic = inputArns(view.call).filter(
    ({ member, isTopLevel, arn }) =>
      isTopLevel && ["", "resource"].includes(stemOf(member)) && namespaces.has(parseArn(arn)?.serviceNamespace),
  );
  const unknown = generic.filter(({ arn }) => formOf(arn, model) === undefined);
  const found = unknown.length > 0 ? unknown : generic;
  return found.length === 0 ? undefined : found.map(({ arn }) => asGiven(arn));
}

/**
 * True of a request without the optional members that could name a resource of these types: then there is none, and AWS
 * checks the action alone. Types that no member of the operation speaks of may be named by any reference that is there.
 */
function leavesOut(filled: readonly FilledType[], { view }: ActionQuestion): boolean {
  const { call, operation } = view;
  if (operation === undefined || call.inputTruncated || filled.some(({ fill }) => fill.isCreated)) return false;
  const speaking = filled.map(({ type }) => operation.members.filter(({ name }) => speaksOfType(name, type.name)));
  if (speaking.flat().some(({ name }) => call.members.includes(name))) return false;
  const isNamed = (members: readonly unknown[]): boolean => members.length > 0;
  return speaking.every(isNamed) || (speaking.some(isNamed) && !call.members.some(isReference));
}

/**
 * Types that are all optional: the ARN of the one that the input tells best, or that is made. A request that tells
 * nothing of any is not about one resource (lists without ids), so `*`; so it is where nothing tells which is meant.
 */
function openAlternatives(filled: readonly FilledType[]): readonly ResolvedResource[] {
  const [best, ...others] = [...filled].sort((a, b) => b.fill.fit - a.fill.fit);
  const isTold = best !== undefined && (best.fill.isCreated || best.fill.fit > NAME_FIT.none);
  if (isTold && (others.length === 0 || best.fill.fit > (others[0]?.fill.fit ?? 0))) return best.fill.resources;
  const names = filled.map(({ type }) => type.name).join(", ");
  const reason = others.length === 0 ? "no-resource-in-input" : "ambiguous-resource-type";
  return [
    { arn: "*", widened: { reason, detail: names === "" ? "the reference has no ARN form" : `one of ${names}` } },
  ];
}
