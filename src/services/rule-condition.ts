/** When an action is authorised at all: typed conditions on what the request carries. Data only, evaluated in `authorize/`. */
import { type MemberPath, member, type RuleValue } from "./rule-value.ts";

export type RuleCondition =
  | { readonly kind: "present"; readonly path: MemberPath }
  | { readonly kind: "equals"; readonly path: MemberPath; readonly values: readonly (string | number | boolean)[] }
  | { readonly kind: "matches"; readonly of: RuleValue; readonly pattern: RegExp }
  | { readonly kind: "signed-as"; readonly signingName: string }
  | { readonly kind: "hostname"; readonly pattern: RegExp }
  | { readonly kind: "not"; readonly condition: RuleCondition }
  | { readonly kind: "all"; readonly of: readonly RuleCondition[] }
  | { readonly kind: "any"; readonly of: readonly RuleCondition[] };

/** The input has this member; its value does not matter. */
export const whenMember = (path: MemberPath): RuleCondition => ({ kind: "present", path });

export const unlessMember = (path: MemberPath): RuleCondition => unless(whenMember(path));

/** A value at the path is one of these. */
export const whenMemberEquals = (
  path: MemberPath,
  ...values: readonly (string | number | boolean)[]
): RuleCondition => ({ kind: "equals", path, values });

/** A text at the path matches. */
export const whenMemberMatches = (path: MemberPath, pattern: RegExp): RuleCondition =>
  whenMatches(member(path), pattern);

/** One of the texts that the value stands for matches. */
export const whenMatches = (of: RuleValue, pattern: RegExp): RuleCondition => ({ kind: "matches", of, pattern });

/** The credential scope names this one of several signing names of the API. */
export const whenSignedAs = (signingName: string): RuleCondition => ({ kind: "signed-as", signingName });

export const whenHostname = (pattern: RegExp): RuleCondition => ({ kind: "hostname", pattern });

export const unless = (condition: RuleCondition): RuleCondition => ({ kind: "not", condition });

export const allOf = (...of: readonly RuleCondition[]): RuleCondition => ({ kind: "all", of });

export const anyOf = (...of: readonly RuleCondition[]): RuleCondition => ({ kind: "any", of });
