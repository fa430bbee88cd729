/**
 * Where the texts of an ARN or a condition come from: members of the input, facts of the call, constants. Data only:
 * `authorize/` evaluates it, `pathsRead` lists what decoding must keep for it.
 */
import type { RuleCondition } from "./rule-condition.ts";

/**
 * Where a value stands in the input, by model names: `Delete.Objects[].Key`. `[]` is each element of a list or each
 * value of a map, `{}` each key of a map. Headers and query parameters are members too, as in the model (`ACL`).
 */
export type MemberPath = string;

export type CallFact = "account" | "region" | "partition" | "operation" | "http-method" | "hostname" | "dns-suffix";

export type RuleValue =
  /** A constant, meant literally. */
  | string
  /** Each value at the path. */
  | { readonly kind: "member"; readonly path: MemberPath }
  /** The part of each text that `pattern` matches from its start: nothing more of it may be kept. */
  | { readonly kind: "excerpt"; readonly path: MemberPath; readonly pattern: RegExp }
  | { readonly kind: "of-call"; readonly fact: CallFact }
  /** The KMS key that the call's own answer names, as `define-answers.ts` calls it. */
  | { readonly kind: "answered-key"; readonly name: string }
  /** First capture group of each value that matches. */
  | { readonly kind: "captured"; readonly of: RuleValue; readonly pattern: RegExp }
  | { readonly kind: "joined"; readonly parts: readonly RuleValue[] }
  /** The first of these that has a value at all. */
  | { readonly kind: "first-of"; readonly values: readonly RuleValue[] }
  /** All values of all of these. */
  | { readonly kind: "each-of"; readonly values: readonly RuleValue[] }
  | { readonly kind: "lower-case"; readonly of: RuleValue }
  /** A policy wildcard for what only AWS knows; `reason` and `detail` become the permission's widening. */
  | { readonly kind: "wildcard"; readonly pattern: string; readonly reason: string; readonly detail: string }
  /** A part of the ARN that AWS itself writes with wildcards: matches no other resource. */
  | { readonly kind: "verbatim"; readonly pattern: string };

/** Values for the variables of an ARN template. Partition, Region and Account are the call's own unless given here. */
export type FillRecord = { readonly [variable: string]: RuleValue };

/** Each value is taken apart by named groups, which are variables of the template: `/(?<Account>\d+)\/(?<QueueName>.+)$/`. */
export interface Matching {
  readonly kind: "matching";
  readonly of: RuleValue;
  readonly pattern: RegExp;
  readonly also: FillRecord;
  /** The groups are percent-decoded after the match. */
  readonly percentEncoded: boolean;
}

/** A fill that only some requests mean. */
export interface FillWhen {
  readonly kind: "when";
  readonly condition: RuleCondition;
  readonly fill: FillRecord | Matching;
}

export type Fill = FillRecord | Matching | FillWhen;

export const member = (path: MemberPath): RuleValue => ({ kind: "member", path });

/** For texts that hold data of the user beside what a rule reads; `pattern` begins with `^`. */
export const excerpt = (path: MemberPath, pattern: RegExp): RuleValue => ({ kind: "excerpt", path, pattern });

export const ofCall = (fact: CallFact): RuleValue => ({ kind: "of-call", fact });

/** The key that the call's own answer names; nothing where it was not answered. */
export const answeredKey = (name: string): RuleValue => ({ kind: "answered-key", name });

/** First capture group of each value that matches; the others are left out. */
export const captured = (of: RuleValue, pattern: RegExp): RuleValue => ({ kind: "captured", of, pattern });

export const joined = (...parts: readonly RuleValue[]): RuleValue => ({ kind: "joined", parts });

export const firstOf = (...values: readonly RuleValue[]): RuleValue => ({ kind: "first-of", values });

export const eachOf = (...values: readonly RuleValue[]): RuleValue => ({ kind: "each-of", values });

export const lowerCase = (of: RuleValue): RuleValue => ({ kind: "lower-case", of });

/** `??????`, `*`: stands for what only AWS knows, and is told as a widening. */
export const unknownPart = (pattern: string, reason: string, detail: string): RuleValue => ({
  kind: "wildcard",
  pattern,
  reason,
  detail,
});

/** The `:*` of log group ARNs: part of the ARN's own form. */
export const verbatim = (pattern: string): RuleValue => ({ kind: "verbatim", pattern });

interface MatchingOptions {
  /** Variables that come from elsewhere. */
  readonly also?: FillRecord;
  readonly percentEncoded?: boolean;
}

/** Takes every text of `of` apart into variables of the ARN template. */
export const matching = (of: RuleValue, pattern: RegExp, options: MatchingOptions = {}): Matching => ({
  kind: "matching",
  of,
  pattern,
  also: options.also ?? {},
  percentEncoded: options.percentEncoded ?? false,
});

export const fillWhen = (condition: RuleCondition, fill: FillRecord | Matching): FillWhen => ({
  kind: "when",
  condition,
  fill,
});

/** Host name under which a regional endpoint appears in condition values: `s3.eu-west-1.amazonaws.com`. */
export const regionalEndpoint = (endpointPrefix: string): RuleValue =>
  joined(endpointPrefix, ".", ofCall("region"), ".", ofCall("dns-suffix"));

/** Tells the forms of a fill apart: only this one has a fill inside. */
export const isFillWhen = (fill: Fill): fill is FillWhen =>
  "condition" in fill && typeof fill.condition === "object" && "fill" in fill;

/** Tells the forms of a fill apart: no value of a record is a RegExp. */
export const isMatching = (fill: Fill): fill is Matching => "pattern" in fill && fill.pattern instanceof RegExp;
