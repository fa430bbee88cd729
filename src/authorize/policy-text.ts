/** Texts on their way into an ARN: literal ones are escaped, wildcards stand for themselves and carry their reason. */
import { escapeArnLiteral } from "../iam/arn.ts";
import type { Widening } from "./required-permission.ts";

export interface PolicyText {
  /** Literal, or a pattern in policy syntax. */
  readonly text: string;
  readonly isPattern: boolean;
  readonly widened?: Widening;
}

export interface ResolvedResource {
  /** Complete ARN in policy syntax, or `*`. */
  readonly arn: string;
  readonly widened?: Widening;
}

export const literal = (text: string): PolicyText => ({ text, isPattern: false });

export const wildcard = (text: string, reason: string, detail: string): PolicyText => ({
  text,
  isPattern: true,
  widened: { reason, detail },
});

/** No ARN of AWS is longer: such a text names nothing, and would only make a policy that IAM refuses. */
const LONGEST = 2048;

const UNSPELLED = { tooLong: "name-too-long", strange: "character-not-allowed" } as const;

/** False for a text that a policy can only approach by wildcards. */
export function isSpelled(text: PolicyText): boolean {
  const reason = inPolicySyntax(text).widened?.reason;
  return reason !== UNSPELLED.tooLong && reason !== UNSPELLED.strange;
}

/** The text in policy syntax; a name that a policy cannot spell is matched by `?`, one that no ARN can hold by `*`, and told. */
export function inPolicySyntax(text: PolicyText): PolicyText {
  if (text.isPattern) return text;
  if (text.text.length > LONGEST)
    return wildcard("*", UNSPELLED.tooLong, `no ARN is longer than ${LONGEST} characters`);
  const escaped = escapeArnLiteral(text.text);
  if (escaped.isExact) return { text: escaped.text, isPattern: true };
  return wildcard(escaped.text, UNSPELLED.strange, "a policy holds no character beyond U+00FF");
}

export function joinTexts(parts: readonly PolicyText[]): PolicyText {
  const written = parts.map(inPolicySyntax);
  const widened = written.find((part) => part.widened !== undefined)?.widened;
  const text = written.map((part) => part.text).join("");
  return { text, isPattern: true, ...(widened === undefined ? {} : { widened }) };
}

/** An ARN of the input as a resource: only the `:*` that some ARNs end in keeps its meaning. */
export function asGiven(arn: string): ResolvedResource {
  const tail = /:\*$/.exec(arn)?.[0] ?? "";
  const { text, widened } = inPolicySyntax(literal(arn.slice(0, arn.length - tail.length)));
  return { arn: text === "*" ? text : `${text}${tail}`, ...(widened === undefined ? {} : { widened }) };
}

/** No request means more; what would make more comes from lists that do not belong together. */
const MAX_COMBINATIONS = 10_000;

/** All ways to take one of each; none where there would be more than any request means. */
export function product<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  if (lists.reduce((size, list) => size * list.length, 1) > MAX_COMBINATIONS) return [];
  return lists.reduce<readonly (readonly T[])[]>(
    (ways, list) => ways.flatMap((way) => list.map((item) => [...way, item])),
    [[]],
  );
}
