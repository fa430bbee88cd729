/** Finds the ARNs of one resource type in a call: by the service's own rule, by ARNs in the input, by member names; what stays open becomes `*` with a reason. */
import type { AuthorizationModel, ResourceTypeModel } from "../data/authorization-index.ts";
import { type Fill, isFillWhen, isMatching } from "../services/rule-value.ts";
import type { CallView } from "./call-view.ts";
import { holds } from "./evaluate-condition.ts";
import { evaluateValue, factOfCall } from "./evaluate-value.ts";
import { formOf, type InputArn, inputArns } from "./input-arns.ts";
import { matchMembers, type NamedTexts, namingMembers, nestedMembers } from "./match-members.ts";
import { NAME_FIT, nameFit, stemOf, type VariableSlot } from "./member-names.ts";
import { asGiven, literal, type PolicyText, product, type ResolvedResource, wildcard } from "./policy-text.ts";
import { type ArnTemplate, arnTemplate, type Bindings, fillArn, matchArn, unfilledVariables } from "./resource-arn.ts";

export interface TypeFill {
  /** `arn`: the input holds the ARN; `rule`: the service's record tells; `name`: by member names; `open`: some variable is `*`. */
  readonly by: "arn" | "rule" | "name" | "open";
  /** Of member names; the weakest of the variables. */
  readonly fit: number;
  readonly resources: readonly ResolvedResource[];
  /** The operation makes the resource. */
  readonly isCreated: boolean;
}

export interface TypeQuestion {
  readonly type: ResourceTypeModel;
  readonly model: AuthorizationModel;
  readonly view: CallView;
  /** The service's own rule for the type, if it has one. */
  readonly fills?: readonly Fill[];
  readonly isCreated: boolean;
  readonly takesBareNames: boolean;
}

const callFacts = (view: CallView): [string, PolicyText][] => [
  ["Partition", factOfCall("partition", view)],
  ["Region", factOfCall("region", view)],
  ["Account", factOfCall("account", view)],
];

/** What the input tells about the type; the order of the ways is the order of their certainty. A rule ends the guessing by names. */
export function resolveType(question: TypeQuestion): TypeFill {
  const ruled = fillByRule(question, question.fills ?? []);
  const { isCreated } = question;
  if (ruled.length > 0) {
    return { by: "rule", fit: CERTAIN, resources: [...ruled, ...arnsAmongNames(question, ruled)], isCreated };
  }
  const given = arnsOfType(question);
  const byNames = fillByNames(question);
  const among = byNames.by === "name" ? arnsAmongNames(question, byNames.resources) : [];
  if (among.length > 0) return { ...byNames, resources: [...byNames.resources, ...among] };
  const isNamedInFull = byNames.by === "name" && byNames.fit === NAME_FIT.exact;
  if (given.arns.length > 0 && !(isNamedInFull && !given.isNamed)) return byArns(given.arns, question);
  const isGuessed = byNames.by === "open" && !isCreated && question.fills === undefined;
  const strange = isGuessed ? arnsOfUnknownForm(question) : [];
  return strange.length > 0 ? byArns(strange, question) : byNames;
}

const byArns = (arns: readonly InputArn[], { isCreated }: TypeQuestion): TypeFill => ({
  by: "arn",
  fit: CERTAIN,
  resources: arns.map(({ arn }) => asGiven(arn)),
  isCreated,
});

/**
 * A list may hold names and ARNs side by side; what fills the names must not lose the ARNs. A rule that writes an ARN in
 * another form (a log group's `:*`) has seen it already.
 */
function arnsAmongNames(
  { type, model, view }: TypeQuestion,
  known: readonly ResolvedResource[],
): readonly ResolvedResource[] {
  return inputArns(view.call)
    .filter(({ isAmongNames, arn }) => isAmongNames && formOf(arn, model)?.types.includes(type.name))
    .map(({ arn }) => asGiven(arn))
    .filter(({ arn }) => !known.some((resource) => resource.arn === arn || resource.arn.startsWith(`${arn}:`)));
}

/** ARNs that the reference has no form for, in members named like the type: AWS checks what it is given. */
function arnsOfUnknownForm({ type, model, view }: TypeQuestion): readonly InputArn[] {
  const stem = stemOf(type.name);
  const named = inputArns(view.call).filter(({ member, isTopLevel }) => isTopLevel && stemOf(member) === stem);
  return stem === "" ? [] : named.filter(({ arn }) => formOf(arn, model) === undefined);
}

const CERTAIN = Number.POSITIVE_INFINITY;

/** The first fill that leaves no variable open; none where no fill does. */
export function fillByRule(
  question: Omit<TypeQuestion, "isCreated" | "takesBareNames">,
  fills: readonly Fill[],
): readonly ResolvedResource[] {
  for (const fill of fills) {
    const resources = question.type.arns.flatMap((text) => fillTemplate(arnTemplate(text), fill, question));
    if (resources.length > 0) return resources;
  }
  return [];
}

/** All ARNs that the fill completes. A value that is an ARN of this form stands for itself, one of a parent lends its parts. */
export function fillTemplate(
  template: ArnTemplate,
  fill: Fill,
  { view, model }: { readonly view: CallView; readonly model?: AuthorizationModel },
): readonly ResolvedResource[] {
  return bindingsOf(fill, view).flatMap((bindings): readonly ResolvedResource[] => {
    const whole = [...bindings.values()].find(({ text }) => text.startsWith("arn:"));
    if (whole !== undefined && !whole.isPattern && matchArn(template, whole.text) !== undefined) {
      if (model === undefined || isOfTemplate(whole.text, template, model)) return [asGiven(whole.text)];
    }
    const lent = whole === undefined || model === undefined ? bindings : withPartsOf(whole.text, bindings, model);
    const complete = new Map([...callFacts(view), ...lent]);
    const holdsArn = [...complete.values()].some(({ text }) => text.startsWith("arn:"));
    return unfilledVariables(template, complete).length > 0 || holdsArn ? [] : [fillArn(template, complete)];
  });
}

const isOfTemplate = (arn: string, template: ArnTemplate, model: AuthorizationModel): boolean =>
  formOf(arn, model)?.template.specificity === template.specificity;

function withPartsOf(arn: string, bindings: Bindings, model: AuthorizationModel): Bindings {
  const form = formOf(arn, model);
  const parts = form === undefined ? undefined : matchArn(form.template, arn);
  return new Map([...bindings, ...(parts ?? [])]);
}

function bindingsOf(fill: Fill, view: CallView): readonly Bindings[] {
  if (isFillWhen(fill)) return holds(fill.condition, view) ? bindingsOf(fill.fill, view) : [];
  if (!isMatching(fill)) {
    const lists = Object.entries(fill).map(([variable, value]) =>
      evaluateValue(value, view).map((text): [string, PolicyText] => [variable, text]),
    );
    return product(lists).map((entries) => new Map(entries));
  }
  const also = bindingsOf(fill.also, view);
  return evaluateValue(fill.of, view).flatMap(({ text }) => {
    const groups = fill.pattern.exec(text)?.groups;
    if (groups === undefined) return [];
    const bound = Object.entries(groups)
      .filter(([name, value]) => value !== undefined && (value !== "" || MAY_BE_EMPTY.has(name)))
      .map(([name, value]): [string, PolicyText] => [
        name,
        literal(fill.percentEncoded ? percentDecoded(value) : value),
      ]);
    return also.map((extra) => new Map([...extra, ...bound]));
  });
}

/** Global resources have no region, some have no account. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(["Region", "Account"]);

/** Text that is not well encoded stays as it is. */
function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

interface ArnsOfType {
  readonly arns: readonly InputArn[];
  /** Their members are named like the type, or like any resource. */
  readonly isNamed: boolean;
}

/** ARNs of the input that have this type's form; where several members hold one, those named like the type or the resource. */
function arnsOfType({ type, model, view, fills }: TypeQuestion): ArnsOfType {
  const fitting = inputArns(view.call).filter(({ arn }) => formOf(arn, model)?.types.includes(type.name) === true);
  const topLevel = fitting.filter(({ isTopLevel }) => isTopLevel);
  const nearest = topLevel.length > 0 ? topLevel : fitting;
  const named = nearest.filter(({ member }) => ["", "resource", stemOf(type.name)].includes(stemOf(member)));
  const isNamed = named.length > 0;
  return { arns: isNamed || fills !== undefined ? named : nearest, isNamed };
}

function slotsOf(template: ArnTemplate, { type, isCreated, takesBareNames }: TypeQuestion): readonly VariableSlot[] {
  const last = template.variables.length - 1;
  return template.variables.map((variable, index) => ({
    variable,
    type: type.name,
    isLast: index === last,
    isCreated,
    takesBareNames,
  }));
}

/** `ResourceId` or `Name` stands in the templates of unrelated types. */
const isTelling = (variable: string): boolean => !["", "resource"].includes(stemOf(variable));

/** Parts of ARNs in the input that name the same variables: the cluster of a node group. Exact names of members count more. */
function partsOfArns(template: ArnTemplate, { model, view }: TypeQuestion, named: readonly string[]): Bindings {
  const found = new Map<string, PolicyText>();
  const shared = template.variables.filter((name) => isTelling(name) && !named.includes(name));
  for (const { arn, isTopLevel, isAmongNames } of inputArns(view.call)) {
    const form = isTopLevel && !isAmongNames ? formOf(arn, model) : undefined;
    const parts = form === undefined ? undefined : matchArn(form.template, arn);
    if (parts === undefined || !shared.some((name) => parts.has(name))) continue;
    for (const [name, text] of parts) if (!found.has(name) && !named.includes(name)) found.set(name, text);
  }
  return found;
}

/** By members of the input; where those leave something open, together with those of one of its parts. */
function fillByNames(question: TypeQuestion): TypeFill {
  const members = membersToTry(question);
  const best = fillFrom(members, question);
  if (best.by === "name" || question.isCreated || question.fills !== undefined) return best;
  const parts = nestedMembers(question.view).map((part) => part.filter(isExact(question)));
  const inside = parts
    .filter((part) => part.length > 0)
    .map((part) => fillFrom([...members, ...part], question))
    .filter(({ by }) => by === "name");
  const [first] = inside;
  const isAmbiguous = new Set(inside.map(({ resources }) => resources.map(({ arn }) => arn).join())).size > 1;
  return first === undefined || isAmbiguous ? best : first;
}

/** Members one level down count only under the very name of a variable. */
function isExact(question: TypeQuestion): (member: NamedTexts) => boolean {
  const slots = question.type.arns
    .flatMap((text) => slotsOf(arnTemplate(text), question))
    .filter(({ variable }) => isTelling(variable));
  return ({ name }) => slots.some((slot) => nameFit(name, slot) >= NAME_FIT.stem);
}

function fillFrom(members: readonly NamedTexts[], question: TypeQuestion): TypeFill {
  const fills = question.type.arns.map((text): TypeFill => {
    const template = arnTemplate(text);
    const slots = slotsOf(template, question);
    const given = new Map([
      ...callFacts(question.view),
      ...partsOfArns(template, question, exactNames(slots, members)),
    ]);
    const { bindings, fit } = matchMembers(slots, members, given);
    const open = unfilledVariables(template, bindings[0] ?? new Map());
    const resources = bindings.map((bound) => fillArn(template, new Map([...openWildcards(open, question), ...bound])));
    const { isCreated } = question;
    return { by: open.length === 0 ? "name" : "open", fit: fitOf(template, open, fit), resources, isCreated };
  });
  const complete = fills.filter(({ by }) => by === "name");
  const best = complete.length > 0 ? complete : fills;
  return best.reduce((a, b) => (b.fit > a.fit ? b : a));
}

const exactNames = (slots: readonly VariableSlot[], members: readonly NamedTexts[]): readonly string[] =>
  slots
    .filter((slot) => members.some(({ name }) => nameFit(name, slot) === NAME_FIT.exact))
    .map(({ variable }) => variable);

const membersToTry = ({ fills, view }: TypeQuestion) => (fills === undefined ? namingMembers(view) : []);

/** A form without variables is complete, but no word of the input tells that it is meant. */
function fitOf(template: ArnTemplate, open: readonly string[], fit: number): number {
  if (template.variables.length === 0) return NAME_FIT.none;
  return open.length < template.variables.length ? fit : NAME_FIT.none;
}

function openWildcards(open: readonly string[], { type, isCreated }: TypeQuestion): [string, PolicyText][] {
  const reason = isCreated ? "id-assigned-by-aws" : "no-resource-in-input";
  return open.map((variable) => [variable, wildcard("*", reason, `${variable} of ${type.name}`)]);
}
