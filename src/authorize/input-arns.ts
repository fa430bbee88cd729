/** ARNs that stand in the input, and the resource types whose form they have. */
import type { AuthorizationModel } from "../data/authorization-index.ts";
import type { ApiCall, JsonValue } from "../decode/api-call.ts";
import { parseArn } from "../iam/arn.ts";
import { type ArnTemplate, arnTemplate, matchArn } from "./resource-arn.ts";

export interface InputArn {
  /** The innermost member's name. */
  readonly member: string;
  readonly isTopLevel: boolean;
  /** Stands in a list beside names that are no ARNs: they name things of one kind. */
  readonly isAmongNames: boolean;
  readonly arn: string;
}

/** Deeper values are not looked at: no operation needs it, and hostile input may nest without end. */
const MAX_DEPTH = 12;

/** One call's permissions are derived after the other's: remembering the last is enough, and holds no memory for the others. */
let last: { readonly call: ApiCall; readonly arns: readonly InputArn[] } | undefined;

/** All of them, each once per member, in the order of the input. */
export function inputArns(call: ApiCall): readonly InputArn[] {
  if (last?.call === call) return last.arns;
  const found = new Map<string, InputArn>();
  collect(call.input, { member: "", depth: 0, isAmongNames: false }, (input) =>
    found.set(`${input.member} ${input.arn}`, input),
  );
  const arns = [...found.values()];
  last = { call, arns };
  return arns;
}

interface Place {
  readonly member: string;
  readonly depth: number;
  readonly isAmongNames: boolean;
}

const isName = (value: JsonValue): boolean => typeof value === "string" && parseArn(value) === undefined;

function collect(value: JsonValue, place: Place, add: (found: InputArn) => void): void {
  if (typeof value === "string") {
    const { member, depth, isAmongNames } = place;
    if (parseArn(value) !== undefined) add({ member, isTopLevel: depth <= 1, isAmongNames, arn: value });
    return;
  }
  if (typeof value !== "object" || value === null || place.depth > MAX_DEPTH) return;
  if (Array.isArray(value)) {
    const isAmongNames = value.some(isName);
    for (const item of value) collect(item, { ...place, isAmongNames }, add);
    return;
  }
  for (const [member, item] of Object.entries(value)) {
    collect(item, { member, depth: place.depth + 1, isAmongNames: false }, add);
  }
}

interface TypeTemplate {
  readonly type: string;
  readonly template: ArnTemplate;
}

const byNamespace = new WeakMap<AuthorizationModel, ReadonlyMap<string, readonly TypeTemplate[]>>();

function templatesOf(model: AuthorizationModel): ReadonlyMap<string, readonly TypeTemplate[]> {
  const cached = byNamespace.get(model);
  if (cached !== undefined) return cached;
  const found = new Map<string, TypeTemplate[]>();
  for (const { name, arns } of model.resourceTypes.values()) {
    for (const text of arns) {
      const namespace = text.split(":")[2] ?? "";
      found.set(namespace, [...(found.get(namespace) ?? []), { type: name, template: arnTemplate(text) }]);
    }
  }
  byNamespace.set(model, found);
  return found;
}

export interface ArnForm {
  readonly types: readonly string[];
  readonly template: ArnTemplate;
}

/** One call asks for the same ARN once for each type of its action; more than a call's worth is not kept. */
const MAX_FORMS = 256;

const forms = new WeakMap<AuthorizationModel, Map<string, ArnForm | undefined>>();

/** The resource types whose template has the ARN's form; of several forms the most specific one. */
export function formOf(arn: string, model: AuthorizationModel): ArnForm | undefined {
  const cached = forms.get(model) ?? new Map<string, ArnForm | undefined>();
  forms.set(model, cached);
  if (cached.has(arn)) return cached.get(arn);
  if (cached.size >= MAX_FORMS) cached.clear();
  const form = findForm(arn, model);
  cached.set(arn, form);
  return form;
}

function findForm(arn: string, model: AuthorizationModel): ArnForm | undefined {
  const templates = templatesOf(model).get(arn.split(":")[2] ?? "") ?? [];
  const fitting = templates.filter(({ template }) => matchArn(template, arn) !== undefined);
  const best = fitting.reduce<TypeTemplate | undefined>(
    (chosen, next) =>
      chosen !== undefined && chosen.template.specificity >= next.template.specificity ? chosen : next,
    undefined,
  );
  if (best === undefined) return undefined;
  const types = fitting
    .filter(({ template }) => template.specificity === best.template.specificity)
    .map(({ type }) => type);
  return { types, template: best.template };
}
