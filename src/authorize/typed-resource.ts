/** Finds the ARNs of one resource type in a call: by the service's own rule, by ARNs in the input, by member names; what stays open becomes `*` with a reason. */
import type { AuthorizationModel } from "../data/authorization-index.ts";
import { type Fill, isFillWhen, isMatching } from "../services/rule-value.ts";
import type { CallView } from "./call-view.ts";
import { holds } from "./evaluate-condition.ts";
import { evaluateValue } from "./evaluate-value.ts";
import { callFacts, fillByNames } from "./fill-by-names.ts";
import { formOf, type InputArn, inputArns } from "./input-arns.ts";
import { NAME_FIT, stemOf } from "./member-names.ts";
import { asGiven, literal, type PolicyText, product, type ResolvedResource } from "./policy-text.ts";
import { type ArnTemplate, arnTemplate, type Bindings, fillArn, matchArn, unfilledVariables } from "./resource-arn.ts";
import type { TypeFill, TypeQuestion } from "./type-question.ts";

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
  if (given.arns.length > 0 && !isNamedBetter(byNames, given)) return byArns(given.arns, question);
  const isGuessed = byNames.by === "open" && !isCreated && question.fills === undefined;
  const strange = isGuessed ? arnsOfUnknownForm(question) : [];
  return strange.length > 0 ? byArns(strange, question) : byNames;
}

/** In full, where the ARNs stand under other names; by the type's name, where they stand deeper in the input; and what is made has no ARN there yet. */
function isNamedBetter({ by, fit, isInside, isCreated }: TypeFill, { isNamed, isNested }: ArnsOfType): boolean {
  if (isCreated && isNested) return true;
  if (by !== "name") return false;
  return (!isNamed && fit === NAME_FIT.exact) || (isNested && isInside !== true && fit >= NAME_FIT.typeName);
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
  /** Not members of the request itself, but of what those hold. */
  readonly isNested: boolean;
}

/** ARNs of the input that have this type's form; where several members hold one, those named like the type or the resource. */
function arnsOfType({ type, model, view, fills }: TypeQuestion): ArnsOfType {
  const fitting = inputArns(view.call).filter(({ arn }) => formOf(arn, model)?.types.includes(type.name) === true);
  const topLevel = fitting.filter(({ isTopLevel }) => isTopLevel);
  const nearest = topLevel.length > 0 ? topLevel : fitting;
  const named = nearest.filter(({ member }) => ["", "resource", stemOf(type.name)].includes(stemOf(member)));
  const isNamed = named.length > 0;
  return { arns: isNamed || fills !== undefined ? named : nearest, isNamed, isNested: topLevel.length === 0 };
}
