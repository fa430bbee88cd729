/** On which resources an action is authorised: ARN templates of the reference filled from the input. Data only, evaluated in `authorize/`. */
import type { Fill, MemberPath, RuleValue } from "./rule-value.ts";
import { eachOf, member } from "./rule-value.ts";

export type ResourceRule =
  /** A resource type of the action's own service prefix; without `fills`: as the service's `resources` or the default say. */
  | { readonly kind: "typed"; readonly type: string; readonly fills?: readonly Fill[] }
  /** A resource that the call makes, of the type that the value names; AWS chooses its id. */
  | { readonly kind: "new"; readonly type: RuleValue }
  /** Values that are ARNs already. */
  | { readonly kind: "arn"; readonly value: RuleValue }
  /** An ARN form that the reference does not know. */
  | { readonly kind: "template"; readonly template: string; readonly fills: readonly Fill[] }
  /** The path of the request as the model writes it, its labels filled, below a prefix. */
  | { readonly kind: "request-path"; readonly template: string; readonly without?: RegExp }
  /** `*`, and nothing narrower exists. */
  | { readonly kind: "every" }
  /** `*`, because the request does not tell; always with a widening. */
  | { readonly kind: "untold"; readonly reason: string; readonly detail: string }
  /** The first of these that the request fills. */
  | { readonly kind: "either"; readonly of: readonly ResourceRule[] }
  | { readonly kind: "all"; readonly of: readonly ResourceRule[] };

/** Resource of this type, found as the service's `resources` or the default heuristics say. */
export const typed = (type: string): ResourceRule => ({ kind: "typed", type });

/** Resource of this type with its variables filled; the first fill that the request completes is taken. */
export const filled = (type: string, ...fills: readonly Fill[]): ResourceRule => ({ kind: "typed", type, fills });

/** Resources of a type with one variable, from each of these members. */
export const namedIn = (type: string, variable: string, ...paths: readonly MemberPath[]): ResourceRule =>
  filled(type, { [variable]: eachOf(...paths.map(member)) });

/** A resource that the call makes, of this type of the action's own service prefix: `…:instance/*`. */
export const newResource = (type: RuleValue): ResourceRule => ({ kind: "new", type });

/** The values at `path` that are ARNs, as they are. */
export const arnIn = (path: MemberPath): ResourceRule => ({ kind: "arn", value: member(path) });

/** The values that are ARNs, as they are. */
export const arnFrom = (value: RuleValue): ResourceRule => ({ kind: "arn", value });

/** An ARN form that the Service Authorization Reference does not list. */
export const template = (arnTemplate: string, ...fills: readonly Fill[]): ResourceRule => ({
  kind: "template",
  template: arnTemplate,
  fills,
});

/** `${Path}` in the ARN template stands for the request's path, less what `without` matches. */
export const requestPath = (arnTemplate: string, without?: RegExp): ResourceRule => ({
  kind: "request-path",
  template: arnTemplate,
  ...(without === undefined ? {} : { without }),
});

/** The action supports no narrower resource than `*`. */
export const everyResource: ResourceRule = { kind: "every" };

/** `*` with a reason: the request does not tell which resource. */
export const untoldResource = (reason: string, detail: string): ResourceRule => ({ kind: "untold", reason, detail });

export const either = (...of: readonly ResourceRule[]): ResourceRule => ({ kind: "either", of });

export const bothOf = (...of: readonly ResourceRule[]): ResourceRule => ({ kind: "all", of });
