/** The ARNs of one resource type by the names of members: those of the input, and those of its parts for what they leave open. */
import type { CallView } from "./call-view.ts";
import { factOfCall } from "./evaluate-value.ts";
import { formOf, inputArns } from "./input-arns.ts";
import { matchMembers, type NamedTexts, namingMembers, nestedMembers } from "./match-members.ts";
import { isNewName, NAME_FIT, nameFit, stemOf, type VariableSlot } from "./member-names.ts";
import { type PolicyText, wildcard } from "./policy-text.ts";
import { type ArnTemplate, arnTemplate, type Bindings, fillArn, matchArn, unfilledVariables } from "./resource-arn.ts";
import type { TypeFill, TypeQuestion } from "./type-question.ts";

/** Variables that every call fills. */
export const callFacts = (view: CallView): [string, PolicyText][] => [
  ["Partition", factOfCall("partition", view)],
  ["Region", factOfCall("region", view)],
  ["Account", factOfCall("account", view)],
];

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
function partsOfArns(template: ArnTemplate, question: TypeQuestion, named: readonly string[]): Bindings {
  const { model, view, isCreated } = question;
  const found = new Map<string, PolicyText>();
  // What is made has an id of its own.
  const lendable = isCreated ? template.variables.slice(0, -1) : template.variables;
  const shared = lendable.filter((name) => isTelling(name) && !named.includes(name));
  for (const { arn, isTopLevel, isAmongNames } of inputArns(view.call)) {
    const form = isTopLevel && !isAmongNames ? formOf(arn, model) : undefined;
    const parts = form === undefined ? undefined : matchArn(form.template, arn);
    if (parts === undefined || !shared.some((name) => parts.has(name))) continue;
    const lent = [...parts].filter(([name]) => !template.variables.includes(name) || lendable.includes(name));
    for (const [name, text] of lent) if (!found.has(name) && !named.includes(name)) found.set(name, text);
  }
  return found;
}

/** By members of the input; where those leave something open, together with those of one of its parts. */
export function fillByNames(question: TypeQuestion): TypeFill {
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
  return first === undefined || isAmbiguous ? best : { ...first, isInside: true };
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
    const lent = partsOfArns(template, question, exactNames(slots, members));
    const given = new Map([...callFacts(question.view), ...lent]);
    const { bindings, fit } = matchMembers(slots, members, given);
    const open = unfilledVariables(template, bindings[0] ?? new Map());
    const resources = bindings.map((bound) => fillArn(template, new Map([...openWildcards(open, question), ...bound])));
    const { isCreated } = question;
    const isInside = template.variables.some((variable) => lent.has(variable));
    return { by: open.length === 0 ? "name" : "open", fit: fitOf(template, open, fit), resources, isCreated, isInside };
  });
  const complete = fills.filter(({ by }) => by === "name");
  const best = complete.length > 0 ? complete : fills;
  return best.reduce((a, b) => (b.fit > a.fit ? b : a));
}

const exactNames = (slots: readonly VariableSlot[], members: readonly NamedTexts[]): readonly string[] =>
  slots
    .filter((slot) => members.some(({ name }) => nameFit(name, slot) === NAME_FIT.exact))
    .map(({ variable }) => variable);

function membersToTry({ fills, view }: TypeQuestion): readonly NamedTexts[] {
  if (fills !== undefined) return [];
  const { operation, members } = view.call;
  return namingMembers(view).filter(({ name }) => !isNewName(name, operation, members));
}

/** A form without variables is complete, but no word of the input tells that it is meant. */
function fitOf(template: ArnTemplate, open: readonly string[], fit: number): number {
  if (template.variables.length === 0) return NAME_FIT.none;
  return open.length < template.variables.length ? fit : NAME_FIT.none;
}

function openWildcards(open: readonly string[], { type, isCreated }: TypeQuestion): [string, PolicyText][] {
  const reason = isCreated ? "id-assigned-by-aws" : "no-resource-in-input";
  return open.map((variable) => [variable, wildcard("*", reason, `${variable} of ${type.name}`)]);
}
