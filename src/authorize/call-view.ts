/** A call as authorization reads it: values by member path, within the element that a rule is looking at. */
import type { OperationModel } from "../data/api-index.ts";
import type { ApiCall, JsonValue } from "../decode/api-call.ts";
import type { MemberPath } from "../services/rule-value.ts";

export interface CallView {
  readonly call: ApiCall;
  readonly operation?: OperationModel;
  /** Set inside a rule's `forEach`: paths that begin with `path` mean this element's. */
  readonly element?: { readonly path: MemberPath; readonly value: JsonValue };
}

type Step = { readonly kind: "name"; readonly name: string } | { readonly kind: "each" } | { readonly kind: "keys" };

const parsed = new Map<MemberPath, readonly Step[]>();

function steps(path: MemberPath): readonly Step[] {
  const known = parsed.get(path);
  if (known !== undefined) return known;
  const found = [...path.matchAll(/\[\]|\{\}|[^.[\]{}]+/g)].map(([text]): Step => {
    if (text === "[]") return { kind: "each" };
    return text === "{}" ? { kind: "keys" } : { kind: "name", name: text };
  });
  parsed.set(path, found);
  return found;
}

const isObject = (value: JsonValue): value is { readonly [key: string]: JsonValue } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function step(value: JsonValue, next: Step): readonly JsonValue[] {
  if (next.kind === "each" && Array.isArray(value)) return value;
  if (!isObject(value)) return [];
  if (next.kind === "each") return Object.values(value);
  if (next.kind === "keys") return Object.keys(value);
  const found = Object.hasOwn(value, next.name) ? value[next.name] : undefined;
  return found === undefined || found === null ? [] : [found];
}

/** All values at the path, in the order of the input; none where a part of the path is absent. */
export function valuesAt({ call, element }: CallView, path: MemberPath): readonly JsonValue[] {
  const isInside =
    element !== undefined && path.startsWith(element.path) && !/^\w/.test(path.slice(element.path.length));
  const start: JsonValue = isInside ? element.value : call.input;
  const rest = isInside ? path.slice(element.path.length) : path;
  return steps(rest).reduce<readonly JsonValue[]>(
    (values, next) => values.flatMap((value) => step(value, next)),
    [start],
  );
}

/** The values at the path that can stand in an ARN or condition: texts, numbers and booleans, but not empty ones. */
export function textsAt(view: CallView, path: MemberPath): readonly string[] {
  return valuesAt(view, path)
    .flatMap((value) => (isObject(value) || Array.isArray(value) || value === null ? [] : [`${value}`]))
    .filter((text) => text !== "");
}

/** True where the input has the member, though its value may not have been kept. */
export function isPresent(view: CallView, path: MemberPath): boolean {
  return view.call.members.includes(path) || valuesAt(view, path).length > 0;
}
