/**
 * What the answer of an operation reveals: who a key is, what AWS called the thing it made, which key encrypts it.
 * Typed records only; `decode/` reads the answers, `services/*-answers.ts` say what to look for.
 */

/**
 * Where a text stands: in the answer's body (`Credentials.AccessKeyId`; entries of a map by their key, in XML too), in
 * its head, or in the input; or made of the input's members and `{partition}`, which stand in braces.
 */
export type AnswerText =
  | { readonly from: "body"; readonly path: string }
  | { readonly from: "header"; readonly name: string }
  | { readonly from: "input"; readonly member: string }
  | { readonly from: "template"; readonly text: string };

export type AnswerFact =
  /** `key`: the access key id that the answer hands out; absent, the caller's own is meant. */
  | { readonly kind: "identity"; readonly key?: AnswerText; readonly arn: readonly AnswerText[] }
  /** `key`, an access key id that the answer hands out, is the caller's as well: it may do what he may. */
  | { readonly kind: "session"; readonly key: AnswerText }
  | { readonly kind: "created"; readonly resource: AnswerText }
  /** The KMS key behind what the call is about; `name` tells several of one answer apart. */
  | { readonly kind: "key"; readonly name: string; readonly key: readonly AnswerText[] }
  /** The roles inside of something that has an ARN; a role is its own. An answer without any tells that there is none. */
  | { readonly kind: "role"; readonly of: AnswerText; readonly roles: readonly AnswerText[] };

export interface AnswerRule {
  readonly sdkId: string;
  readonly operations: readonly string[];
  /** How much of the body holds the facts; 0 where only the head is read. */
  readonly bodyBytes: number;
  readonly facts: readonly [AnswerFact, ...AnswerFact[]];
  /** The AWS page that shows the answer. */
  readonly see: `https://${string}`;
}

/** The records as they are; the type checks them. */
export function defineAnswers(...rules: readonly AnswerRule[]): readonly AnswerRule[] {
  return rules;
}
